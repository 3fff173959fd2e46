//! The front page: find a council, England today, what happened lately, what the record holds.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::statistics;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::grouped;
use crate::pages::nation::changes;
use crate::pages::nation::councils;
use crate::pages::nation::today;
use crate::pages::nation::today::TodayView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::sections::events;
use crate::pages::sections::events::EventView;
use crate::pages::sections::map;
use crate::pages::sections::map::MapView;

/// How many of the latest events the front page shows.
const LATEST: usize = 6;

/// Kinds of record that the front page counts.
const HELD: [&str; 6] =
    ["councils", "graded inspections", "visits", "areas for improvement", "values in series", "sources"];

/// The front page.
#[derive(Debug, Serialize)]
pub struct HomePage {
    regions: Vec<(Link, Vec<Link>)>,
    map: Option<MapView>,
    postcode: Option<(String, Link)>,
    today: Option<TodayView>,
    latest: Vec<(Link, EventView)>,
    held: Vec<(String, &'static str)>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, HomePage, Vec<Id>) {
    let here = Here::at(Address::home());
    let mut notes = Notes::new(frame.register, here.clone());
    let latest = changes::latest(findings, LATEST).into_iter();
    let held = statistics(frame.today, frame.register).held;
    let page = HomePage {
        regions: councils::regions(frame, findings, &here),
        map: map::map(frame, findings, &here),
        postcode: frame
            .register
            .site
            .postcode
            .as_ref()
            .map(|it| (it.text.clone(), Link { text: it.link.clone(), href: it.url.value.clone() })),
        today: today::today(frame.register, &findings.tally),
        latest: latest
            .map(|(slug, moment)| (frame.council(&here, slug), events::pointer(slug, moment, &notes)))
            .collect(),
        held: held
            .iter()
            .filter(|(what, count)| HELD.contains(what) && *count > 0)
            .map(|(what, count)| (grouped((*count).into(), 0), *what))
            .collect(),
        reach: Reach::of("inspections", None, &mut notes),
        sources: notes.sources(),
    };
    let site = &frame.register.site;
    (frame.head(&here, site.title.clone(), site.tagline.clone(), Vec::new()), page, notes.ids())
}
