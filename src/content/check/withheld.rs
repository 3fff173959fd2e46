//! Checks of what is withheld: each is a fact of a release that the record does not say any more.

use std::collections::BTreeMap;

use crate::content::check::names;
use crate::domain::PartialDate;
use crate::record::withheld::Withheld;
use crate::register::Fact;
use crate::register::Records;
use crate::register::facts::corrections::change_of;
use crate::register::releases::History;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// Texts in which something could point to somebody: these may be said otherwise, under the same name. Any
/// other fact is taken out: nothing is corrected by withholding it.
const TEXTS: [&str; 12] = [
    "about",
    "areas",
    "definition",
    "note",
    "outcome-what",
    "promised",
    "quote",
    "said",
    "speaker",
    "summary",
    "theme",
    "title",
];

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
        if !entry.on.value.is_exact() || today.is_before(entry.on.value) {
            let fault =
                Fault::error("withheld::day", entry.on.span, "it is withheld since a day that has come");
            report.add(fault.help("write the day: `2026-11-23`"));
        }
        for fact in &entry.facts {
            one(report, history, known, entry, fact);
            corrected(report, records, fact);
        }
    }
}

fn one(
    report: &mut Report,
    history: &History<'_>,
    known: &BTreeMap<String, &Fact<'_>>,
    entry: &Withheld,
    fact: &Spanned<String>,
) {
    let held = history.versions(&fact.value).iter();
    let held = held.filter(|it| entry.is_of(history.releases[it.release].as_at()));
    let values: Vec<&str> = held.filter_map(|it| it.row.value.as_deref()).collect();
    if values.is_empty() {
        let message = format!("no release up to {} has a fact `{}`", entry.on.value.long(), fact.value);
        let near = crate::report::nearest(&fact.value, history.current().map(|row| row.fact.as_str()));
        let fault = Fault::error("withheld::fact", fact.span, message);
        report.add(fault.suggest(
            near,
            "write the name of a fact as `loxley diff` prints it, and the day on which it was taken out",
        ));
        return;
    }
    let Some(still) = known.get(&fact.value) else { return };
    let is_text = still.key.split('/').next().is_some_and(|part| TEXTS.contains(&part));
    if values.contains(&still.value.as_str()) || !is_text {
        let fault = Fault::error("withheld::there", fact.span, "the record still has this fact");
        let cure = "take it out of the record first, or say a text without what points to somebody";
        report.add(fault.also(still.place, "here").help(cure));
    }
}

/// A correction would go on telling what is withheld.
fn corrected(report: &mut Report, records: &Records, fact: &Spanned<String>) {
    for it in &records.shelves.corrections {
        for change in it.changes.iter().filter(|change| change.fact.value == fact.value) {
            let fault =
                Fault::error("withheld::told", change.fact.span, "this change tells what is withheld");
            let name = change_of(it.id.value.as_str(), &fact.value);
            report.add(fault.also(fact.span, "here").help(format!(
                "take the change out; if a release has it, name `{name}` in `content/withheld.yaml` too"
            )));
        }
    }
}
