//! Checks of releases: what was published stays, or is corrected in the open (E18, E19).

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::content::check::corrections;
use crate::content::check::editions::Editions;
use crate::content::check::names;
use crate::content::check::told::Told;
use crate::content::check::withheld;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Correction;
use crate::record::correction::Change;
use crate::register::Fact;
use crate::register::Records;
use crate::register::facts;
use crate::register::releases::History;
use crate::register::releases::Release;
use crate::register::releases::Row;
use crate::register::releases::digest;
use crate::register::releases::seal;
use crate::register::releases::table;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Span;

/// Checks the releases against their digests, the record against the last release, and corrections
/// against both. While other errors stand, what could not be read would look altered or withdrawn: all
/// of it waits.
///
/// * `today`: the as-at date, for corrections dated ahead.
pub fn check(report: &mut Report, today: PartialDate, records: &Records) {
    let corrections = &records.shelves.corrections;
    names::unique(report, "corrections", corrections.iter().map(|it| &it.id));
    for it in corrections {
        corrections::day(report, today, it);
        corrections::about(report, records, it);
    }
    if report.has_errors() {
        return;
    }
    let history = History::of(&records.shelves.releases);
    for (n, release) in history.releases.iter().enumerate() {
        sealed(report, &history, n, release);
    }
    let changes: Vec<(&Correction, &Change)> =
        corrections.iter().flat_map(|it| it.changes.iter().map(move |change| (it, change))).collect();
    let is_empty = changes.is_empty() && records.shelves.withheld.is_empty();
    if report.has_errors() || (history.releases.is_empty() && is_empty) {
        return;
    }
    let facts = facts(records);
    twice(report, &facts);
    let known: BTreeMap<String, &Fact<'_>> = facts.iter().map(|fact| (fact.id(), fact)).collect();
    withheld::check(report, today, records, &history, &known);
    let told = Told::new(&changes, &history);
    let editions = Editions::of(records);
    changes.iter().for_each(|(it, change)| {
        corrections::entry(report, &editions, &history, &told, &known, (it, change))
    });
    told_then(report, records, &editions, &history, &told);
    let Some(last) = history.last() else { return };
    let whole = editions.whole(&history);
    let compared =
        Compared { records, told: &told, known: &known, history: &history, last, editions: &editions, whole };
    let is_shown = |row: &&Row| records.shelves.withheld(&row.fact, last.as_at()).is_none();
    for row in history.current().filter(is_shown) {
        let was = row.value.as_deref().unwrap_or_default();
        match known.get(&row.fact) {
            None => compared.withdrawn(report, &row.fact, was),
            Some(fact) if fact.value != was => compared.changed(report, fact, was),
            Some(_) => {}
        }
    }
    for fact in facts.iter() {
        compared.returned(report, fact);
    }
}

/// Two facts of one name: a release could keep only one of them.
pub fn twice(report: &mut Report, facts: &[Fact<'_>]) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for fact in facts {
        if let Some(first) = seen.insert(fact.id(), fact.place) {
            let message = format!("two facts have the name `{}`", fact.id());
            let fault = Fault::error("fact::twice", fact.place, message).also(first, "the other one");
            report.add(fault.help(
                "the record says the same thing in two places: keep one, or give them other names or days",
            ));
        }
    }
}

/// What changed from one release to the next stays told: an entry cannot be taken out later.
fn told_then(
    report: &mut Report,
    records: &Records,
    editions: &Editions<'_>,
    history: &History<'_>,
    told: &Told<'_>,
) {
    for (fact, versions) in history.all() {
        for (n, next) in versions.iter().enumerate().skip(1) {
            let before = versions[..n].iter().rev().find(|it| it.row.value.is_some());
            let Some(before) = before else { continue };
            let (was, now) = (before.row.value.as_deref().unwrap_or_default(), next.row.value.as_deref());
            let is_same = versions[n - 1].row.value.as_deref() == now;
            let from = &history.releases[before.release];
            if is_same
                || records.shelves.withheld(fact, from.as_at()).is_some()
                || now.is_some_and(|now| moved_on(fact, was, now))
                || told.led(next.release, fact, was, now)
                || editions.have(fact, was)
            {
                continue;
            }
            let release = &history.releases[next.release];
            let message = format!(
                "release `{}` has `{fact}` otherwise than the one before, and no entry says why any more",
                release.tag
            );
            let fault = Fault::error("correction::gone", release.note.as_at.span, message);
            report.add(fault.help(
                "take the entry in `content/corrections.yaml` back from the history of the repository",
            ));
        }
    }
}

