//! Checks of corrections: each leads to a page, and each change names a fact of a release with its value
//! then and now.

use std::collections::BTreeMap;

use crate::content::check::told::Told;
use crate::record::Correction;
use crate::record::correction::Change;
use crate::record::correction::CorrectionKind;
use crate::register::Fact;
use crate::register::Records;
use crate::register::releases::History;
use crate::report::Fault;
use crate::report::Report;

/// A correction leads to the page that it is about.
pub fn about(report: &mut Report, records: &Records, it: &Correction) {
    let page = it.about.value.split('#').next().unwrap_or_default();
    if !records.names.addresses.contains(page) {
        let message = format!("there is no page `{page}`");
        let near = crate::report::nearest(page, records.names.addresses.iter().map(String::as_str));
        let fault = Fault::error("correction::about", it.about.span, message);
        report.add(
            fault.suggest(near, "write the address of a page of this site, like `/councils/nottingham/`"),
        );
    }
}

/// A change names a fact of a release, its value then and its value now.
pub fn entry(
    report: &mut Report,
    history: &History<'_>,
    told: &Told<'_>,
    known: &BTreeMap<String, &Fact<'_>>,
    (correction, it): (&Correction, &Change),
) {
    let versions = history.versions(&it.fact.value);
    if versions.is_empty() {
        let message = format!("no release has a fact `{}`", it.fact.value);
        let near = crate::report::nearest(&it.fact.value, history.current().map(|row| row.fact.as_str()));
        let fault = Fault::error("correction::fact", it.fact.span, message);
        report.add(fault.suggest(near, "write the name of a fact as `loxley diff` prints it"));
        return;
    }
    if correction.kind == CorrectionKind::Wording && !is_wording(it, known) {
        let fault = Fault::error("correction::kind", it.was.span, "this is no wording but a value");
        report.add(
            fault.help("write `kind: correction`, or `kind: update` if it was right when it was published"),
        );
    }
    let published = |value: &str| versions.iter().any(|version| version.row.value.as_deref() == Some(value));
    let said = |value: &str| {
        told.of(&it.fact.value).any(|(_, it)| it.now.as_ref().is_some_and(|now| now.value == value))
    };
    if !published(&it.was.value) && !said(&it.was.value) {
        let last = versions.iter().rev().find_map(|it| it.row.value.as_deref()).unwrap_or_default();
        let fault = Fault::error("correction::was", it.was.span, "no release had this value");
        report.add(fault.help(format!("write the value that was published: `{last}`")));
    }
    let present = known.get(&it.fact.value).map(|fact| fact.value.as_str());
    let went_on = |now: &str| told.of(&it.fact.value).any(|(_, other)| other.was.value == now);
    let fits = |now: &str| Some(now) == present || published(now) || went_on(now);
    if let Some(now) = it.now.as_ref().filter(|now| !fits(&now.value)) {
        let fault = Fault::error("correction::now", now.span, "the record does not have this value");
        let help = match present {
            Some(value) => format!("the record has `{value}`: write that, or change the record"),
            None => "the record has no such fact any more: take `now:` out".to_owned(),
        };
        report.add(fault.help(help));
    }
    let was_gone = versions.iter().any(|version| version.row.value.is_none());
    if it.now.is_none() && present.is_some() && !was_gone {
        let fault = Fault::error("correction::now", it.fact.span, "the record still has this fact");
        report.add(fault.help("write its value under `now:`, or take the fact out of the record"));
    }
    let is_fact = |name: &str| known.contains_key(name) || !history.versions(name).is_empty();
    if let Some(to) = it.moved_to.as_ref().filter(|to| !is_fact(&to.value)) {
        let fault = Fault::error("correction::moved", to.span, format!("there is no fact `{}`", to.value));
        let near = crate::report::nearest(&to.value, known.keys().map(String::as_str));
        report.add(fault.suggest(near, "write the name of the fact that took its place, or take this out"));
    }
}

/// Whether a change puts words in the place of words: not of a value, of names in a list, or of our reading
/// of a finding. A text whose name is made of it has moved to the name of the new text.
fn is_wording(it: &Change, known: &BTreeMap<String, &Fact<'_>>) -> bool {
    let moved = || it.moved_to.as_ref().and_then(|to| known.get(&to.value)).map(|fact| fact.value.as_str());
    let Some(now) = it.now.as_ref().map(|now| now.value.as_str()).or_else(moved) else { return false };
    let was = it.was.value.as_str();
    let has = |key: &str| it.fact.value.split('/').any(|part| part == key);
    let is_list = ["area-themes", "themes", "takes-in"].into_iter().any(has);
    let reading = |text: &str| text.split_once(": ").map(|(reading, _)| reading.to_owned());
    let same_reading = !has("findings") || reading(was) == reading(now);
    !is_list && same_reading && was.contains(' ') && now.contains(' ')
}
