//! Checks of corrections: each leads to a page, and each change names a fact of a release with its value
//! then and now.

use std::collections::BTreeMap;

use crate::content::check::editions::Editions;
use crate::content::check::told::Told;
use crate::domain::PartialDate;
use crate::record::Correction;
use crate::record::correction::Change;
use crate::record::correction::CorrectionKind;
use crate::register::Fact;
use crate::register::Records;
use crate::register::facts::corrections::change_of;
use crate::register::facts::is_reserved;
use crate::register::facts::places;
use crate::register::releases::History;
use crate::report::Fault;
use crate::report::Report;

/// A correction was made on a day, so that it can be told from those before and after it, and on none that
/// is still to come.
///
/// * `today`: the as-at date.
pub fn day(report: &mut Report, today: PartialDate, it: &Correction) {
    if today.is_before(it.on.value) {
        let message = format!("{} is after the as-at date, {}", it.on.value.long(), today.long());
        let fault = Fault::error("correction::future", it.on.span, message);
        report.add(fault.help("write the day on which it was put right"));
    }
    if !it.on.value.is_exact() {
        let message = format!("`{}` was made on a day", it.id.value);
        let fault = Fault::error("correction::day", it.on.span, message);
        report.add(fault.help("write the day: `2026-11-23`"));
    }
}

/// A correction leads to the page that it is about, or that it was about before it was withdrawn, and not
/// to a council of which it says nothing.
pub fn about(report: &mut Report, records: &Records, it: &Correction) {
    let page = it.about.value.split('#').next().unwrap_or_default();
    let council = page.strip_prefix("/councils/").and_then(|rest| rest.split('/').next());
    let council = council.filter(|slug| !slug.is_empty() && !it.changes.is_empty());
    let is_of = |slug: &str| it.changes.iter().any(|it| it.fact.value.split('/').next() == Some(slug));
    if let Some(slug) = council.filter(|slug| !is_of(slug)) {
        let message = format!("none of the facts that it changes is of `{slug}`");
        let fault = Fault::error("correction::about", it.about.span, message);
        report.add(fault.help("write the address of the page on which its facts stand"));
    } else if !records.names.addresses.contains(page) && !was_there(records, page) {
        let message = format!("there is no page `{page}`");
        let near = crate::report::nearest(page, records.names.addresses.iter().map(String::as_str));
        let fault = Fault::error("correction::about", it.about.span, message);
        report.add(
            fault.suggest(near, "write the address of a page of this site, like `/councils/nottingham/`"),
        );
    }
}

/// Whether a fact of a release stood on the page.
fn was_there(records: &Records, page: &str) -> bool {
    let rows = records.shelves.releases.iter().flat_map(|it| &it.rows);
    let mut pages = rows.into_iter().flat_map(|row| places::pages(&row.fact));
    pages.any(|it| it.as_str() == page)
}

/// A change names a fact of a release, its value then and its value now.
pub fn entry(
    report: &mut Report,
    editions: &Editions<'_>,
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
    if correction.kind == CorrectionKind::Wording && !is_wording(it, history, known) {
        let fault = Fault::error("correction::kind", it.was.span, "this is no wording but a value");
        let update = if is_of_the_past(&it.fact.value) {
            ""
        } else {
            ", or `kind: update` if it was right when it was published"
        };
        report.add(fault.help(format!("write `kind: correction`{update}")));
    }
    shape(report, history, told, (correction, it));
    let published = |value: &str| versions.iter().any(|version| version.row.value.as_deref() == Some(value));
    let said = |value: &str| {
        told.of(&it.fact.value).any(|(_, it)| it.now.as_ref().is_some_and(|now| now.value == value))
    };
    if !published(&it.was.value) && !said(&it.was.value) {
        let last = versions.iter().rev().find_map(|it| it.row.value.as_deref()).unwrap_or_default();
        let fault = Fault::error("correction::was", it.was.span, "no release had this value");
        report.add(fault.help(format!("write the value that was published: `{last}`")));
    }
    // What a release has of an entry is held by that; what is added to it later would be held by nothing.
    let is_held = |id: &str| !history.versions(&change_of(id, &it.fact.value)).is_empty();
    if !is_held(correction.id.value.as_str()) {
        if history.first_with(&correction.id.value).is_some() {
            let message = format!("a release has `{}` without this change", correction.id.value);
            let fault = Fault::error("correction::extended", it.fact.span, message);
            report.add(fault.help("write a new entry for it, with a day and an id of its own"));
        }
        now(report, editions, told, known, &published, (correction, it));
    }
    let is_fact = |name: &str| known.contains_key(name) || !history.versions(name).is_empty();
    if let Some(to) = it.moved_to.as_ref().filter(|to| !is_fact(&to.value)) {
        let fault = Fault::error("correction::moved", to.span, format!("there is no fact `{}`", to.value));
        let near = crate::report::nearest(&to.value, known.keys().map(String::as_str));
        report.add(fault.suggest(near, "write the name of the fact that took its place, or take this out"));
    }
}

