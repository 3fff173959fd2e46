//! A council's facts, each under the name by which it is cited: its value, its sources, since when it is
//! published, and whether and why it has changed since.

mod changed;
mod cite;
mod records;
mod shown;
mod table;

pub use changed::ChangeView;
pub use changed::changes;
pub use shown::shown;
pub use table::measure_of;
pub use table::table;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Precision;
use crate::pages::facts::cite::Citations;
use crate::pages::facts::cite::Cited;
use crate::pages::facts::records::Named;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::reply::replies;
use crate::pages::series_file;
use crate::register::Fact;
use crate::register::Release;
use crate::register::facts::words::words;

/// The facts of a council.
#[derive(Debug, Serialize)]
pub struct FactsPage {
    council: Link,
    groups: Vec<GroupView>,
    /// Facts that were published and are there no more.
    gone: Vec<GoneView>,
    count: usize,
    release: Option<ReleaseView>,
    sources: Vec<SourceView>,
}

/// A release, as the page names it.
#[derive(Debug, Clone, Serialize)]
struct ReleaseView {
    tag: String,
    as_at: DateView,
    page: String,
}

/// Records of one kind.
#[derive(Debug, Serialize)]
struct GroupView {
    id: &'static str,
    title: &'static str,
    records: Vec<RecordView>,
}

/// A record and its facts.
#[derive(Debug, Serialize)]
struct RecordView {
    /// Its anchor: `inspections/2022-09-05`.
    id: String,
    page: Link,
    notes: Vec<crate::pages::parts::Note>,
    rows: Vec<RowView>,
    replies: Vec<String>,
    /// Nothing on a page of a release.
    cite: Option<Citations>,
}

/// A fact.
#[derive(Debug, Serialize)]
struct RowView {
    /// Its anchor, below that of its record.
    key: String,
    what: String,
    value: String,
    /// Its sources, where they are not those of the record.
    notes: Vec<crate::pages::parts::Note>,
    /// Since when it is published, where that is not the first release that the page names.
    since: Option<String>,
    changes: Vec<ChangeView>,
}

