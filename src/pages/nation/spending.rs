//! Every measure, by group: what England's latest figure is, and where each council's stand.

use serde::Serialize;

use crate::analysis::latest_period;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::words::money;
use crate::pages::words::money::FigureView;
use crate::record::Measure;

/// All measures.
#[derive(Debug, Serialize)]
pub struct SpendingIndexPage {
    groups: Vec<GroupView>,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
}

/// A group of measures.
#[derive(Debug, Serialize)]
struct GroupView {
    id: String,
    title: String,
    about: String,
    measures: Vec<MeasureView>,
}

/// A measure.
#[derive(Debug, Serialize)]
struct MeasureView {
    link: Link,
    basis: String,
    councils: usize,
    first: Option<String>,
    last: Option<String>,
    england: Option<(String, FigureView)>,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>) -> (Head, SpendingIndexPage, Vec<Id>) {
    let here = Here::at(Address::top("spending"));
    let mut notes = Notes::new(frame.register, here.clone());
    let register = frame.register;
    let reach = ["spending", "workforce", "children-in-care"];
    let reach = reach.iter().filter_map(|name| Reach::of(name, None, &mut notes)).collect();
    let groups = register.vocabulary.measure_groups.iter().map(|group| GroupView {
        id: format!("group-{}", group.id.value),
        title: group.title.clone(),
        about: group.about.clone(),
        measures: register
            .shelves
            .measures
            .iter()
            .filter(|(_, it)| it.group.value == group.id.value)
            .map(|(id, it)| measure(frame, &here, (id, it), &mut notes))
            .collect(),
    });
    let groups: Vec<GroupView> = groups.filter(|group| !group.measures.is_empty()).collect();
    let page = SpendingIndexPage { groups, reach, sources: notes.sources() };
    let about =
        "Every measure of spending, workforce and children in care: England, the regions and each council.";
    (frame.head(&here, "Spending and workforce", about, Vec::new()), page, notes.ids())
}

fn measure(frame: &Frame<'_>, here: &Here, (id, it): (&Id, &Measure), notes: &mut Notes<'_>) -> MeasureView {
    let register = frame.register;
    let latest = latest_period(register, id);
    let dossiers = register.shelves.dossiers.iter();
    let has = |(slug, dossier): &(&Id, &crate::register::Dossier)| {
        let points = register.series(id, slug.as_str()).iter();
        points.filter(|it| Some(it.period) == latest).any(|it| it.value.known().is_some())
            || dossier.figures.iter().any(|figure| figure.measure.value == *id)
    };
    let england = register.series(id, "england");
    let of_england = england.iter().rev().find(|it| it.value.known().is_some());
    let first = register.shelves.series.get(id).and_then(|(_, series)| {
        series.areas.values().filter_map(|points| points.first()).map(|point| point.period).min()
    });
    MeasureView {
        link: here.link(&Address::measure(id), it.title.clone()),
        basis: money::basis(it),
        councils: dossiers.filter(has).count(),
        first: first.map(crate::domain::Period::short),
        last: latest.map(crate::domain::Period::short),
        england: of_england.map(|point| (point.period.long(), money::value(it, point.value))),
        notes: it.source.as_ref().map(|source| notes.cite(source)).unwrap_or_default(),
    }
}
