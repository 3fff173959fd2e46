//! What has come into the record since a release: reports, visits, what was done, said and promised, one by
//! one; of everything else how many values each council has more.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::domain::grouped;
use crate::pages::parts::Frame;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::register::compared::Difference;
use crate::register::facts::is_reserved;
use crate::register::facts::places;
use crate::register::facts::words::words;
use crate::register::releases::Row;

/// A record that has come since, of a kind that tells of events.
#[derive(Debug, Serialize)]
pub struct AddedView {
    /// The council, where nothing of it has been named before: where its frozen pages lead.
    first_of: Option<String>,
    link: Link,
}

/// Kinds of record that tell of events, and are named one by one where they have been added.
const TOLD: [&str; 6] = ["inspections", "visits", "interventions", "events", "statements", "promises"];

/// Records that have been added, and councils of which only values have.
pub fn added(
    frame: &Frame<'_>,
    here: &Here,
    held: &[&Row],
    changed: &[Difference],
    new: &[Difference],
) -> Vec<AddedView> {
    let area = |fact: &str| fact.split('/').next().unwrap_or_default().to_owned();
    let mut named: BTreeSet<String> = changed.iter().map(|it| area(&it.fact)).collect();
    let is_held = |record: &str| {
        let at = held.partition_point(|row| row.fact.as_str() < record);
        held.get(at).is_some_and(|row| row.fact.starts_with(record))
    };
    let mut all: Vec<AddedView> = Vec::new();
    let (mut last, mut values): (String, BTreeMap<String, usize>) = (String::new(), BTreeMap::new());
    for it in new {
        let parts: Vec<&str> = it.fact.splitn(4, '/').collect();
        let record = parts.iter().take(3).map(|part| format!("{part}/")).collect::<String>();
        if !parts.get(1).is_some_and(|kind| TOLD.contains(kind)) || is_held(&record) {
            *values.entry(area(&it.fact)).or_default() += 1;
        } else if record != last {
            let first_of = Some(area(&it.fact)).filter(|it| named.insert(it.clone()));
            let words = words(&frame.register.shelves, &it.fact);
            let text = format!("{}, {}", words.subject, words.record);
            let page = places::home(&it.fact).map(|page| here.href(&page)).unwrap_or_default();
            all.push(AddedView { first_of, link: Link { text, href: page } });
            last = record;
        }
    }
    for (area, count) in values.into_iter().filter(|(area, _)| !is_reserved(area)) {
        let Ok(slug) = area.parse::<Id>() else { continue };
        let Some(dossier) = frame.register.shelves.dossiers.get(&slug) else { continue };
        let count = if count == 1 {
            "one value more".to_owned()
        } else {
            format!("{} values more", grouped(count.into(), 0))
        };
        let text = format!("{}: {count}", dossier.council().name);
        let first_of = Some(area).filter(|it| named.insert(it.clone()));
        all.push(AddedView { first_of, link: here.link(&Address::facts(&slug), text) });
    }
    all
}
