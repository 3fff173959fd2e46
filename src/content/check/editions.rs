//! What a publisher has revised: the editions of series that later ones have replaced, and which of them
//! stand for a series as it was released.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashMap;

use crate::domain::Id;
use crate::register::Records;
use crate::register::releases::History;
use crate::register::releases::Row;

/// How much of what was released an edition has to hold that stands for the series as it was. A publisher’s
/// edition holds all of it; a few values may have been mended here since.
const MOST: f64 = 0.9;

/// The editions of series on record, which later ones have replaced.
pub struct Editions<'a> {
    /// The values of each, by the names of facts.
    values: BTreeMap<&'a (Id, Id), HashMap<String, String>>,
}

impl<'a> Editions<'a> {
    /// Those of a record.
    pub fn of(records: &'a Records) -> Self {
        let mut values: BTreeMap<&(Id, Id), HashMap<String, String>> = BTreeMap::new();
        for (name, (_, series)) in &records.shelves.editions {
            let own = values.entry(name).or_default();
            for (area, points) in &series.areas {
                let area = area.replace(':', "-");
                for (point, number) in points.iter().filter_map(|it| Some((it, it.value.known()?))) {
                    let fact = format!("{area}/series/{}/{}", name.0, point.period);
                    own.insert(fact, number.normalize().to_string());
                }
            }
        }
        Self { values }
    }

    /// Whether one of them has the value of a series.
    pub fn have(&self, fact: &str, value: &str) -> bool {
        self.values.values().any(|own| own.get(fact).is_some_and(|it| it == value))
    }

    /// Whether one has it that the last release has not yet and that holds the series as that had it.
    pub fn whole_have(&self, whole: &BTreeSet<&(Id, Id)>, fact: &str, value: &str) -> bool {
        whole.iter().any(|name| self.values[*name].get(fact).is_some_and(|it| it == value))
    }

    /// The editions that the last release has not yet and that hold the series as it had it.
    pub fn whole(&self, history: &History<'_>) -> BTreeSet<&'a (Id, Id)> {
        let is_new = |(measure, edition): &(Id, Id)| {
            history.versions(&format!("measures/{measure}/editions/{edition}")).is_empty()
        };
        let is_whole = |(name, values): &(&&'a (Id, Id), &HashMap<String, String>)| {
            let of = format!("/series/{}/", name.0);
            let released: Vec<&Row> = history.current().filter(|row| row.fact.contains(&of)).collect();
            let same = released.iter().filter(|row| values.get(&row.fact) == row.value.as_ref()).count();
            same as f64 >= MOST * released.len() as f64
        };
        self.values.iter().filter(|(name, _)| is_new(name)).filter(is_whole).map(|(name, _)| *name).collect()
    }
}