/// What a change can be, whatever the record has: from one value to another, once a day for a fact, and of
/// the kind that its entry says.
fn shape(
    report: &mut Report,
    history: &History<'_>,
    told: &Told<'_>,
    (correction, it): (&Correction, &Change),
) {
    if let Some(now) = it.now.as_ref().filter(|now| now.value == it.was.value) {
        let fault = Fault::error("correction::nothing", now.span, "this is the value that it had");
        report.add(fault.help("write the value that the record has now, or take the change out"));
    }
    let same = |(other, change): &&&(&Correction, &Change)| {
        other.on.value == correction.on.value && !std::ptr::eq(*change, it)
    };
    if let Some((_, other)) = told.of(&it.fact.value).find(|it| same(&it)) {
        let fault = Fault::error("correction::twice", it.fact.span, "this fact is changed twice on one day");
        report.add(
            fault
                .also(other.fact.span, "here too")
                .help("write one change: from the value that was published to the one that the record has"),
        );
    }
    if correction.kind == CorrectionKind::Withdrawal && it.now.is_some() {
        let fault = Fault::error("correction::kind", it.fact.span, "this fact is changed, not withdrawn");
        report.add(fault.help("write `kind: correction`, or leave `now:` out for a fact that is gone"));
    }
    let is_new = history.first_with(&correction.id.value).is_none();
    if is_new && correction.kind == CorrectionKind::Update && is_of_the_past(&it.fact.value) {
        let fault = Fault::error("correction::kind", it.fact.span, "what happened does not move on");
        report.add(fault.help("write `kind: correction`: what was published of it was wrong"));
    }
}

/// Whether a fact says what happened or was said: such a thing is right or wrong, and is never overtaken.
fn is_of_the_past(fact: &str) -> bool {
    let parts: Vec<&str> = fact.split('/').collect();
    match parts.as_slice() {
        [_, "inspections", _, key, ..] => {
            ["judgements", "framework", "kind", "start", "end", "published", "areas"].contains(key)
        }
        [_, "visits", _, key, ..] => ["kind", "start", "end", "published", "findings"].contains(key),
        [_, "statements", _, key, ..] => ["date", "speaker", "forum", "said", "quote"].contains(key),
        [_, "promises", _, key, ..] => ["date", "speaker", "forum", "promised", "due"].contains(key),
        [_, "events", _, key, ..] => ["date", "kind"].contains(key),
        [_, "figures", _, key, ..] => ["measure", "period"].contains(key),
        [_, "interventions", _, key, ..] => {
            ["track", "kind", "legal-basis", "issued-by", "from"].contains(key)
        }
        _ => false,
    }
}

