//! Checks of what is withheld: each is a fact of a release that the record does not have any more.

use std::collections::BTreeMap;

use crate::content::check::names;
use crate::domain::PartialDate;
use crate::register::Fact;
use crate::register::Records;
use crate::register::releases::History;
use crate::report::Fault;
use crate::report::Report;

/// Checks every entry.
///
/// * `today`: the as-at date.
/// * `known`: the facts that the record has, by name.
pub fn check(
    report: &mut Report,
    today: PartialDate,
    records: &Records,
    history: &History<'_>,
    known: &BTreeMap<String, &Fact<'_>>,
) {
    let all = &records.shelves.withheld;
    names::unique(report, "withheld", all.iter().map(|it| &it.id));
    for entry in all {
        names::not_future(report, today, &entry.on);
        for fact in &entry.facts {
            let versions = history.versions(&fact.value);
            let held = versions.iter().filter(|it| entry.is_of(history.releases[it.release].as_at()));
            let values: Vec<&str> = held.filter_map(|it| it.row.value.as_deref()).collect();
            let still = known.get(&fact.value).filter(|it| values.contains(&it.value.as_str()));
            if versions.is_empty() {
                let message = format!("no release has a fact `{}`", fact.value);
                let near =
                    crate::report::nearest(&fact.value, history.current().map(|row| row.fact.as_str()));
                let fault = Fault::error("withheld::fact", fact.span, message);
                report.add(fault.suggest(near, "write the name of a fact as `loxley diff` prints it"));
            } else if let Some(still) = still {
                let fault = Fault::error("withheld::there", fact.span, "the record still has this fact");
                let cure = "take it out of the record first, or say it without what points to somebody";
                report.add(fault.also(still.place, "here").help(cure));
            }
        }
    }
}
