//! What corrections say of a fact: from which value to which, and when.

use crate::domain::PartialDate;
use crate::record::Correction;
use crate::record::correction::Change;

/// What corrections say of facts.
pub struct Told<'a> {
    changes: &'a [(&'a Correction, &'a Change)],
}

impl<'a> Told<'a> {
    /// What these changes say.
    pub fn new(changes: &'a [(&'a Correction, &'a Change)]) -> Self {
        Self { changes }
    }

    /// The changes of a fact.
    pub fn of(&self, fact: &str) -> impl Iterator<Item = &'a (&'a Correction, &'a Change)> {
        self.changes.iter().filter(move |(_, it)| it.fact.value == fact)
    }

    /// Whether changes made on or after a day lead from one value to another, or to none.
    pub fn leads(&self, fact: &str, was: &str, now: Option<&str>, since: Option<PartialDate>) -> bool {
        let recent: Vec<&Change> = self
            .of(fact)
            .filter(|(it, _)| since.is_none_or(|day| !it.on.value.is_before(day)))
            .map(|(_, change)| *change)
            .collect();
        let mut reached = vec![was];
        let mut at = 0;
        while let Some(value) = reached.get(at).copied() {
            for change in recent.iter().filter(|it| it.was.value == value) {
                match change.now.as_ref().map(|it| it.value.as_str()) {
                    next if next == now => return true,
                    Some(next) if !reached.contains(&next) => reached.push(next),
                    _ => {}
                }
            }
            at += 1;
        }
        false
    }
}
