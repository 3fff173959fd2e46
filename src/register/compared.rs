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

/// Facts that say the same and rest on other sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Names of the earlier sources with a space between them.
    pub was: String,
    /// Names of the later ones.
    pub now: String,
    /// The facts, by name.
    pub facts: Vec<String>,
}

impl Moved {
    /// In a sentence.
    ///
    /// * `named`: a fact in words.
    pub fn sentence(&self, named: impl Fn(&str) -> String) -> String {
        let first = self.facts.first().map(|fact| named(fact)).unwrap_or_default();
        let (more, rest) = match self.facts.len() {
            ..=1 => (String::new(), "rests"),
            2 => (" and one fact more".to_owned(), "rest"),
            n => (format!(" and {} facts more", n - 1), "rest"),
        };
        let (was, now) = (self.was.replace(' ', ", "), self.now.replace(' ', ", "));
        format!("{first}{more} {rest} now on {now}, before on {was}.")
    }
}

/// The differences between two lists of facts, by name. A change of sources alone is none: those are
/// [`moved`]. A new entry of a correction tells of a difference, and is none.
pub fn compared<'a>(
    old: impl IntoIterator<Item = &'a Row>,
    new: impl IntoIterator<Item = &'a Row>,
) -> Vec<Difference> {
    let value = |row: Option<&Row>| row.and_then(|it| it.value.clone());
    let all = beside(old, new).into_iter().map(|(fact, (was, now))| Difference {
        fact: fact.to_owned(),
        was: value(was),
        now: value(now),
    });
    let is_entry = |it: &Difference| it.was.is_none() && it.fact.starts_with("corrections/");
    all.filter(|it| it.was != it.now && !is_entry(it)).collect()
}

/// What says so otherwise than before: facts of the same value that have changed their sources in the
/// same way stand together.
pub fn moved<'a>(
    old: impl IntoIterator<Item = &'a Row>,
    new: impl IntoIterator<Item = &'a Row>,
) -> Vec<Moved> {
    let mut groups: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for (fact, pair) in beside(old, new) {
        let (Some(was), Some(now)) = pair else { continue };
        if was.value == now.value && was.sources != now.sources {
            groups.entry((&was.sources, &now.sources)).or_default().push(fact.to_owned());
        }
    }
    let group = |((was, now), facts): ((&str, &str), _)| Moved { was: was.into(), now: now.into(), facts };
    groups.into_iter().map(group).collect()
}

/// Both rows of each fact.
fn beside<'a>(
    old: impl IntoIterator<Item = &'a Row>,
    new: impl IntoIterator<Item = &'a Row>,
) -> BTreeMap<&'a str, (Option<&'a Row>, Option<&'a Row>)> {
    let mut both: BTreeMap<&str, (Option<&Row>, Option<&Row>)> = BTreeMap::new();
    old.into_iter().for_each(|row| both.entry(&row.fact).or_default().0 = Some(row));
    new.into_iter().for_each(|row| both.entry(&row.fact).or_default().1 = Some(row));
    both
}
