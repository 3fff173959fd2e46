//! What happened lately, council by council, latest first.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::Moment;
use crate::analysis::MomentKind;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::grouped;
use crate::pages::feeds;
use crate::pages::parts;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::sections::events;
use crate::pages::sections::events::EventView;

/// How many events the page shows.
const SHOWN: usize = 150;

/// What happened lately.
#[derive(Debug, Serialize)]
pub struct ChangesPage {
    /// Feeds of one kind of event.
    feeds: Vec<Link>,
    months: Vec<MonthView>,
    /// Releases of the record, latest first.
    releases: Vec<ReleaseView>,
    /// What the site last put right.
    corrections: Vec<(&'static str, DateView, Link)>,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
}

/// A release, and what it has that the one before had not.
#[derive(Debug, Serialize)]
struct ReleaseView {
    page: Link,
    as_at: DateView,
    changed: String,
}

/// The events of a month.
#[derive(Debug, Serialize)]
struct MonthView {
    title: String,
    events: Vec<(Link, EventView)>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, ChangesPage, Vec<Id>) {
    let here = Here::at(Address::top("changes"));
    let mut notes = Notes::new(frame.register, here.clone());
    let reach = ["inspections", "visits", "interventions"];
    let reach = reach.iter().filter_map(|name| Reach::of(name, None, &mut notes)).collect();
    let mut months: Vec<MonthView> = Vec::new();
    for (slug, moment) in latest(findings, SHOWN) {
        let month = moment.date.in_month();
        let event = (frame.council(&here, slug), events::pointer(slug, moment, &notes));
        match months.last_mut().filter(|it| it.title == month) {
            Some(last) => last.events.push(event),
            None => months.push(MonthView { title: month, events: vec![event] }),
        }
    }
    let page = ChangesPage {
        feeds: feeds::of_kinds(),
        releases: releases(findings, &here),
        corrections: corrections(frame, &here),
        months,
        reach,
        sources: notes.sources(),
    };
    let about = "Inspections, visits, interventions and decisions, latest first.";
    (frame.head(&here, "What happened lately", about, Vec::new()), page, notes.ids())
}

fn releases(findings: &Findings<'_>, here: &Here) -> Vec<ReleaseView> {
    let all = findings.releases.releases.iter().enumerate().rev();
    all.map(|(n, it)| ReleaseView {
        page: here.link(&Address::release(&it.tag), it.tag.as_str()),
        as_at: it.as_at().into(),
        changed: match n {
            0 => format!("{} facts, the first release", grouped(it.rows.len().into(), 0)),
            _ => format!("{} facts new or different", grouped(it.rows.len().into(), 0)),
        },
    })
    .collect()
}

/// The last corrections, however many the page of corrections has.
fn corrections(frame: &Frame<'_>, here: &Here) -> Vec<(&'static str, DateView, Link)> {
    let mut all: Vec<_> = frame.register.shelves.corrections.iter().collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.on.value));
    let href = here.href(&Address::top("corrections"));
    let view = |it: &&crate::record::Correction| {
        let text = parts::told(frame.register, it);
        let link = Link { text, href: format!("{href}#{}", it.id.value) };
        (it.kind.label(), it.on.value.into(), link)
    };
    all.iter().take(5).map(view).collect()
}

/// The latest events of all councils, without what was only said.
pub fn latest<'a, 'r>(findings: &'a Findings<'r>, shown: usize) -> Vec<(&'r Id, &'a Moment<'r>)> {
    let happened =
        |moment: &&Moment<'_>| !matches!(moment.kind, MomentKind::Statement(_) | MomentKind::Commitment(_));
    let of = findings.councils.iter().flat_map(|(slug, found)| {
        found.timeline.iter().filter(happened).take(shown).map(move |moment| (*slug, moment))
    });
    let mut all: Vec<(&Id, &Moment<'_>)> = of.collect();
    all.sort_by(|(slug_a, a), (slug_b, b)| b.date.cmp(&a.date).then(slug_a.cmp(slug_b)));
    all.truncate(shown);
    all
}
