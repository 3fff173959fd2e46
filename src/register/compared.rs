//! What is different between two lists of facts, for a reader: in sentences and as rows.

use std::collections::BTreeMap;

use crate::register::releases::Row;

/// What became of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub fact: String,
    /// The earlier value; nothing for a new fact.
    pub was: Option<String>,
    /// The later value; nothing for a fact that is gone.
    pub now: Option<String>,
}

impl Difference {
    /// In a sentence.
    ///
    /// * `named`: the fact in words.
    pub fn sentence(&self, named: &str) -> String {
        match (&self.was, &self.now) {
            (Some(was), Some(now)) => format!("{named} was “{was}” and is now “{now}”."),
            (None, Some(now)) => format!("{named} is new: “{now}”."),
            (Some(was), None) => format!("{named}, which was “{was}”, is gone."),
            (None, None) => format!("{named} has no value."),
        }
    }
}

/// The differences between two lists of facts, by name. A change of sources alone is none.
pub fn compared<'a>(
    old: impl IntoIterator<Item = &'a Row>,
    new: impl IntoIterator<Item = &'a Row>,
) -> Vec<Difference> {
    let mut both: BTreeMap<&str, (Option<&String>, Option<&String>)> = BTreeMap::new();
    for row in old {
        both.entry(&row.fact).or_default().0 = row.value.as_ref();
    }
    for row in new {
        both.entry(&row.fact).or_default().1 = row.value.as_ref();
    }
    let different = both.into_iter().filter(|(_, (was, now))| was != now);
    different
        .map(|(fact, (was, now))| Difference { fact: fact.to_owned(), was: was.cloned(), now: now.cloned() })
        .collect()
}
