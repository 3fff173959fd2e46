//! What happens next in England: statistics that are due, ends as planned, letters awaited, promises to
//! come, and the range in which each council’s next inspection report would lie.

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
use crate::domain::grouped;
use crate::pages::expected;
use crate::pages::expected::ExpectedView;
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

/// What happens next.
#[derive(Debug, Serialize)]
pub struct OutlookPage {
    editions: Vec<EditionView>,
    /// Ends as planned, letters and promises, by council.
    others: Vec<(Link, ExpectedView)>,
    inspections: Vec<PhaseView>,
    without: Vec<Link>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
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
    let mut entries: Vec<CalendarEntry> = next.iter().flat_map(|it| release(frame, it)).collect();
    let (mut others, mut rows, mut without) = (Vec::new(), Vec::new(), Vec::new());
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let link = frame.council(&here, slug);
        let all = expected(frame.today, frame.register, &findings.timing, dossier);
        let inspection = all.iter().find_map(|it| inspection(frame, &here, slug, it));
        if inspection.is_none() && dossier.council().exists_on(frame.today) {
            without.push(link.clone());
        }
        rows.extend(inspection);
        let named = |it: &ExpectedView| !it.id.starts_with("inspection-") && !it.id.starts_with("visit-");
        let mut views = expected::views(frame, slug, dossier, &findings.timing, &mut notes);
        views.retain(|it| named(it));
        entries.extend(expected::entries(frame, slug, &link.text, &views));
        others.extend(views.into_iter().map(|it| (link.clone(), it)));
    }
    others.sort_by_key(|(_, it)| it.days);
    let title = format!("{}: what is expected", frame.register.site.title);
    let page = OutlookPage {
        editions,
        others,
        inspections: phases(rows),
        without,
        reach: Reach::of("inspections", None, &mut notes),
        sources: notes.sources(),
        files: vec![calendar(frame.today, frame.host(), &title, &entries)],
    };
    let about = "What is expected next, as ranges with what they rest on: statistics, ends of interventions, letters, promises, inspections.";
    (frame.head(&here, "What happens next", about, Vec::new()), page, notes.ids())
}

fn edition(it: &NextEdition<'_>, notes: &mut Notes<'_>) -> EditionView {
    let of = it.publication;
    let n = of.editions.len();
    let days = |days: Option<i64>| grouped(days.unwrap_or_default().into(), 0);
    let lag = if it.lags.least() == it.lags.most() {
        days(it.lags.least())
    } else {
        format!("{} to {}", days(it.lags.least()), days(it.lags.most()))
    };
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
            "By {}, published {lag} days after the last day that {} about.",
            if n == 1 { "one earlier edition".to_owned() } else { format!("{n} earlier editions") },
            if n == 1 { "it is" } else { "they are" },
        ),
        notes: of.editions.iter().flat_map(|it| notes.cite(&it.source)).collect(),
    }
}

/// The entries of an edition that may still come.
fn release(frame: &Frame<'_>, it: &NextEdition<'_>) -> Vec<CalendarEntry> {
    if it.phase == Phase::Passed {
        return Vec::new();
    }
    let of = it.publication;
    let entry = |end: &str, word: &str, day| CalendarEntry {
        uid: format!("publication-{}-{}-{end}", of.id.value, it.to.format("%Y")),
        title: format!("{} (window {word}, not a date)", of.title),
        about: format!("A window, not a date: {}. {}", expected::months(it.window.0, it.window.1), of.about),
        url: format!("{}next/", frame.base_url),
        day,
    };
    if it.window.0 == it.window.1 {
        return vec![entry("day", "of one day", it.window.0)];
    }
    let opens = Some(it.window.0).filter(|first| *first >= frame.today.first());
    let opens = opens.map(|first| entry("opens", "opens", first));
    opens.into_iter().chain([entry("closes", "closes", it.window.1)]).collect()
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
