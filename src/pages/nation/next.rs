//! What happens next in all councils: statistics that are due, ends as planned, letters awaited, promises to
//! come, and the range in which each council’s next inspection report would lie.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::expected::Expected;
use crate::analysis::expected::Phase;
use crate::analysis::expected::What;
use crate::analysis::expected::expected;
use crate::analysis::publications::NextEdition;
use crate::analysis::publications::next_editions;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::join;
use crate::pages::council::next::no_range;
use crate::pages::parts::CalendarEntry;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::calendar;
use crate::pages::parts::grade;
use crate::pages::sections::expected;
use crate::pages::sections::expected::ExpectedView;
use crate::pages::sections::windows::Window;
use crate::pages::sections::windows::entries;
use crate::record::publication::PastEdition;

/// What happens next.
#[derive(Debug, Serialize)]
pub struct OutlookPage {
    editions: Vec<EditionView>,
    /// What was planned or promised, and letters, by council.
    others: Vec<(Link, ExpectedView)>,
    inspections: Vec<PhaseView>,
    /// Councils without a range, by the reason.
    without: Vec<(String, Vec<Link>)>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
    has_calendar: bool,
    /// The calendar.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// The next edition of yearly statistics.
#[derive(Debug, Serialize)]
struct EditionView {
    title: String,
    publisher: String,
    about: String,
    to: DateView,
    range: String,
    phase: &'static str,
    basis: String,
    notes: Vec<Note>,
}

/// Councils by where today stands in the range of their next inspection report.
#[derive(Debug, Serialize)]
struct PhaseView {
    title: &'static str,
    rows: Vec<InspectionView>,
}

/// The range of one council.
#[derive(Debug, Serialize)]
struct InspectionView {
    council: Link,
    href: String,
    grade: GradeView,
    from: DateView,
    range: String,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, OutlookPage, Vec<Id>) {
    let here = Here::at(Address::top("next"));
    let mut notes = Notes::new(frame.register, here.clone());
    let next = next_editions(frame.today, &frame.register.shelves.publications);
    let editions: Vec<EditionView> = next.iter().map(|it| edition(it, &mut notes)).collect();
    let mut marked: Vec<CalendarEntry> = next.iter().flat_map(|it| release(frame, it)).collect();
    let (mut others, mut rows) = (Vec::new(), Vec::new());
    let mut without: BTreeMap<String, Vec<Link>> = BTreeMap::new();
    let said = |what: &What<'_, '_>| !matches!(what, What::Inspection(..) | What::Visit(..));
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let link = frame.council(&here, slug);
        let all = expected(frame.today, frame.register, &findings.timing, dossier);
        rows.extend(all.iter().filter_map(|it| inspection(frame, &here, slug, it)));
        let exists = dossier.council().exists_on(frame.today);
        if let Some(why) = no_range(findings, dossier).filter(|_| exists) {
            without.entry(why).or_default().push(link.clone());
        }
        let views = expected::views(frame, slug, dossier, &findings.timing, said, &mut notes);
        marked.extend(entries(frame, slug, &link.text, &views));
        others.extend(views.into_iter().map(|it| (link.clone(), it)));
    }
    // What is past stands last.
    others.sort_by_key(|(_, it)| (it.days.is_none(), it.days.map(|(_, last)| last)));
    let title = format!("{}: what is expected", frame.register.site.title);
    let page = OutlookPage {
        editions,
        others,
        inspections: phases(rows),
        without: without.into_iter().collect(),
        reach: Reach::of("inspections", None, &mut notes),
        sources: notes.sources(),
        files: (!marked.is_empty())
            .then(|| calendar(frame.today, frame.host(), &title, &marked))
            .into_iter()
            .collect(),
        has_calendar: !marked.is_empty(),
    };
    let about = "What is expected next, as ranges with what they rest on: statistics, ends of interventions, letters, promises, inspections.";
    (frame.head(&here, "What happens next", about, Vec::new()), page, notes.ids())
}

fn edition(it: &NextEdition<'_>, notes: &mut Notes<'_>) -> EditionView {
    let of = it.publication;
    EditionView {
        title: of.title.clone(),
        publisher: of.publisher.clone(),
        about: of.about.clone(),
        to: PartialDate::day(it.to).into(),
        range: expected::months(it.window.0, it.window.1),
        phase: match it.phase {
            Phase::Passed => "may be out; it is not in this record",
            other => expected::phase(other),
        },
        basis: format!(
            "By earlier editions: {}.",
            join(&of.editions.iter().map(came_out).collect::<Vec<_>>())
        ),
        notes: of.editions.iter().flat_map(|it| notes.cite(&it.source)).collect(),
    }
}

/// `that to 30 September 2022 came out on 23 February 2023`.
fn came_out(it: &PastEdition) -> String {
    format!("that to {} came out {}", it.to.value.long(), it.published.value.when())
}

/// The entries of an edition that may still come.
fn release(frame: &Frame<'_>, it: &NextEdition<'_>) -> Vec<CalendarEntry> {
    let of = it.publication;
    let range = expected::months(it.window.0, it.window.1);
    let window = Window {
        uid: format!("publication-{}-{}", of.id.value, it.to.format("%Y")),
        title: of.title.clone(),
        about: format!("{range}. {}", of.about),
        url: frame.absolute(&Address::top("next")),
    };
    if it.phase == Phase::Passed { Vec::new() } else { window.entries(frame.today, it.window) }
}

fn inspection(
    frame: &Frame<'_>,
    here: &Here,
    slug: &Id,
    it: &Expected<'_, '_>,
) -> Option<(Phase, InspectionView)> {
    let What::Inspection(from, group) = &it.what else { return None };
    let view = InspectionView {
        council: frame.council(here, slug),
        href: here.href(&Address::next(slug)),
        grade: grade(group.grade),
        from: from.record.published.value.into(),
        range: expected::months(it.first, it.last),
    };
    Some((it.phase, view))
}

fn phases(rows: Vec<(Phase, InspectionView)>) -> Vec<PhaseView> {
    let titles = [
        (Phase::Within, "In the range of earlier cases now"),
        (Phase::Passed, "Past the longest of earlier cases"),
        (Phase::Ahead, "Before the shortest of earlier cases"),
    ];
    let mut views: Vec<PhaseView> =
        titles.iter().map(|(_, title)| PhaseView { title, rows: Vec::new() }).collect();
    for (phase, row) in rows {
        let at = titles.iter().position(|(it, _)| *it == phase).unwrap_or_default();
        views[at].rows.push(row);
    }
    views.retain(|it| !it.rows.is_empty());
    views
}
