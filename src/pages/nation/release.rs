//! A release: what it holds, how to check a copy of it, and what has changed since.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::grouped;
use crate::pages::nation::added::AddedView;
use crate::pages::nation::added::added;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::PageFile;
use crate::pages::words::shown;
use crate::record::Correction;
use crate::register::Release;
use crate::register::compared::Difference;
use crate::register::compared::Moved;
use crate::register::compared::compared;
use crate::register::compared::moved;
use crate::register::facts::words::words;
use crate::register::releases;
use crate::register::releases::COLUMNS;
use crate::register::releases::Row;
use crate::register::releases::table;

/// A release.
#[derive(Debug, Serialize)]
pub struct ReleasePage {
    tag: String,
    as_at: DateView,
    facts: String,
    digest: String,
    address: String,
    councils: Vec<KeptCouncil>,
    changed: Vec<ChangedView>,
    moved: Vec<MovedView>,
    /// What is withheld since: day, why, and how many facts of this release.
    withheld: Vec<(DateView, String, usize)>,
    /// How many have been added; nothing where none has.
    new: Option<String>,
    /// Records that have been added: reports, visits, what was done, said and promised.
    added: Vec<AddedView>,
    others: Vec<Link>,
    /// Its facts as a file.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// A council's pages as the release has them.
#[derive(Debug, Serialize)]
struct KeptCouncil {
    /// Its anchor, where nothing of it has changed: a way from its frozen pages ends here.
    id: Option<String>,
    page: Link,
    facts: Link,
}

/// A fact that is different now, or gone.
#[derive(Debug, Serialize)]
struct ChangedView {
    fact: String,
    /// The council, where it is the first change of that council: where its frozen pages lead.
    first_of: Option<String>,
    href: String,
    what: String,
    was: String,
    now: Option<String>,
    /// Why, latest first: kind, day, reason, and the entry on the page of corrections.
    why: Vec<(&'static str, DateView, String, String)>,
    /// Whether an edition on record has the value that it had: its publisher has revised it.
    is_revised: bool,
}

/// Facts that say the same and rest on other sources.
#[derive(Debug, Serialize)]
struct MovedView {
    /// One of them.
    first: Link,
    /// How many more there are; nothing where it is the only one.
    more: Option<String>,
    was: Vec<Link>,
    now: Vec<Link>,
}

/// The page of a release and its head.
///
/// * `at`: its place among the releases, oldest first.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>, at: usize) -> (Head, ReleasePage, Vec<Id>) {
    let release: &Release = &findings.releases.releases[at];
    let here = Here::at(Address::release(&release.tag));
    let held: Vec<&Row> = findings.releases.at(at).collect();
    let today = Row::all(&findings.facts);
    let is_shown = |it: &Difference| frame.register.shelves.withheld(&it.fact, release.as_at()).is_none();
    let different = compared(held.iter().copied(), &today).into_iter().filter(is_shown);
    let (new, changed): (Vec<Difference>, Vec<Difference>) = different.partition(|it| it.was.is_none());
    let page = ReleasePage {
        tag: release.tag.to_string(),
        as_at: release.as_at().into(),
        facts: grouped(held.len().into(), 0),
        digest: digest(frame, release, &held),
        withheld: withheld(frame, release, &held),
        address: frame.absolute(here.address()),
        councils: councils(&here, release, &held, &changed, &new),
        added: added(frame, &here, &held, &changed, &new),
        changed: by_council(changed.iter().map(|it| view(frame, findings, &here, at, it)).collect()),
        moved: moved(held.iter().copied(), &today).iter().map(|it| moved_view(frame, &here, it)).collect(),
        new: (!new.is_empty()).then(|| grouped(new.len().into(), 0)),
        others: others(findings, &here, at),
        files: vec![PageFile {
            columns: COLUMNS.map(str::to_owned).to_vec(),
            ..PageFile::new("facts.csv", facts(frame, release, &held))
        }],
    };
    let title = format!("Release {}", release.tag);
    let about =
        format!("The record as it was published on {}, and what has changed since.", release.as_at().long());
    (frame.head(&here, title, about, Vec::new()), page, Vec::new())
}

/// Every council's page and list of facts as the release has them.
fn councils(
    here: &Here,
    release: &Release,
    held: &[&Row],
    changed: &[Difference],
    new: &[Difference],
) -> Vec<KeptCouncil> {
    let others: BTreeSet<&str> =
        changed.iter().chain(new).filter_map(|it| it.fact.split('/').next()).collect();
    let has_changed = |slug: &str| others.contains(slug);
    let names = held.iter().filter(|_| release.pages.is_some());
    let link = |row: &&Row| {
        let slug: Id = row.fact.strip_suffix("/council/name")?.parse().ok()?;
        let to = |page: &Address, text: &str| here.link(&Address::frozen(&release.tag, page), text);
        let name = row.value.as_deref().unwrap_or_default();
        Some(KeptCouncil {
            id: (!has_changed(slug.as_str())).then(|| slug.to_string()),
            page: to(&Address::council(&slug), name),
            facts: to(&Address::facts(&slug), "facts"),
        })
    };
    names.filter_map(link).collect()
}

/// The facts of a release as a file; of those that are withheld the name alone.
fn facts(frame: &Frame<'_>, release: &Release, held: &[&Row]) -> String {
    let shown = |row: &&Row| match frame.register.shelves.withheld(&row.fact, release.as_at()) {
        Some(_) => Row { value: Some(WITHHELD.to_owned()), ..(*row).clone() },
        None => (*row).clone(),
    };
    if frame.register.shelves.withheld.is_empty() {
        return String::from_utf8(table(held.iter().copied())).unwrap_or_default();
    }
    let rows: Vec<Row> = held.iter().map(shown).collect();
    String::from_utf8(table(&rows)).unwrap_or_default()
}

/// The digest of the file of facts: the one that was published, unless something has been withheld since,
/// whose value the old one would give away.
pub fn digest(frame: &Frame<'_>, release: &Release, held: &[&Row]) -> String {
    if withheld(frame, release, held).is_empty() {
        return release.note.digest.value.clone();
    }
    releases::digest(facts(frame, release, held).as_bytes())
}

/// What stands in the place of a value that is withheld.
const WITHHELD: &str = "[withheld]";

fn withheld(frame: &Frame<'_>, release: &Release, held: &[&Row]) -> Vec<(DateView, String, usize)> {
    let is_held = |fact: &str| held.binary_search_by(|row| row.fact.as_str().cmp(fact)).is_ok();
    let all = frame.register.shelves.withheld.iter().filter(|it| it.is_of(release.as_at()));
    let count = all.map(|it| (it, it.facts.iter().filter(|fact| is_held(&fact.value)).count()));
    count.filter(|(_, n)| *n > 0).map(|(it, n)| (it.on.value.into(), it.because.clone(), n)).collect()
}

/// A difference since a release.
///
/// * `at`: the place of the release: entries that it has tell of what came before.
fn view(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here, at: usize, it: &Difference) -> ChangedView {
    let register = frame.register;
    let is_since = |entry: &&Correction| findings.releases.first_with(&entry.id.value).is_none_or(|n| n > at);
    let entries = register.shelves.corrections.iter().filter(is_since);
    let mut entries: Vec<&Correction> =
        entries.filter(|entry| entry.changes.iter().any(|change| change.fact.value == it.fact)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.on.value));
    let why = entries.into_iter().map(|entry| {
        let href = format!("{}#{}", here.href(&Address::top("corrections")), entry.id.value);
        (entry.kind.label(), entry.on.value.into(), entry.because.clone(), href)
    });
    ChangedView {
        why: why.collect(),
        is_revised: it.fact.contains("/series/"),
        href: frame.to_fact(here, &it.fact),
        what: words(&register.shelves, &it.fact).line(),
        was: it.was.as_ref().map(|was| shown(register, &it.fact, was)).unwrap_or_default(),
        now: it.now.as_ref().map(|now| shown(register, &it.fact, now)),
        first_of: None,
        fact: it.fact.clone(),
    }
}

