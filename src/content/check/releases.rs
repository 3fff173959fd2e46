//! Checks of releases: what was published stays, or is corrected in the open (E18, E19).

use std::collections::BTreeMap;

use crate::record::Correction;
use crate::record::correction::Change;
use crate::register::Fact;
use crate::register::Records;
use crate::register::facts;
use crate::register::releases::History;
use crate::register::releases::Release;
use crate::register::releases::digest;
use crate::register::releases::table;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Span;

/// Checks the releases against their digests, the record against the last release, and corrections
/// against both. While other errors stand, what could not be read would look withdrawn: the record
/// waits.
pub fn check(report: &mut Report, records: &Records) {
    let history = History::of(&records.shelves.releases);
    for (n, release) in history.releases.iter().enumerate() {
        sealed(report, &history, n, release);
    }
    records.shelves.corrections.iter().for_each(|it| about(report, records, it));
    let changes: Vec<(&Correction, &Change)> =
        records.shelves.corrections.iter().flat_map(|it| it.changes.iter().map(move |c| (it, c))).collect();
    if report.has_errors() || (history.releases.is_empty() && changes.is_empty()) {
        return;
    }
    let facts = facts(&records.shelves);
    let known: BTreeMap<String, &Fact<'_>> = facts.iter().map(|fact| (fact.id(), fact)).collect();
    changes.iter().for_each(|(_, change)| entry(report, &history, &known, change));
    let Some(last) = history.last() else { return };
    let compared = Compared { records, changes: &changes, last };
    for row in history.current() {
        let was = row.value.as_deref().unwrap_or_default();
        match known.get(&row.fact) {
            None => compared.withdrawn(report, &known, &row.fact, was),
            Some(fact) if fact.value != was => compared.changed(report, fact, was),
            Some(_) => {}
        }
    }
}

/// The facts of a release add up to its digest.
fn sealed(report: &mut Report, history: &History<'_>, n: usize, release: &Release) {
    let count = history.at(n).count();
    if release.note.digest.value != digest(&table(history.at(n)))
        || release.note.facts.value != rust_decimal::Decimal::from(count)
    {
        let message =
            format!("the facts of release `{}` are not those that its digest was made of", release.tag);
        let fault = Fault::error("release::altered", release.note.digest.span, message);
        report.add(fault.help("take its files, and those of earlier releases, back from the history of the repository: a release is never changed"));
    }
    let earlier = n.checked_sub(1).map(|before| &history.releases[before]);
    if earlier.is_some_and(|it| it.as_at() == release.as_at()) {
        let fault = Fault::error("release::order", release.note.as_at.span, "two releases have this day");
        report.add(fault.help("take the later one back: one release a day"));
    }
}

/// A correction leads to the page that it is about.
fn about(report: &mut Report, records: &Records, it: &Correction) {
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
fn entry(report: &mut Report, history: &History<'_>, known: &BTreeMap<String, &Fact<'_>>, it: &Change) {
    let versions = history.versions(&it.fact.value);
    if versions.is_empty() {
        let message = format!("no release has a fact `{}`", it.fact.value);
        let near = crate::report::nearest(&it.fact.value, history.current().map(|row| row.fact.as_str()));
        let fault = Fault::error("correction::fact", it.fact.span, message);
        report.add(fault.suggest(near, "write the name of a fact as `loxley diff` prints it"));
        return;
    }
    let published = |value: &str| versions.iter().any(|version| version.row.value.as_deref() == Some(value));
    if !published(&it.was.value) {
        let last = versions.iter().rev().find_map(|it| it.row.value.as_deref()).unwrap_or_default();
        let fault = Fault::error("correction::was", it.was.span, "no release had this value");
        report.add(fault.help(format!("write the value that was published: `{last}`")));
    }
    let present = known.get(&it.fact.value).map(|fact| fact.value.as_str());
    let fits = |now: &str| Some(now) == present || published(now);
    if let Some(now) = it.now.as_ref().filter(|now| !fits(&now.value)) {
        let fault = Fault::error("correction::now", now.span, "the record does not have this value");
        let help = match present {
            Some(value) => format!("the record has `{value}`: write that, or change the record"),
            None => "the record has no such fact any more: take `now:` out".to_owned(),
        };
        report.add(fault.help(help));
    }
    if let Some(to) = it.moved_to.as_ref().filter(|to| !known.contains_key(&to.value)) {
        let fault = Fault::error("correction::moved", to.span, format!("there is no fact `{}`", to.value));
        let near = crate::report::nearest(&to.value, known.keys().map(String::as_str));
        report.add(fault.suggest(near, "write the name of the fact that took its place, or take this out"));
    }
}

struct Compared<'a> {
    records: &'a Records,
    changes: &'a [(&'a Correction, &'a Change)],
    last: &'a Release,
}

