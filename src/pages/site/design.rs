//! The design of the site on one page, made of the parts that the other pages are made of, with the
//! facts of the council that has most on record.

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::analysis::Findings;
use crate::analysis::MeasureTable;
use crate::analysis::latest_period;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::PeriodKind;
use crate::pages::council::inspection::matrix;
use crate::pages::nation::areas_through_time;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::parts::grade;
use crate::pages::sections::events;
use crate::pages::sections::events::EventView;
use crate::pages::sections::matrix::MatrixView;
use crate::pages::sections::rated;
use crate::pages::sections::rated::RatedView;
use crate::pages::sections::said;
use crate::pages::sections::said::CommitmentView;
use crate::pages::sections::spread::Comparison;
use crate::pages::sections::spread::SpreadView;
use crate::pages::sections::through_time;
use crate::pages::sections::through_time::ChartView;
use crate::pages::sections::through_time::small;
use crate::pages::sections::through_time::through_time;
use crate::register::Dossier;

/// The design of the site.
#[derive(Debug, Serialize)]
pub struct DesignPage {
    /// The council whose facts the parts show.
    sample: Option<Link>,
    grades: Vec<GradeView>,
    rated: Option<RatedView>,
    counts: Option<ChartView>,
    sums: Option<ChartView>,
    spark: Option<String>,
    change: Option<ChartView>,
    spread: Option<SpreadView>,
    events: Vec<EventView>,
    matrix: Option<MatrixView>,
    promises: Vec<CommitmentView>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, DesignPage, Vec<Id>) {
    let here = Here::at(Address::top("design"));
    let mut notes = Notes::new(frame.register, here.clone());
    let sample = findings.councils.iter().max_by_key(|(_, found)| found.timeline.len());
    let sample = sample.map(|(slug, found)| (*slug, &frame.register.shelves.dossiers[*slug], found));
    let tables = || sample.iter().flat_map(|(_, _, found)| &found.tables);
    let chart = |of_years: bool| {
        let (_, dossier, _) = sample?;
        let council = dossier.council();
        let region = frame.region(&council.region.value);
        let drawn = tables()
            .filter(|table| is_of_years(table) == of_years)
            .filter_map(|it| through_time(it, &council.name, &region));
        drawn.into_iter().next().map(|(title, chart)| through_time::view(title, &chart).0)
    };
    let page = DesignPage {
        sample: sample.map(|(slug, _, _)| frame.council(&here, slug)),
        grades: grades(frame),
        rated: sample.and_then(|(slug, dossier, found)| rated::rated(frame, slug, dossier, &found.grid)),
        counts: chart(false),
        sums: chart(true),
        spark: tables().find_map(small),
        change: change(frame),
        spread: sample.and_then(|(slug, _, _)| spread(frame, slug)),
        events: sample.map(|(slug, _, found)| one_of_each(slug, found, &notes)).unwrap_or_default(),
        matrix: sample.and_then(|(slug, dossier, _)| {
            dossier.inspections.iter().rev().find_map(|it| matrix(slug, it, dossier, &notes))
        }),
        promises: sample
            .map(|(_, dossier, _)| promises(frame.today, dossier, &mut notes))
            .unwrap_or_default(),
        sources: notes.sources(),
    };
    let about = "The type, colours, marks, charts and parts of this site, made of the real ones.";
    (frame.head(&here, "Design", about, Vec::new()), page, notes.ids())
}

/// Whether a measure has sums of years, which are drawn as steps.
fn is_of_years(table: &MeasureTable<'_>) -> bool {
    table.measure.period == PeriodKind::FinancialYear
}

/// The grades of the newest framework, and the mark for none.
fn grades(frame: &Frame<'_>) -> Vec<GradeView> {
    let newest = frame.register.shelves.frameworks.values().max_by_key(|it| it.applies_from.value);
    let none = GradeView { wording: "Not graded under this framework".to_owned(), glyph: "0".to_owned() };
    newest.into_iter().flat_map(|it| &it.scale).map(grade).chain([none]).collect()
}

fn change(frame: &Frame<'_>) -> Option<ChartView> {
    let measures = frame.register.shelves.measures.iter();
    let mut drawn = measures.filter_map(|(id, it)| areas_through_time::change_of(frame, id, it));
    drawn.next().map(|(title, drawing)| ChartView::plain(title, &drawing))
}

fn spread(frame: &Frame<'_>, slug: &Id) -> Option<SpreadView> {
    let register = frame.register;
    let view =
        |(id, it)| Comparison::of(register, id, it, latest_period(register, id)?)?.view(register, Some(slug));
    register.shelves.measures.iter().filter(|(_, it)| it.spread == Some(true)).find_map(view)
}

/// The latest event of each kind.
fn one_of_each(slug: &Id, found: &CouncilFindings<'_>, notes: &Notes<'_>) -> Vec<EventView> {
    let mut views: Vec<EventView> = Vec::new();
    for view in found.timeline.iter().map(|moment| events::pointer(slug, moment, notes)) {
        if !views.iter().any(|it| it.kind() == view.kind()) {
            views.push(view);
        }
    }
    views
}

/// One promise for each outcome.
fn promises(today: PartialDate, dossier: &Dossier, notes: &mut Notes<'_>) -> Vec<CommitmentView> {
    let mut seen = Vec::new();
    let mut one = |it: &&crate::record::Commitment| {
        let status = it.outcome.as_ref().map(|outcome| outcome.status.value);
        let is_new = !seen.contains(&status);
        seen.push(status);
        is_new
    };
    let chosen: Vec<_> = dossier.commitments.iter().filter(|it| one(it)).collect();
    chosen.into_iter().map(|it| said::commitment(today, it, notes)).collect()
}
