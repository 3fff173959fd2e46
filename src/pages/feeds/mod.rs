//! Feeds: what happened, for readers who want to be told. Atom and JSON Feed hold the same entries, in
//! full, each with a name that never changes and the day on which it last changed.

mod atom;
mod entry;
mod json;

use chrono::NaiveDate;

use crate::analysis::Findings;
use crate::analysis::Moment;
use crate::analysis::MomentKind;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::grouped;
use crate::pages::words::escaped;

use crate::pages::feeds::entry::Entry;
use crate::pages::feeds::entry::entry;
use crate::pages::parts::Frame;
use crate::pages::parts::Link;
use crate::pages::parts::subject;
use crate::pages::parts::told;
use crate::record::Correction;
use crate::register::History;
use crate::register::Release;

/// How many entries a feed of several councils has.
const LATEST: usize = 100;

/// A feed.
#[derive(Debug)]
struct Feed {
    /// Its title.
    title: String,
    /// The page beside which it stands.
    page: Address,
    /// The entries, what changed last first.
    entries: Vec<Entry>,
}

/// An event and the council that it is of.
type Event<'a, 'r> = (&'r Id, &'a Moment<'r>);

/// A kind of event with a feed of its own: word in the address, title, what belongs to it.
type Kind = (&'static str, &'static str, fn(&MomentKind<'_>) -> bool);

/// Kinds of event with a feed of their own.
const KINDS: [Kind; 5] = [
    ("inspections", "inspection reports", |it| matches!(it, MomentKind::Inspection(_))),
    ("visits", "visits", |it| matches!(it, MomentKind::Visit(_))),
    ("interventions", "interventions", |it| matches!(it, MomentKind::Begins(_) | MomentKind::Ends(_))),
    ("meetings", "meetings and decisions", |it| matches!(it, MomentKind::Event(_))),
    ("said", "what was promised and said", |it| {
        matches!(it, MomentKind::Commitment(_) | MomentKind::Statement(_))
    }),
];

/// The feeds of each kind of event, from the page of what happened lately.
pub fn of_kinds() -> Vec<Link> {
    let link = |(word, title, _): Kind| Link { text: title.to_owned(), href: format!("{word}/feed.xml") };
    KINDS.into_iter().map(link).collect()
}

/// The feeds of one council, each region, each kind of event, all of them, and of corrections: files
/// by their paths below `public/`.
pub fn files(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<(String, String)> {
    let mut feeds: Vec<Feed> = Vec::new();
    let all = || {
        let councils = findings.councils.iter();
        councils.flat_map(|(slug, found)| found.timeline.iter().map(move |moment| (*slug, moment)))
    };
    for (slug, found) in &findings.councils {
        let own = found.timeline.iter().map(|moment| (*slug, moment));
        let council = frame.register.shelves.dossiers[*slug].council();
        let title = format!("{}: {}", council.official_name, frame.register.site.service);
        let feed = of(frame, &findings.releases, title, Address::council(slug), own, usize::MAX);
        feeds.push(with(feed, usize::MAX, corrections_of(frame, |it| it == slug.as_str())));
    }
    for region in &frame.register.regions.regions {
        let region_of =
            |slug: &str| frame.register.shelves.dossiers.get(slug).map(|it| &it.council().region.value);
        let is_in = |slug: &str| region_of(slug) == Some(&region.id.value);
        let own = all().filter(|(slug, _)| is_in(slug.as_str()));
        let title = format!("{}: {}", region.title, frame.register.site.service);
        let feed = of(frame, &findings.releases, title, Address::region(&region.id.value), own, LATEST);
        feeds.push(with(feed, LATEST, corrections_of(frame, is_in)));
    }
    for (word, title, belongs) in KINDS {
        let own = all().filter(|(_, moment)| belongs(&moment.kind));
        let page = Address::top(&format!("changes/{word}"));
        feeds.push(of(
            frame,
            &findings.releases,
            format!("{}: {title}", frame.register.site.title),
            page,
            own,
            LATEST,
        ));
    }
    let title = frame.register.site.title.clone();
    let feed = of(frame, &findings.releases, title.clone(), Address::top("changes"), all(), LATEST);
    let corrections = frame.register.shelves.corrections.iter().map(|it| correction(frame, it));
    feeds.push(with(feed, LATEST, corrections.chain(releases(frame, findings)).collect()));
    feeds.push(of_corrections(frame, &title));
    feeds.iter().flat_map(|feed| both(frame, feed)).collect()
}

fn of<'a, 'r: 'a>(
    frame: &Frame<'_>,
    history: &History<'_>,
    title: String,
    page: Address,
    events: impl Iterator<Item = Event<'a, 'r>>,
    most: usize,
) -> Feed {
    let mut entries: Vec<Entry> = events.map(|(slug, moment)| entry(frame, history, slug, moment)).collect();
    sort(&mut entries);
    entries.truncate(most);
    Feed { title, page, entries }
}

/// What changed last first; entries of one day in the order of their names.
fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
}

fn of_corrections(frame: &Frame<'_>, title: &str) -> Feed {
    let all = frame.register.shelves.corrections.iter();
    let mut entries: Vec<Entry> = all.map(|it| correction(frame, it)).collect();
    sort(&mut entries);
    Feed { title: format!("{title}: corrections"), page: Address::top("corrections"), entries }
}

/// A feed with more entries, and no more than `most` of all.
fn with(mut feed: Feed, most: usize, more: Vec<Entry>) -> Feed {
    feed.entries.extend(more);
    sort(&mut feed.entries);
    feed.entries.truncate(most);
    feed
}

/// The corrections of pages and facts of councils.
///
/// * `is_of`: of which councils, by their names in addresses.
fn corrections_of(frame: &Frame<'_>, is_of: impl Fn(&str) -> bool) -> Vec<Entry> {
    let is_own = |it: &&Correction| {
        let page = it.about.value.strip_prefix("/councils/").and_then(|rest| rest.split('/').next());
        let facts = it.changes.iter().filter_map(|change| change.fact.value.split('/').next());
        page.into_iter().chain(facts).any(&is_of)
    };
    let own = frame.register.shelves.corrections.iter().filter(is_own);
    own.map(|it| correction(frame, it)).collect()
}

/// Releases, each with how much it has that the one before had not.
fn releases(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Entry> {
    let entry = |(n, it): (usize, &Release)| {
        let page = Address::release(&it.tag);
        let facts = grouped(it.rows.len().into(), 0);
        let what = if n == 0 { "facts are kept for the first time" } else { "facts are new or different" };
        Entry {
            id: entry::name(frame, page.as_str()),
            title: format!("Release {}: {facts} {what}", it.tag),
            url: frame.absolute(&page),
            kind: "Release".to_owned(),
            published: it.as_at().first(),
            updated: it.as_at().first(),
            html: format!("<p>The record as at {}. {facts} {what}.</p>", it.as_at().long()),
        }
    };
    findings.releases.releases.iter().enumerate().map(entry).collect()
}

fn correction(frame: &Frame<'_>, it: &Correction) -> Entry {
    let page = Address::top("corrections");
    let paragraph = |label: &str, text: &str| format!("<p><b>{label}</b>: {}</p>", escaped(text));
    Entry {
        id: entry::name(frame, &format!("{page}#{}", it.id.value)),
        title: format!("{}: {}", it.kind.label(), subject(frame.register, it)),
        url: format!("{}#{}", frame.absolute(&page), it.id.value),
        kind: it.kind.label().to_owned(),
        published: it.on.value.first(),
        updated: it.on.value.first(),
        html: paragraph(it.kind.label(), &told(frame.register, it))
            + &paragraph("It said", &it.was)
            + &paragraph("It says now", &it.now)
            + &paragraph("Why", &it.because),
    }
}

/// A feed in both formats.
fn both(frame: &Frame<'_>, feed: &Feed) -> [(String, String); 2] {
    let folder = &feed.page.as_str()[1..];
    [
        (format!("{folder}feed.xml"), atom::atom(frame, feed)),
        (format!("{folder}feed.json"), json::json(frame, feed)),
    ]
}

/// The page that people read instead of a feed: a kind of event has none of its own.
fn home(frame: &Frame<'_>, feed: &Feed) -> String {
    let changes = Address::top("changes");
    let is_kind = feed.page.as_str().starts_with(changes.as_str());
    frame.absolute(if is_kind { &changes } else { &feed.page })
}

/// The day on which the feed last changed: that of its newest entry.
fn updated(feed: &Feed) -> Option<NaiveDate> {
    feed.entries.iter().map(|it| it.updated).max()
}
