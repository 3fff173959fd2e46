//! The front page: what this is, the councils, what happened lately.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::Moment;
use crate::analysis::MomentKind;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::count;
use crate::pages::councils;
use crate::pages::councils::ListedCouncil;
use crate::pages::events;
use crate::pages::events::EventView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;

/// How many of the latest events the front page shows.
const LATEST: usize = 6;

/// The front page.
#[derive(Debug, Serialize)]
pub struct HomePage {
    councils: Vec<ListedCouncil>,
    latest: Vec<(Link, EventView)>,
    held: Vec<String>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, HomePage, Vec<Id>) {
    let here = Here::at(Address::home());
    let mut notes = Notes::new(frame.register, here.clone());
    let page = HomePage {
        councils: councils::list(frame, findings, &here),
        latest: latest(frame, findings, &here),
        held: held(frame),
        reach: Reach::of("inspections", None, &mut notes),
        sources: notes.sources(),
    };
    let site = &frame.register.site;
    (frame.head(&here, site.title.clone(), site.tagline.clone(), Vec::new()), page, notes.ids())
}

/// The latest events of all councils, without what was only said.
fn latest(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Vec<(Link, EventView)> {
    // The sources of an event stand on the pages that it links to.
    let mut notes = Notes::new(frame.register, here.clone());
    let happened =
        |moment: &&Moment<'_>| !matches!(moment.kind, MomentKind::Statement(_) | MomentKind::Commitment(_));
    let of = findings.councils.iter().flat_map(|(slug, found)| {
        found.timeline.iter().filter(happened).take(LATEST).map(move |moment| (*slug, moment))
    });
    let mut all: Vec<(&Id, &Moment<'_>)> = of.collect();
    all.sort_by(|(slug_a, a), (slug_b, b)| b.date.cmp(&a.date).then(slug_a.cmp(slug_b)));
    all.truncate(LATEST);
    all.into_iter()
        .map(|(slug, moment)| {
            let name = frame.register.shelves.dossiers[slug].council().name.clone();
            (
                here.link(&Address::council(slug), name),
                events::event(slug, moment, &mut notes).without_notes(),
            )
        })
        .collect()
}

/// What the record holds, in numbers.
fn held(frame: &Frame<'_>) -> Vec<String> {
    let dossiers = frame.register.shelves.dossiers.values();
    let sum = |of: fn(&crate::register::Dossier) -> usize| dossiers.clone().map(of).sum::<usize>();
    vec![
        count(frame.register.shelves.dossiers.len(), "council", "councils"),
        count(sum(|it| it.inspections.len()), "graded inspection", "graded inspections"),
        count(sum(|it| it.visits.len()), "visit", "visits"),
        count(sum(|it| it.interventions.len()), "intervention", "interventions"),
        count(sum(|it| it.commitments.len()), "promise", "promises"),
        count(frame.register.shelves.sources.len(), "source", "sources"),
    ]
}