/// The last word on a fact is what the record has; an earlier one leads on.
fn now(
    report: &mut Report,
    editions: &Editions<'_>,
    told: &Told<'_>,
    known: &BTreeMap<String, &Fact<'_>>,
    published: &dyn Fn(&str) -> bool,
    (correction, it): (&Correction, &Change),
) {
    let present = known.get(&it.fact.value).map(|fact| fact.value.as_str());
    let said = it.now.as_ref().map(|now| now.value.as_str());
    let last = |other: &&(&Correction, &Change)| told.is_last(other.0, other.1);
    let is_told = told
        .of(&it.fact.value)
        .filter(last)
        .any(|(_, it)| it.now.as_ref().map(|now| now.value.as_str()) == present);
    let went_on = |now: &str| told.of(&it.fact.value).any(|(_, other)| other.was.value == now);
    let leads_on = said.is_none_or(|now| Some(now) == present || published(now) || went_on(now));
    // What a publisher has revised since needs no entry.
    let is_revised = |now: &str| editions.have(&it.fact.value, now);
    if leads_on && (is_told || said.is_some_and(is_revised) || !told.is_last(correction, it)) {
        return;
    }
    let (place, message, help) = match (&it.now, present) {
        (Some(now), Some(value)) => {
            let help = format!("the record has `{value}`: write that, or change the record");
            (now.span, "the record does not have this value", help)
        }
        (Some(now), None) => {
            let help = "the record has no such fact any more: take `now:` out".to_owned();
            (now.span, "the record does not have this value", help)
        }
        (None, _) => {
            let help = "write its value under `now:`, or take the fact out of the record".to_owned();
            (it.fact.span, "the record still has this fact", help)
        }
    };
    report.add(Fault::error("correction::now", place, message).help(help));
}

/// Values that are in our own words.
const OUR_WORDS: [&str; 29] = [
    "about",
    "also-reported-note",
    "areas",
    "because",
    "breaks",
    "bridges",
    "definition",
    "ended-how",
    "findings",
    "horizon-notes",
    "instrument",
    "joint",
    "look-alikes",
    "meanings",
    "neighbours-model",
    "not-judged",
    "not-to-be-confused-with",
    "note",
    "per",
    "now",
    "outcome-what",
    "preferred-because",
    "priority-actions",
    "promised",
    "said",
    "scopes",
    "summary",
    "theme",
    "was",
];

/// Whether a change puts other words of our own in the place of words, with the same reading of a finding.
/// A text whose name is made of it has moved to the name of the new text. The titles of events, measures
/// and kinds are ours too; those of sources are not.
fn is_wording(it: &Change, history: &History<'_>, known: &BTreeMap<String, &Fact<'_>>) -> bool {
    let moved = || {
        let to = &it.moved_to.as_ref()?.value;
        known.get(to).map(|fact| fact.value.as_str()).or_else(|| history.last_value(to))
    };
    let Some(now) = it.now.as_ref().map(|now| now.value.as_str()).or_else(moved) else { return false };
    let was = it.was.value.as_str();
    let parts: Vec<&str> = it.fact.value.split('/').collect();
    let is_title = parts.last() == Some(&"title") && parts[0] != "sources";
    let is_word = parts[0] == "vocabulary" && !is_switch(parts[parts.len() - 1]);
    // The first part of a value’s own name, below that of its record: a record may be called `note` too.
    let own = match parts.as_slice() {
        ["site", ..] | ["charts", "bridges", ..] => 1,
        [area, kind, ..] if is_reserved(area) && *kind != "series" => 2,
        _ => 3,
    };
    let is_council = parts.get(1) == Some(&"council");
    let key = parts.get(if is_council { 2 } else { own });
    let is_ours = is_title
        || is_word
        || parts.get(1) == Some(&"cautions")
        || key.is_some_and(|it| OUR_WORDS.contains(it));
    let reading = |text: &str| text.split_once(": ").map(|(reading, _)| reading.to_owned());
    is_ours && (!parts.contains(&"findings") || reading(was) == reading(now))
}

/// What the vocabulary decides besides its words.
fn is_switch(key: &str) -> bool {
    key == "headline" || key.ends_with("-proposed") || key.ends_with("-outlasts")
}
