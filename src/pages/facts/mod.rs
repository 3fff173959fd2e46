//! A council's facts, each under the name by which it is cited: its value, its sources, since when it is
//! published, and whether and why it has changed since.

mod changed;
mod cite;
mod citing;
mod records;
mod table;

pub use changed::ChangeView;
pub use changed::changes;
pub use table::measure_of;
pub use table::table;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::grouped;
use crate::pages::facts::cite::Citations;
use crate::pages::facts::citing::Citing;
use crate::pages::facts::citing::period;
use crate::pages::facts::records::Named;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::sections::reply::replies;
use crate::pages::words::shown;
use crate::register::Fact;
use crate::register::facts::words::words;

/// The facts of a council.
#[derive(Debug, Serialize)]
pub struct FactsPage {
    council: Link,
    groups: Vec<GroupView>,
    /// Facts that were published and are there no more.
    gone: Vec<GoneView>,
    count: String,
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
    /// For a series: the words of its title before which a script puts the year that is cited.
    years: Option<String>,
    /// And the basis of its values.
    basis: Option<String>,
    /// That its values are of several councils.
    joint: Option<String>,
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
    /// A judgement is cited by itself; other facts with their record.
    cite: Option<Citations>,
    /// What a year of a series says, where its value alone does not say it all.
    said: Option<String>,
    /// What to beware of.
    beware: Option<String>,
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
    let count: usize = groups.iter().flat_map(|group| &group.records).map(|record| record.rows.len()).sum();
    let page = FactsPage {
        council: frame.council(&here, slug),
        count: grouped(count.into(), 0),
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
    let citing = Citing::new(frame, findings, &named, record, facts);
    // Pages of a release are what is cited: they have no lines of their own.
    let cited = frame.release.is_none().then_some(&citing);
    let rows = facts
        .iter()
        .map(|fact| {
            let others = if fact.sources == own { Vec::new() } else { notes.cite_names(&fact.sources) };
            let cite = cited.and_then(|it| it.judgement(fact));
            let said = cited.and_then(|it| it.year(fact));
            let is_value = record.contains("/series/") || fact.key == "value";
            let beware = is_value.then(|| citing.beware(fact)).flatten();
            RowView { notes: others, cite, said, beware, ..row(frame, findings, record, fact) }
        })
        .collect();
    let cite = cited.map(Citing::record);
    let years = record.contains("/series/").then(|| named.of_council().to_owned());
    let basis = years.as_ref().and_then(|_| citing.basis());
    let joint = citing.joint();
    let replies = replies(frame.register, frame.today, record);
    RecordView { replies, notes: marks, id: anchor, page: named.page, rows, cite, years, basis, joint }
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
            period(frame.register, fact)
        } else {
            words(&frame.register.shelves, &id).what
        },
        value: shown(frame.register, &id, &fact.value),
        notes: Vec::new(),
        cite: None,
        said: None,
        beware: None,
        since: since.or_else(|| revised(frame, findings, fact)),
        changes: changes(frame, &id),
    }
}

/// What the last release had, where it is otherwise and no correction tells why: the publisher’s revision,
/// which was checked, or the same value from other sources.
fn revised(frame: &Frame<'_>, findings: &Findings<'_>, fact: &Fact<'_>) -> Option<String> {
    let id = fact.id();
    let last = findings.releases.versions(&id).last()?;
    let released = findings.releases.releases[last.release].as_at();
    let is_withheld = frame.register.shelves.withheld(&id, released).is_some();
    if is_withheld || findings.is_as_released(fact) || !changes(frame, &id).is_empty() {
        return None;
    }
    let row = findings.releases.versions(&id).last()?.row;
    let before = row.value.as_ref()?;
    if *before == fact.value {
        let names = row.sources.split(' ').map(|name| source_title(frame, name)).collect::<Vec<_>>();
        return Some(format!("the same in the last release, from {}", names.join("; ")));
    }
    let before = shown(frame.register, &id, before);
    Some(match id.contains("/series/") {
        true => format!("revised by its publisher; the last release has {before}"),
        false => format!("moved on; the last release has {before}"),
    })
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
