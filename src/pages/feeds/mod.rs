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
pub use crate::pages::feeds::entry::escaped;

use crate::pages::corrections;
use crate::pages::feeds::entry::Entry;
use crate::pages::feeds::entry::entry;
use crate::pages::parts::Frame;
use crate::pages::parts::Link;
use crate::record::Correction;
use crate::register::History;

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
        feeds.push(with_corrections(frame, slug, feed));
    }
    for region in &frame.register.regions.regions {
        let is_in =
            |slug: &Id| frame.register.shelves.dossiers[slug].council().region.value == region.id.value;
        let own = all().filter(|(slug, _)| is_in(slug));
        let title = format!("{}: {}", region.title, frame.register.site.service);
        feeds.push(of(frame, &findings.releases, title, Address::region(&region.id.value), own, LATEST));
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
    feeds.push(of(frame, &findings.releases, title.clone(), Address::top("changes"), all(), LATEST));
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

/// A council’s feed with the corrections of its pages and facts.
fn with_corrections(frame: &Frame<'_>, slug: &Id, mut feed: Feed) -> Feed {
    let (page, facts) = (Address::council(slug), format!("{slug}/"));
    let is_of = |it: &&Correction| {
        it.about.value.starts_with(page.as_str())
            || it.changes.iter().any(|change| change.fact.value.starts_with(&facts))
    };
    let own = frame.register.shelves.corrections.iter().filter(is_of);
    feed.entries.extend(own.map(|it| correction(frame, it)));
    sort(&mut feed.entries);
    feed
}

fn correction(frame: &Frame<'_>, it: &Correction) -> Entry {
    let page = Address::top("corrections");
    let paragraph = |label: &str, text: &str| format!("<p><b>{label}</b>: {}</p>", entry::escaped(text));
    Entry {
        id: entry::name(frame, &format!("{page}#{}", it.id.value)),
        title: format!("{}: {}", it.kind.label(), corrections::named(frame, &it.about.value)),
        url: format!("{}#{}", frame.absolute(&page), it.id.value),
        kind: it.kind.label().to_owned(),
        published: it.on.value.first(),
        updated: it.on.value.first(),
        html: paragraph("It said", &it.was)
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