/// A fact that is there no more.
#[derive(Debug, Serialize)]
struct GoneView {
    id: String,
    what: String,
    changes: Vec<ChangeView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>, slug: &Id) -> (Head, FactsPage, Vec<Id>) {
    let here = Here::at(Address::facts(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let own = findings.facts_of(slug.as_str());
    let mut by_record: BTreeMap<&str, Vec<&Fact<'_>>> = BTreeMap::new();
    for fact in own {
        by_record.entry(&fact.record).or_default().push(fact);
    }
    let mut named: Vec<(Named<'_>, &str, Vec<&Fact<'_>>)> = by_record
        .into_iter()
        .rev()
        .map(|(record, facts)| (records::named(frame, slug, record, &here), record, facts))
        .collect();
    named.sort_by_key(|(it, _, _)| records::rank(it.group.0));
    let mut groups: Vec<GroupView> = Vec::new();
    for (it, record, facts) in named {
        let (id, title) = it.group;
        let view = view(frame, findings, &mut notes, it, record, &facts);
        match groups.last_mut().filter(|group| group.id == id) {
            Some(group) => group.records.push(view),
            None => groups.push(GroupView { id, title, records: vec![view] }),
        }
    }
    let council = frame.register.shelves.dossiers[slug].council();
    let page = FactsPage {
        council: frame.council(&here, slug),
        count: groups.iter().flat_map(|group| &group.records).map(|record| record.rows.len()).sum(),
        groups,
        gone: gone(frame, findings, slug),
        release: findings.releases.last().map(|it| ReleaseView {
            tag: it.tag.to_string(),
            as_at: it.as_at().into(),
            page: here.href(&Address::release(&it.tag)),
        }),
        sources: notes.sources(),
    };
    let about = format!(
        "Every fact on record about {}, with its lasting name, its source, how to cite it, and whether it has changed.",
        council.official_name
    );
    let head = frame.head(&here, format!("{}: every fact", council.name), about, frame.way(&here, slug));
    (head, page, notes.ids())
}

fn view(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    notes: &mut Notes<'_>,
    named: Named<'_>,
    record: &str,
    facts: &[&Fact<'_>],
) -> RecordView {
    let marks = notes.cite(named.source);
    let own: Vec<&Id> = named.source.0.iter().map(|it| &it.id.value).collect();
    let anchor = record.split_once('/').map_or(record, |(_, rest)| rest).to_owned();
    let rows = facts
        .iter()
        .map(|fact| {
            let others = if fact.sources == own { Vec::new() } else { notes.cite_names(&fact.sources) };
            RowView { notes: others, ..row(frame, findings, record, fact) }
        })
        .collect();
    let cite = frame.release.is_none().then(|| cite(frame, findings, &named, record, facts));
    let replies = replies(frame.register, frame.today, record);
    RecordView { replies, notes: marks, id: anchor, page: named.page, rows, cite }
}

fn row(frame: &Frame<'_>, findings: &Findings<'_>, record: &str, fact: &Fact<'_>) -> RowView {
    let id = fact.id();
    let versions = findings.releases.versions(&id);
    let since = match (versions.first(), findings.releases.releases.is_empty()) {
        (Some(first), _) if first.release == 0 => None,
        (Some(first), _) => Some(format!("since release {}", findings.releases.releases[first.release].tag)),
        (None, true) => None,
        (None, false) => Some("new since the last release".to_owned()),
    };
    RowView {
        key: fact.key.clone(),
        what: if record.contains("/series/") {
            fact.key.parse().map_or_else(|_| fact.key.clone(), PartialDate::long)
        } else {
            words(&frame.register.shelves, &id).what
        },
        value: shown(frame.register, &id, &fact.value),
        notes: Vec::new(),
        since: since.or_else(|| revised(frame, findings, fact)),
        changes: changes(frame, &id),
    }
}

/// What the last release had, where it is otherwise and no correction tells why: the publisher’s revision,
/// which was checked, or the same value from other sources.
fn revised(frame: &Frame<'_>, findings: &Findings<'_>, fact: &Fact<'_>) -> Option<String> {
    let id = fact.id();
    if findings.is_as_released(fact) || !changes(frame, &id).is_empty() {
        return None;
    }
    let row = findings.releases.versions(&id).last()?.row;
    let before = row.value.as_ref()?;
    if *before == fact.value {
        let names = row.sources.split(' ').map(|name| source_title(frame, name)).collect::<Vec<_>>();
        return Some(format!("the same in the last release, from {}", names.join("; ")));
    }
    Some(format!("revised by its publisher; the last release has {}", shown(frame.register, &id, before)))
}

/// The title of a source, or its name where it is on record no more.
fn source_title(frame: &Frame<'_>, name: &str) -> String {
    let known = frame.register.shelves.sources.get(name);
    known.map_or_else(|| name.to_owned(), |it| format!("‘{}’", it.value.title))
}

/// Facts of the council that a release had and the record has no more.
fn gone(frame: &Frame<'_>, findings: &Findings<'_>, slug: &Id) -> Vec<GoneView> {
    let own = frame.register.shelves.corrections.iter().flat_map(|it| &it.changes);
    let own = own.filter(|it| it.now.is_none() && it.fact.value.split('/').next() == Some(slug.as_str()));
    let is_gone = |fact: &str| !findings.facts_of(slug.as_str()).iter().any(|it| it.id() == fact);
    own.filter(|it| is_gone(&it.fact.value))
        .map(|it| GoneView {
            id: it.fact.value.split_once('/').map_or("", |(_, rest)| rest).to_owned(),
            what: words(&frame.register.shelves, &it.fact.value).line(),
            changes: changes(frame, &it.fact.value),
        })
        .collect()
}

/// The one value for which a record is cited, as exactly as it is known, with what to beware of and whether
/// it was corrected: a figure, the latest of a series, the grade for the whole.
fn said(frame: &Frame<'_>, record: &str, facts: &[&Fact<'_>]) -> Option<String> {
    let is_series = record.contains("/series/");
    let is_grade = |it: &Fact<'_>| it.key == "judgements/overall";
    let fact = facts.iter().rev().find(|it| is_series || it.key == "value" || is_grade(it))?;
    let value = shown(frame.register, &fact.id(), &fact.value);
    let value = match fact.key.parse::<PartialDate>() {
        _ if is_grade(fact) => {
            format!("{}: {value}", words(&frame.register.shelves, &fact.id()).what.replace("judgement, ", ""))
        }
        _ if !is_series => exactly(facts, &value),
        Ok(day) => format!("{value} ({})", day.long()),
        Err(_) => format!("{value} ({})", fact.key),
    };
    let caution = caution(frame, record, fact).map(|it| format!(" (Caution: {})", one_line(it)));
    let corrected = changes(frame, &fact.id()).into_iter().next().map(|it| it.in_brief());
    Some(format!("{value}{}{}", caution.unwrap_or_default(), corrected.unwrap_or_default()))
}

/// A figure with how exactly it is given: `more than £2,171,000`, `25% (in its source’s words: almost a
/// quarter)`.
fn exactly(facts: &[&Fact<'_>], value: &str) -> String {
    let of = |key: &str| facts.iter().find(|it| it.key == key).map(|it| it.value.as_str());
    if let Some(words) = of("as-said") {
        return format!("{value} (in its source’s words: {words})");
    }
    let word = of("precision").unwrap_or_default();
    if word == Precision::Rounded.word() {
        return format!("{value} (rounded)");
    }
    match Precision::WORDS.iter().find(|(it, _)| *it == word).map_or("", |(_, it)| it.label()) {
        "" => value.to_owned(),
        label => format!("{label} {value}"),
    }
}

/// What to beware of in a value, where the record has a caution beside it.
fn caution<'r>(frame: &Frame<'r>, record: &str, fact: &Fact<'_>) -> Option<&'r str> {
    let parts: Vec<&str> = record.split('/').collect();
    let &[slug, _, id] = parts.as_slice() else { return None };
    let figures = frame.register.shelves.dossiers.get(slug).into_iter().flat_map(|it| &it.figures);
    let figure = figures.into_iter().find(|it| it.id.value.as_str() == id);
    match figure {
        Some(it) => series_file::caution(frame.register, slug, &it.measure.value, &it.period.value),
        None => series_file::caution(frame.register, slug, &id.parse().ok()?, &fact.key),
    }
}

/// A text without line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cite(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    named: &Named<'_>,
    record: &str,
    facts: &[&Fact<'_>],
) -> Citations {
    let kept: Option<&Release> = findings
        .releases
        .last()
        .filter(|it| it.pages.is_some() && facts.iter().all(|it| findings.is_as_released(it)));
    let (area, anchor) = record.split_once('/').unwrap_or((record, ""));
    let page = area.parse().map(|slug| Address::facts(&slug)).unwrap_or(Address::home());
    let page = kept.map_or_else(|| page.clone(), |it| Address::frozen(&it.tag, &page));
    let cited = Cited {
        site: &frame.register.site.title,
        key: format!("{}-{}", crate::domain::slug(&frame.register.site.title), record.replace('/', "-")),
        title: one_line(&named.title),
        said: said(frame, record, facts),
        source: one_line(&named.says),
        url: format!("{}#{anchor}", frame.absolute(&page)),
        as_at: kept.map_or(frame.today, Release::as_at),
        version: kept.map(|it| it.tag.as_str()),
    };
    cited.forms()
}