fn moved_view(frame: &Frame<'_>, here: &Here, it: &Moved) -> MovedView {
    let shelves = &frame.register.shelves;
    let source = |name: &str| {
        let known = name.parse().ok().filter(|id| shelves.sources.contains_key(id));
        let Some(id) = known else { return Link { text: name.to_owned(), href: String::new() } };
        here.link(&Address::source(&id), &shelves.sources[&id].value.title)
    };
    let sources = |names: &str| names.split(' ').filter(|it| !it.is_empty()).map(source).collect();
    let first = it.facts.first().map_or("", String::as_str);
    MovedView {
        first: Link { text: words(shelves, first).line(), href: frame.to_fact(here, first) },
        more: it.facts.len().checked_sub(1).filter(|n| *n > 0).map(|n| grouped(n.into(), 0)),
        was: sources(&it.was),
        now: sources(&it.now),
    }
}

fn others(findings: &Findings<'_>, here: &Here, at: usize) -> Vec<Link> {
    let others = findings.releases.releases.iter().enumerate().filter(|(n, _)| *n != at);
    others.map(|(_, it)| here.link(&Address::release(&it.tag), it.tag.as_str())).collect()
}

/// Marks the first change of each council or region.
fn by_council(mut all: Vec<ChangedView>) -> Vec<ChangedView> {
    let area = |it: &ChangedView| it.fact.split('/').next().unwrap_or_default().to_owned();
    let mut last = String::new();
    for it in &mut all {
        let own = area(it);
        it.first_of = (own != last).then(|| own.clone());
        last = own;
    }
    all
}