/// The facts of a release add up to its digest.
fn sealed(report: &mut Report, history: &History<'_>, n: usize, release: &Release) {
    let count = history.at(n).count();
    let before = |fact: &str| {
        let versions = history.versions(fact).iter().rev();
        versions.into_iter().find(|it| it.release < n).map(|it| it.row)
    };
    let in_order = release.rows.windows(2).all(|two| two[0].fact < two[1].fact);
    let is_new = |row: &Row| match before(&row.fact) {
        Some(old) => (&old.value, &old.sources) != (&row.value, &row.sources),
        None => row.value.is_some(),
    };
    let is_whole = in_order && release.rows.iter().all(is_new);
    if !is_whole
        || release.note.digest.value != digest(&table(history.at(n)))
        || release.note.facts.value != rust_decimal::Decimal::from(count)
    {
        let message =
            format!("the facts of release `{}` are not those that its digest was made of", release.tag);
        let fault = Fault::error("release::altered", release.note.digest.span, message);
        report.add(fault.help("take its files, and those of earlier releases, back from the history of the repository: a release is never changed"));
    }
    let packed = release.pages.as_ref().map(|(_, digest)| digest.as_str());
    if release.note.pages.as_ref().map(|it| it.value.as_str()) != packed {
        let place = release.note.pages.as_ref().map_or(release.note.digest.span, |it| it.span);
        let message = format!("the pages of release `{}` are not those that its note names", release.tag);
        let fault = Fault::error("release::pages", place, message);
        let file = format!("content/releases/{}.tar.br", release.tag);
        report.add(fault.help(format!(
            "take `{file}` back from the history of the repository: a release is never changed"
        )));
    }
    let earlier = n.checked_sub(1).map(|before| &history.releases[before]);
    let whole = seal(
        release.tag.as_str(),
        release.as_at(),
        usize::try_from(release.note.facts.value).unwrap_or(count),
        &release.note.digest.value,
        release.note.pages.as_ref().map(|it| it.value.as_str()),
        earlier.map(|it| it.note.seal.value.as_str()),
    );
    if release.note.seal.value != whole {
        let message = format!("the note of release `{}` is not the one that was sealed", release.tag);
        let fault = Fault::error("release::seal", release.note.seal.span, message);
        report.add(fault.help("its name, its day, its digests and the releases before it belong together: take its files, and those of earlier releases, back from the history of the repository"));
    }
    if earlier.is_some_and(|it| it.as_at() == release.as_at()) {
        let fault = Fault::error("release::order", release.note.as_at.span, "two releases have this day");
        report.add(fault.help("take the later one back: one release a day"));
    }
}

struct Compared<'a> {
    records: &'a Records,
    told: &'a Told<'a>,
    known: &'a BTreeMap<String, &'a Fact<'a>>,
    history: &'a History<'a>,
    last: &'a Release,
    editions: &'a Editions<'a>,
    whole: BTreeSet<&'a (Id, Id)>,
}

