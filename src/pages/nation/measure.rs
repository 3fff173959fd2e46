//! One measure: what it means, England and the regions through time, the spread of councils, and
//! every council's latest value. Nobody is ranked: councils stand in the order of their names.

use serde::Serialize;

use crate::analysis::Spread;
use crate::analysis::latest_period;
use crate::charts::Drawing;
use crate::charts::Sheet;
use crate::charts::lines;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::Period;
use crate::domain::capitalised;
use crate::pages::downloads::series_file;
use crate::pages::nation::areas_through_time;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Pasted;
use crate::pages::parts::SourceView;
use crate::pages::sections::spread::Comparison;
use crate::pages::sections::spread::SpreadView;
use crate::pages::sections::spread::each;
use crate::pages::sections::spread::pounds;
use crate::pages::sections::through_time::ChartView;
use crate::pages::words::money;
use crate::pages::words::money::FigureView;
use crate::record::Measure;
use crate::register::Register;
use crate::register::Value;

/// The page of one measure.
#[derive(Debug, Serialize)]
pub struct MeasurePage {
    definition: String,
    basis: String,
    unit: String,
    collector: String,
    complete_to: Option<DateView>,
    period: Option<String>,
    spread: Option<SpreadView>,
    per: Option<String>,
    councils: Vec<CouncilRow>,
    missing: usize,
    /// England through time, with the regions in grey where they compare.
    chart: Option<ChartView>,
    /// England and the regions from the first comparable period to the latest.
    change: Option<ChartView>,
    areas: Vec<Link>,
    times: Vec<TimeRow>,
    spreads: Vec<SpreadRow>,
    figures: Vec<FigureRow>,
    breaks: Vec<(DateView, String, Vec<Note>)>,
    editions: Vec<(String, Vec<Note>)>,
    joint: Vec<(Vec<Link>, String, Vec<Note>)>,
    look_alikes: Vec<(Link, String)>,
    file: Option<String>,
    notes: Vec<Note>,
    sources: Vec<SourceView>,
    /// The drawings as files.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// How they lay in one period.
#[derive(Debug, Serialize)]
struct SpreadRow {
    period: String,
    known: usize,
    values: Vec<String>,
}

/// A council's value.
#[derive(Debug, Serialize)]
struct CouncilRow {
    council: Link,
    href: String,
    region: String,
    value: FigureView,
    each: Option<String>,
    flagged: bool,
}

/// England and the regions in one period.
#[derive(Debug, Serialize)]
struct TimeRow {
    period: String,
    before_break: bool,
    values: Vec<Option<FigureView>>,
}

/// A figure of a single council.
#[derive(Debug, Serialize)]
struct FigureRow {
    council: Link,
    href: String,
    period: String,
    value: String,
    /// What to beware of in it.
    caution: Option<(String, Vec<Note>)>,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, id: &Id, it: &Measure) -> (Head, MeasurePage, Vec<Id>) {
    let here = Here::at(Address::measure(id));
    let register = frame.register;
    let mut notes = Notes::new(register, here.clone());
    let own_notes = it.source.as_ref().map(|source| notes.cite(source)).unwrap_or_default();
    let period = latest_period(register, id);
    let spread = period.and_then(|period| Comparison::of(register, id, it, period));
    let councils = period.map(|period| councils(frame, &here, id, it, period)).unwrap_or_default();
    let (areas, times) = times(frame, &here, id, it);
    let mut files = Vec::new();
    let source =
        format!("{}. {}. {}", capitalised(&money::unit(it)), capitalised(&money::basis(it)), it.collector);
    let mut drawn = |name: &str, made: Option<(String, Drawing)>| {
        made.map(|(title, drawing)| {
            let heading = format!("{}: {title}", it.title);
            let sheet = Sheet { title: &heading, source: &source, ..Sheet::default() };
            files.push(PageFile::drawing(frame, here.address(), name, &drawing, sheet));
            let named = format!("{}: England and its regions", it.title);
            let lines = Pasted::new(frame, here.address(), &format!("{name}.svg"), &named, &source);
            ChartView { pasted: Some(lines), ..ChartView::plain(title, &drawing) }
        })
    };
    let mut page = MeasurePage {
        files: Vec::new(),
        definition: it.definition.clone(),
        basis: money::basis(it),
        unit: it.counted.clone().unwrap_or_else(|| money::unit(it)),
        collector: it.collector.clone(),
        complete_to: it.complete_to.map(DateView::from),
        period: period.map(|period| period.long()),
        per: spread.as_ref().and_then(|it| it.per.clone()),
        spread: spread.and_then(|spread| spread.view(register, None)),
        missing: councils.iter().filter(|row| !row.value.known).count(),
        councils,
        chart: drawn(
            "england",
            areas_through_time::lines_of(frame, id, it).map(|(title, chart)| (title, lines(&chart))),
        ),
        change: drawn("change", areas_through_time::change_of(frame, id, it)),
        areas,
        times,
        spreads: spreads(register, id, it),
        figures: figures(frame, &here, id, it, &mut notes),
        breaks: it
            .breaks
            .iter()
            .map(|it| (it.at.into(), it.because.clone(), notes.cite(&it.source)))
            .collect(),
        editions: it.editions.iter().map(|it| (it.title.clone(), notes.cite(&it.source))).collect(),
        joint: it
            .joint
            .iter()
            .map(|it| {
                let councils = it.councils.iter().map(|slug| frame.council(&here, &slug.value)).collect();
                (councils, it.because.clone(), notes.cite(&it.source))
            })
            .collect(),
        look_alikes: alikes(register, &here, it),
        file: register
            .shelves
            .series
            .contains_key(id)
            .then(|| format!("{}{}", here.root(), series_file::path(id))),
        notes: own_notes,
        sources: notes.sources(),
    };
    page.files = files;
    let about = format!("{}: England, the regions and every council, with definition and sources.", it.title);
    let crumbs = vec![here.link(&Address::top("spending"), "Spending and workforce")];
    (frame.head(&here, it.title.clone(), about, crumbs), page, notes.ids())
}

fn councils(frame: &Frame<'_>, here: &Here, id: &Id, it: &Measure, period: Period) -> Vec<CouncilRow> {
    let register = frame.register;
    let spread = Spread::of(register, id, period);
    let head = it.per_head.first().map(|head| &head.value);
    let mut rows: Vec<CouncilRow> = spread
        .values
        .iter()
        .map(|(slug, value)| {
            let dossier = &register.shelves.dossiers[*slug];
            let spending = here.href(&Address::spending(slug));
            let flagged = dossier.cautions.iter().any(|caution| {
                caution.measure.value == *id && Period::read(&caution.period, it.period) == Ok(period)
            });
            let each = head.and_then(|head| each(register, it, head, slug.as_str(), period, *value));
            CouncilRow {
                council: frame.council(here, slug),
                href: format!("{spending}#{id}"),
                region: frame.region(&dossier.council().region.value),
                value: money::value(it, *value),
                each: each.and_then(Value::known).map(pounds),
                flagged,
            }
        })
        .collect();
    rows.sort_by(|a, b| a.council.text.cmp(&b.council.text));
    rows
}

/// England and the regions, latest period first.
fn times(frame: &Frame<'_>, here: &Here, id: &Id, it: &Measure) -> (Vec<Link>, Vec<TimeRow>) {
    let register = frame.register;
    let regions = register.regions.regions.iter().map(|region| {
        let link = here.link(&Address::region(&region.id.value), region.title.clone());
        (format!("region:{}", region.id.value), link)
    });
    let england = ("england".to_owned(), here.link(&Address::top("spending"), "England"));
    let areas: Vec<(String, Link)> = std::iter::once(england)
        .chain(regions)
        .filter(|(area, _)| !register.series(id, area).is_empty())
        .collect();
    let mut periods: Vec<Period> =
        areas.iter().flat_map(|(area, _)| register.series(id, area)).map(|point| point.period).collect();
    periods.sort();
    periods.dedup();
    let value = |area: &str, period: Period| {
        let point = register.series(id, area).iter().find(|point| point.period == period)?;
        Some(money::value(it, point.value))
    };
    let later = periods.iter().copied().skip(1).map(Some).chain([None]).collect::<Vec<_>>();
    let is_break =
        |this: Period, next: Option<Period>| next.is_some_and(|next| it.break_between(this, next).is_some());
    let rows = periods.into_iter().zip(later).rev().map(|(period, next)| TimeRow {
        period: period.short(),
        before_break: is_break(period, next),
        values: areas.iter().map(|(area, _)| value(area, period)).collect(),
    });
    (areas.iter().map(|(_, link)| link.clone()).collect(), rows.collect())
}

/// How the councils lay in each period, latest first.
fn spreads(register: &Register, id: &Id, it: &Measure) -> Vec<SpreadRow> {
    let Some((_, series)) = register.shelves.series.get(id) else { return Vec::new() };
    let mut periods: Vec<Period> = series.areas.values().flatten().map(|point| point.period).collect();
    periods.sort();
    periods.dedup();
    let row = |period: Period| {
        let comparison = Comparison::of(register, id, it, period)?;
        let values =
            (0..=4).filter_map(|n| comparison.spread.quarter(n)).map(|it| comparison.text(it)).collect();
        Some(SpreadRow { period: period.short(), known: comparison.spread.sorted.len(), values })
    };
    periods.into_iter().rev().filter_map(row).collect()
}

fn figures(frame: &Frame<'_>, here: &Here, id: &Id, it: &Measure, notes: &mut Notes<'_>) -> Vec<FigureRow> {
    let mut rows = Vec::new();
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let spending = here.href(&Address::spending(slug));
        for figure in dossier.figures.iter().filter(|figure| figure.measure.value == *id) {
            let read = Period::read(&figure.period, it.period);
            let of_it = dossier.cautions.iter().find(|caution| {
                caution.measure.value == *id && Period::read(&caution.period, it.period) == read
            });
            let period = read.map(|period| period.long());
            rows.push(FigureRow {
                caution: of_it.map(|it| (it.note.clone(), notes.cite(&it.source))),
                council: frame.council(here, slug),
                href: format!("{spending}#{}", figure.id.value),
                period: period.unwrap_or_else(|_| figure.period.value.clone()),
                value: money::stated(it, figure),
                notes: notes.cite(&figure.source),
            });
        }
    }
    rows
}

fn alikes(register: &Register, here: &Here, it: &Measure) -> Vec<(Link, String)> {
    let alike = |alike: &crate::record::measure::LookAlike| {
        let other = register.measure(&alike.measure.value);
        (here.link(&Address::measure(&alike.measure.value), other.title.clone()), alike.because.clone())
    };
    it.look_alikes.iter().map(alike).collect()
}
