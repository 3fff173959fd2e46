//! How long, how often: what the record itself measures of time, with every case that a figure rests
//! on and how it was worked out.

use serde::Serialize;

use crate::analysis::AfterGrade;
use crate::analysis::Findings;
use crate::analysis::Lags;
use crate::analysis::Lengths;
use crate::analysis::spells::Spell;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::grouped;
use crate::domain::join;
use crate::pages::nation::how_long_files as files;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::grade;
use crate::pages::sections::lasting;
use crate::pages::sections::lasting::IntervalView;
use crate::pages::sections::lasting::RunView;
use crate::pages::sections::lasting::SpellView;
use crate::pages::words::lengths::LengthsView;
use crate::pages::words::lengths::begun;

/// How long, how often.
#[derive(Debug, Serialize)]
pub struct HowLongPage {
    grades: Vec<GradeRow>,
    /// What followed a grade, by its wording alone, across judgements that do not compare.
    across: Vec<AcrossRow>,
    visits: Vec<VisitsRow>,
    lags: Vec<LagsRow>,
    tracks: Vec<TrackRow>,
    /// The first and the last day of the longest time in which no inspection on record began.
    pause: Option<(String, String)>,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
    /// Every case as a table.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// What followed one grade on one judgement.
#[derive(Debug, Serialize)]
struct GradeRow {
    id: String,
    grade: GradeView,
    judgement: String,
    frameworks: String,
    to_next: Option<LengthsView>,
    waiting: usize,
    held: Option<LengthsView>,
    new_judgement: usize,
    still: usize,
    intervals: Vec<IntervalView>,
    runs: Vec<RunView>,
}

/// What followed one wording in all frameworks.
#[derive(Debug, Serialize)]
struct AcrossRow {
    grade: GradeView,
    frameworks: String,
    to_next: LengthsView,
}

/// Visits on record between a report and the next.
#[derive(Debug, Serialize)]
struct VisitsRow {
    kind: String,
    grade: GradeView,
    frameworks: String,
    n: usize,
    median: String,
    least: usize,
    most: usize,
}

/// Letters and gaps of one kind of visit.
#[derive(Debug, Serialize)]
struct LagsRow {
    kind: String,
    letters: Option<LengthsView>,
    letters_of: String,
    gaps: Option<LengthsView>,
    gaps_of: String,
}

/// Spells of intervention on one track.
#[derive(Debug, Serialize)]
struct TrackRow {
    id: String,
    title: String,
    ended: Option<LengthsView>,
    open: usize,
    spells: Vec<SpellView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, HowLongPage, Vec<Id>) {
    let here = Here::at(Address::top("how-long"));
    let mut notes = Notes::new(frame.register, here.clone());
    let timing = &findings.timing;
    let groups = &timing.after_grades;
    let kinds = frame.register.vocabulary.visit_kinds.iter();
    let page = HowLongPage {
        grades: groups.iter().enumerate().map(|(n, it)| grades(frame, &here, n, it)).collect(),
        across: across(groups),
        visits: visits(frame, groups),
        lags: kinds
            .filter_map(|kind| Some((kind.title.clone(), timing.lags.get(&kind.id.value)?)))
            .filter(|(_, it)| it.letters.n() + it.gaps.n() > 0)
            .map(|(kind, it)| lags(kind, it))
            .collect(),
        tracks: tracks(frame, &here, &timing.spells),
        pause: timing.pause.map(|it| it.ends()).map(|(first, last)| (first.long(), last.long())),
        reach: ["inspections", "visits", "interventions"]
            .iter()
            .filter_map(|name| Reach::of(name, None, &mut notes))
            .collect(),
        sources: notes.sources(),
        files: vec![files::intervals(groups), files::runs(groups), files::spells(&timing.spells)],
    };
    let about = "Time to the next inspection after each grade, time at each grade, visits in between, letters and spells of intervention: medians, ranges and every case.";
    (frame.head(&here, "How long, how often", about, Vec::new()), page, notes.ids())
}

/// The frameworks of a judgement, by their short names.
pub fn frameworks(it: &AfterGrade<'_>) -> String {
    join(&it.frameworks.iter().map(|it| it.short.clone()).collect::<Vec<_>>())
}

fn grades(frame: &Frame<'_>, here: &Here, n: usize, it: &AfterGrade<'_>) -> GradeRow {
    GradeRow {
        id: format!("grade-{}", n + 1),
        grade: grade(it.grade),
        judgement: it.judgement.wording.clone(),
        frameworks: frameworks(it),
        to_next: LengthsView::months(&it.to_next()),
        waiting: it.waiting().count(),
        held: LengthsView::months(&it.held()),
        new_judgement: it.runs.iter().filter(|run| run.other_judgement).count(),
        still: it.runs.iter().filter(|run| run.ended.is_none() && !run.is_over).count(),
        intervals: it.intervals.iter().map(|of| lasting::interval(frame, here, it, of)).collect(),
        runs: it.runs.iter().map(|of| lasting::run(frame, here, it, of)).collect(),
    }
}

/// Grades of one wording in several frameworks together: how long councils waited, whatever was
/// judged.
fn across(groups: &[AfterGrade<'_>]) -> Vec<AcrossRow> {
    let mut rows: Vec<AcrossRow> = Vec::new();
    for it in groups {
        let like = |other: &&AfterGrade<'_>| {
            other.grade.wording == it.grade.wording
                && other.frameworks[0].regulator == it.frameworks[0].regulator
        };
        let first = groups.iter().find(like);
        if first.is_some_and(|first| !std::ptr::eq(first, it)) {
            continue;
        }
        let same: Vec<&AfterGrade<'_>> = groups.iter().filter(like).collect();
        let days = same.iter().flat_map(|it| it.intervals.iter().filter_map(|it| it.days));
        if let Some(to_next) = LengthsView::months(&Lengths::of(days)).filter(|_| same.len() > 1) {
            let all = same.iter().rev().flat_map(|it| &it.frameworks);
            let mut frameworks: Vec<String> = Vec::new();
            for it in all.map(|it| &it.short) {
                if !frameworks.contains(it) {
                    frameworks.push(it.clone());
                }
            }
            rows.push(AcrossRow { grade: grade(it.grade), frameworks: join(&frameworks), to_next });
        }
    }
    rows
}

/// Visits on record between a report and the next, by kind and grade, of intervals that are closed.
fn visits(frame: &Frame<'_>, groups: &[AfterGrade<'_>]) -> Vec<VisitsRow> {
    let mut rows = Vec::new();
    for kind in &frame.register.vocabulary.visit_kinds {
        for it in groups {
            let of_kind = |visits: &[&crate::register::Filed<crate::record::Visit>]| {
                visits.iter().filter(|visit| visit.record.kind.value == kind.id.value).count()
            };
            let counts: Vec<usize> = it
                .intervals
                .iter()
                .filter(|interval| interval.next.is_some())
                .map(|interval| of_kind(&interval.visits))
                .filter(|n| *n > 0)
                .collect();
            let all = Lengths::of(counts.iter().filter_map(|n| i64::try_from(*n).ok()));
            let (Some(least), Some(most), Some(median)) =
                (counts.iter().min(), counts.iter().max(), all.median())
            else {
                continue;
            };
            rows.push(VisitsRow {
                kind: kind.title.clone(),
                grade: grade(it.grade),
                frameworks: frameworks(it),
                n: counts.len(),
                median: grouped(median.normalize(), median.normalize().scale()),
                least: *least,
                most: *most,
            });
        }
    }
    rows
}

fn lags(kind: String, it: &Lags) -> LagsRow {
    LagsRow {
        kind,
        letters: LengthsView::days(&it.letters),
        letters_of: begun(it.letters_of),
        gaps: LengthsView::days(&it.gaps),
        gaps_of: begun(it.gaps_of),
    }
}

fn tracks(frame: &Frame<'_>, here: &Here, spells: &[Spell<'_>]) -> Vec<TrackRow> {
    let tracks = frame.register.vocabulary.tracks.iter();
    let row = |track: &crate::record::vocabulary::Term| {
        let own: Vec<&Spell<'_>> = spells.iter().filter(|it| *it.track == track.id.value).collect();
        TrackRow {
            id: format!("track-{}", track.id.value),
            title: track.title.clone(),
            ended: LengthsView::months(&Lengths::of(own.iter().filter_map(|it| it.days))),
            open: own.iter().filter(|it| it.is_open()).count(),
            spells: own.into_iter().map(|it| lasting::spell(frame, here, it)).collect(),
        }
    };
    tracks.map(row).filter(|row| !row.spells.is_empty()).collect()
}
