//! What corrections say of a fact: from which value to which, and since which release.

use crate::domain::PartialDate;
use crate::record::Correction;
use crate::record::correction::Change;
use crate::register::History;

/// What corrections say of facts.
pub struct Told<'a> {
    changes: &'a [(&'a Correction, &'a Change)],
    history: &'a History<'a>,
}

impl<'a> Told<'a> {
    /// What these changes say.
    pub fn new(changes: &'a [(&'a Correction, &'a Change)], history: &'a History<'a>) -> Self {
        Self { changes, history }
    }

    /// The changes of a fact.
    pub fn of(&self, fact: &str) -> impl Iterator<Item = &'a (&'a Correction, &'a Change)> {
        self.changes.iter().filter(move |(_, it)| it.fact.value == fact)
    }

    /// Whether entries made since the last release lead from one value to another, or to none. An entry
    /// that a release has tells what came before it, and no more.
    pub fn leads(&self, fact: &str, was: &str, now: Option<&str>) -> bool {
        let day: Option<PartialDate> = self.history.last().map(|it| it.as_at());
        let is_recent = |it: &Correction| day.is_none_or(|day| !it.on.value.is_before(day));
        self.reaches(fact, was, now, |it| self.history.first_with(&it.id.value).is_none() && is_recent(it))
    }

    /// An entry that tells of this change but cannot: one of before the last release, or one that it has.
    pub fn too_early(&self, fact: &str, was: &str, now: Option<&str>) -> Option<&'a str> {
        let is_it = |change: &Change| {
            change.was.value == was && change.now.as_ref().map(|it| it.value.as_str()) == now
        };
        self.of(fact).find(|(_, change)| is_it(change)).map(|(it, _)| it.id.value.as_str())
    }

    /// Whether the entries that are new in a release lead from one value to another, or to none.
    ///
    /// * `release`: its place in [`History::releases`].
    pub fn led(&self, release: usize, fact: &str, was: &str, now: Option<&str>) -> bool {
        self.reaches(fact, was, now, |it| self.history.first_with(&it.id.value) == Some(release))
    }

    fn reaches(
        &self,
        fact: &str,
        was: &str,
        now: Option<&str>,
        counts: impl Fn(&Correction) -> bool,
    ) -> bool {
        let changes: Vec<&Change> =
            self.of(fact).filter(|(it, _)| counts(it)).map(|(_, change)| *change).collect();
        let mut reached = vec![was];
        let mut at = 0;
        while let Some(value) = reached.get(at).copied() {
            for change in changes.iter().filter(|it| it.was.value == value) {
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

    /// Whether a change is the last word on its fact: no entry is of a later day.
    pub fn is_last(&self, it: &Correction, change: &Change) -> bool {
        self.of(&change.fact.value).all(|(other, _)| !it.on.value.is_before(other.on.value))
    }
}