impl Compared<'_> {
    /// E19: a published value is another now.
    fn changed(&self, report: &mut Report, fact: &Fact<'_>, was: &str) {
        let id = fact.id();
        let is_told = self.told.leads(&id, was, Some(&fact.value));
        if is_told || moved_on(&id, was, &fact.value) || self.newly_revised(&id, was) {
            return;
        }
        let message = format!("`{id}` was published as `{was}` in release `{}`", self.last.tag);
        let fault = Fault::error("fact::changed", fact.place, message).label(format!("now `{}`", fact.value));
        let entry = format!("`{{fact: {id}, was: {}, now: {}}}`", quoted(was), quoted(&fact.value));
        if let Some(early) = self.told.too_early(&id, was, Some(&fact.value)) {
            report.add(fault.help(format!(
                "`{early}` in `content/corrections.yaml` is of before the release, or in it: a change made since needs an entry of a day since"
            )));
            return;
        }
        report.add(fault.help(format!(
            "put the old value back, or say why under `changes:` of an entry in `content/corrections.yaml`: {entry}"
        )));
    }

    /// E18: a published fact is there no more.
    fn withdrawn(&self, report: &mut Report, id: &str, was: &str) {
        if self.told.leads(id, was, None) || (self.is_missing(id) && self.newly_revised(id, was)) {
            return;
        }
        let message = format!("`{id}`, published in release `{}` as `{was}`, is gone", self.last.tag);
        let fault = Fault::error("fact::withdrawn", self.place(id), message)
            .label("it stood in this record or beside it");
        let entry = format!("`{{fact: {id}, was: {}}}`", quoted(was));
        report.add(fault.help(format!(
            "put it back, or say why under `changes:` of an entry in `content/corrections.yaml`: {entry}"
        )));
    }

    /// A fact that was withdrawn is there again: that is told like any other change.
    fn returned(&self, report: &mut Report, fact: &Fact<'_>) {
        let id = fact.id();
        let is_gone = self.history.versions(&id).last().is_some_and(|it| it.row.value.is_none());
        let Some(was) = self.history.last_value(&id).filter(|_| is_gone) else { return };
        let is_withheld = self.history.last_with(&id).is_some_and(|it| {
            self.records.shelves.withheld(&id, self.history.releases[it.release].as_at()).is_some()
        });
        let is_told = self.told.leads(&id, was, Some(&fact.value));
        if is_withheld || is_told || self.editions.have(&id, was) {
            return;
        }
        let message = format!("`{id}`, once published as `{was}`, was withdrawn and is back");
        let fault =
            Fault::error("fact::returned", fact.place, message).label(format!("now `{}`", fact.value));
        let entry = format!("`{{fact: {id}, was: {}, now: {}}}`", quoted(was), quoted(&fact.value));
        report.add(fault.help(format!(
            "take it out, or say why under `changes:` of an entry in `content/corrections.yaml`: {entry}"
        )));
    }

    /// Where the record of a fact stands, or stood; else the note of the release.
    fn place(&self, id: &str) -> Span {
        let parts: Vec<&str> = id.split('/').collect();
        // The name of an area alone would lead to any of its files.
        let above = (2..parts.len()).rev().map(|n| parts[..n].join("/") + "/");
        let beside = |above: String| {
            self.known
                .range(above.clone()..)
                .next()
                .filter(|(id, _)| id.starts_with(&above))
                .map(|(_, it)| it.place)
        };
        above.into_iter().find_map(beside).unwrap_or(self.last.note.as_at.span)
    }

    /// Whether the publisher has revised it since: an edition that the last release has not yet keeps
    /// the old value, and pages show both. It keeps the series as it was, not a few values of it.
    fn newly_revised(&self, id: &str, was: &str) -> bool {
        self.editions.whole_have(&self.whole, id, was)
    }

    /// Whether a series has no number any more where it had one, and says why.
    fn is_missing(&self, id: &str) -> bool {
        let parts: Vec<&str> = id.split('/').collect();
        let &[area, "series", measure, period] = parts.as_slice() else { return false };
        let series = self.records.shelves.series.get(measure).map(|(_, series)| series);
        let areas = series.into_iter().flat_map(|it| &it.areas);
        let mut points = areas.filter(|(name, _)| name.replace(':', "-") == area).flat_map(|(_, it)| it);
        points.any(|it| it.period.to_string() == period && it.value.known().is_none())
    }
}

/// Whether a day up to which the record reaches has moved on.
fn moved_on(id: &str, was: &str, now: &str) -> bool {
    let is_horizon = id.starts_with("site/horizons/") || id.contains("/council/horizons/");
    let days = was.parse::<PartialDate>().ok().zip(now.parse::<PartialDate>().ok());
    is_horizon && days.is_some_and(|(was, now)| was.first() <= now.first() && was.last() <= now.last())
}

/// A value as YAML takes it in one line.
fn quoted(value: &str) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