impl Compared<'_> {
    /// E19: a published value is another now.
    fn changed(&self, report: &mut Report, fact: &Fact<'_>, was: &str) {
        let id = fact.id();
        let told = self.changes.iter().any(|(_, it)| {
            it.fact.value == id
                && it.was.value == was
                && it.now.as_ref().is_some_and(|now| now.value == fact.value)
        });
        if told || self.revised(&id, was) {
            return;
        }
        let message = format!("`{id}` was published as `{was}` in release `{}`", self.last.tag);
        let fault = Fault::error("fact::changed", fact.place, message).label(format!("now `{}`", fact.value));
        let entry = format!("`{{fact: {id}, was: {}, now: {}}}`", quoted(was), quoted(&fact.value));
        report.add(fault.help(format!(
            "put the old value back, or say why under `changes:` of an entry in `content/corrections.yaml`: {entry}"
        )));
    }

    /// E18: a published fact is there no more.
    fn withdrawn(&self, report: &mut Report, known: &BTreeMap<String, &Fact<'_>>, id: &str, was: &str) {
        if self.changes.iter().any(|(_, it)| it.fact.value == id && it.was.value == was && it.now.is_none()) {
            return;
        }
        let message = format!("`{id}`, published in release `{}` as `{was}`, is gone", self.last.tag);
        let fault = Fault::error("fact::withdrawn", self.place(known, id), message)
            .label("it stood in this record or beside it");
        let entry = format!("`{{fact: {id}, was: {}}}`", quoted(was));
        report.add(fault.help(format!(
            "put it back, or say why under `changes:` of an entry in `content/corrections.yaml`: {entry}"
        )));
    }

    /// Where the record of a fact stands, or stood; else the note of the release.
    fn place(&self, known: &BTreeMap<String, &Fact<'_>>, id: &str) -> Span {
        let parts: Vec<&str> = id.split('/').collect();
        let above = (1..parts.len()).rev().map(|n| parts[..n].join("/") + "/");
        let beside = |above: String| {
            known
                .range(above.clone()..)
                .next()
                .filter(|(id, _)| id.starts_with(&above))
                .map(|(_, it)| it.place)
        };
        above.into_iter().find_map(beside).unwrap_or(self.last.note.as_at.span)
    }

    /// Whether the publisher revised it: an earlier edition on record has the old value, and pages
    /// show both.
    fn revised(&self, id: &str, was: &str) -> bool {
        let parts: Vec<&str> = id.split('/').collect();
        let &[area, "series", measure, period] = parts.as_slice() else { return false };
        let had = |series: &crate::register::Series| {
            let points = series.areas.iter().filter(|(name, _)| name.replace(':', "-") == area);
            points.flat_map(|(_, points)| points).any(|point| {
                point.period.to_string() == period
                    && point.value.known().is_some_and(|it| it.normalize().to_string() == was)
            })
        };
        let editions = self.records.shelves.editions.iter();
        editions.filter(|((id, _), _)| id.as_str() == measure).any(|(_, (_, series))| had(series))
    }
}

/// A value as YAML takes it in one line.
fn quoted(value: &str) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
