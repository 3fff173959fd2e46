//! Measures that a bridge allows on one axis: drawn together for one council, with a table of the same
//! values and the reason why they can be.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::analysis::MeasureTable;
use crate::charts::Line;
use crate::charts::Sheet;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Period;
use crate::domain::capitalised;
use crate::pages::parts::Frame;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Pasted;
use crate::pages::sections::through_time;
use crate::pages::sections::through_time::ChartView;
use crate::pages::words::money;
use crate::record::Chart;

/// Measures on one axis.
#[derive(Debug, Serialize)]
pub struct TogetherView {
    id: String,
    title: String,
    about: String,
    chart: ChartView,
    basis: String,
    columns: Vec<Link>,
    difference: Option<String>,
    rows: Vec<RowView>,
    /// Why they can stand together.
    bridges: Vec<(String, Vec<Note>)>,
    /// Values to be read with caution: which, and why.
    cautions: Vec<(String, String)>,
}

/// One period.
#[derive(Debug, Serialize)]
struct RowView {
    period: String,
    values: Vec<Option<String>>,
    difference: Option<String>,
}

/// The drawings of several measures for one council: those of which it has two or more as series.
pub fn together(
    frame: &Frame<'_>,
    name: &str,
    tables: &[MeasureTable<'_>],
    files: &mut Vec<PageFile>,
    notes: &mut Notes<'_>,
) -> Vec<TogetherView> {
    let charts = frame.register.shelves.charts.iter();
    charts.filter_map(|chart| one(frame, chart, name, tables, files, notes)).collect()
}

fn one(
    frame: &Frame<'_>,
    chart: &Chart,
    name: &str,
    tables: &[MeasureTable<'_>],
    files: &mut Vec<PageFile>,
    notes: &mut Notes<'_>,
) -> Option<TogetherView> {
    let find = |measure: &Id| tables.iter().find(|table| table.id == measure);
    let own: Vec<&MeasureTable<'_>> = chart.measures.iter().filter_map(|it| find(&it.value)).collect();
    let drawn: Vec<&MeasureTable<'_>> =
        own.iter().copied().filter(|table| through_time::is_series(table)).collect();
    if drawn.len() < 2 {
        return None;
    }
    let axis = through_time::axis(own.iter().flat_map(|table| table.rows.iter().map(|row| row.period)));
    let first = drawn[0];
    let lines = drawn.iter().enumerate().filter_map(|(n, table)| line(first, table, n == 0, &axis)).collect();
    let drawing = through_time::chart(first.measure, lines, &axis, breaks(&drawn, &axis), Vec::new());
    let (mut view, drawing) = through_time::view(title(chart, name, &drawn, &axis), &drawing);
    let basis = basis(&drawn);
    let sheet = Sheet { title: &view.title, source: &basis, ..Sheet::default() };
    let (page, file) = (notes.here().address(), format!("{}.svg", name_of(chart)));
    files.push(PageFile::drawing(frame, page, &name_of(chart), &drawing, sheet));
    view.pasted = Some(Pasted::new(frame, page, &file, &format!("{name}: {}", chart.title), &basis));
    let rows: Vec<RowView> = axis.iter().map(|period| row(chart, first, &own, *period)).collect();
    files.push(csv(chart, first, &own, &axis));
    Some(TogetherView {
        id: name_of(chart),
        title: chart.title.clone(),
        about: chart.about.clone(),
        chart: view,
        basis,
        columns: own
            .iter()
            .map(|table| Link { text: short(table), href: format!("#{}", table.id) })
            .collect(),
        difference: chart.difference.as_ref().map(|it| it.title.clone()),
        rows,
        bridges: bridges(frame, chart, notes),
        cautions: cautions(&own),
    })
}

/// Where on the axis the reckoning of any of them changed: no line leads across.
fn breaks(drawn: &[&MeasureTable<'_>], axis: &[Period]) -> Vec<usize> {
    let is_broken = |period: Period| {
        let mut rows = drawn.iter().flat_map(|table| &table.rows);
        rows.any(|row| row.period == period && row.broken.is_some())
    };
    (0..axis.len()).filter(|n| is_broken(axis[*n])).collect()
}

/// Its name on the page and as a file, which no measure has.
fn name_of(chart: &Chart) -> String {
    format!("together-{}", chart.id.value)
}

/// The basis and the collector of each measure, said once.
fn basis(drawn: &[&MeasureTable<'_>]) -> String {
    let mut told: Vec<String> = Vec::new();
    for it in drawn.iter().map(|table| table.measure) {
        let words = format!("{}. {}", capitalised(&money::basis(it)), it.collector);
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told.join("; ")
}

fn short(table: &MeasureTable<'_>) -> String {
    table.measure.short.clone().unwrap_or_else(|| table.measure.title.clone())
}

/// Its name without what tells it from measures of other returns.
fn shortest(table: &MeasureTable<'_>) -> String {
    let short = short(table);
    short.split_once(',').map_or(short.clone(), |(name, _)| name.to_owned())
}

/// `Who provides the care: Nottingham, 2020 to 2021: own provision £25.1m, private provision £24.2m`.
fn title(chart: &Chart, name: &str, drawn: &[&MeasureTable<'_>], axis: &[Period]) -> String {
    let Some(last) = axis.last() else { return chart.title.clone() };
    let first = drawn[0];
    let parts: Vec<String> = drawn
        .iter()
        .filter_map(|table| {
            // A nought may be a gap in a return: it is no finding.
            let value = value(first, table, *last).filter(|it| !it.is_zero())?;
            Some(format!("{} {}", shortest(table).to_lowercase(), through_time::short(first.measure, value)))
        })
        .collect();
    let told = if parts.is_empty() { String::new() } else { format!(", {}", parts.join(", ")) };
    format!("{}: {name} {}{told}", chart.title, through_time::when(*last))
}

/// The value of a period in the unit of the first measure.
fn value(first: &MeasureTable<'_>, table: &MeasureTable<'_>, period: Period) -> Option<Decimal> {
    let row = table.rows.iter().find(|row| row.period == period)?;
    table.measure.unit.as_unit(first.measure.unit, row.value.known()?)
}

fn line(first: &MeasureTable<'_>, table: &MeasureTable<'_>, is_main: bool, axis: &[Period]) -> Option<Line> {
    let values: Vec<Option<Decimal>> = axis.iter().map(|period| value(first, table, *period)).collect();
    let at = values.iter().rposition(Option::is_some)?;
    let label = through_time::label(first.measure, &shortest(table), values[at]?, axis[at], axis);
    Some(Line { label, is_main, points: values.into_iter().map(|it| it?.to_f64()).collect() })
}

fn row(chart: &Chart, first: &MeasureTable<'_>, own: &[&MeasureTable<'_>], period: Period) -> RowView {
    let difference = difference(chart, first, own, period);
    RowView {
        period: period.short(),
        values: own.iter().map(|table| cell(table, period)).collect(),
        difference: difference.map(|it| money::exact(first.measure, it)),
    }
}

/// A value as its own table has it: with its precision, or the reason why there is none.
fn cell(table: &MeasureTable<'_>, period: Period) -> Option<String> {
    let row = table.rows.iter().find(|row| row.period == period)?;
    Some(money::figure(table.measure, row).text)
}

fn difference(
    chart: &Chart,
    first: &MeasureTable<'_>,
    own: &[&MeasureTable<'_>],
    period: Period,
) -> Option<Decimal> {
    let of = |id: &Id| own.iter().find(|table| table.id == id).and_then(|it| value(first, it, period));
    let it = chart.difference.as_ref()?;
    Some(of(&it.of.value)? - of(&it.less.value)?)
}

fn bridges(frame: &Frame<'_>, chart: &Chart, notes: &mut Notes<'_>) -> Vec<(String, Vec<Note>)> {
    let drawn = |id: &Id| chart.measures.iter().any(|it| it.value == *id);
    let own = frame
        .register
        .shelves
        .bridges
        .iter()
        .filter(|it| it.measures.iter().filter(|measure| drawn(&measure.value)).count() > 1);
    own.map(|it| (it.because.clone(), notes.cite(&it.source))).collect()
}

fn cautions(own: &[&MeasureTable<'_>]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for table in own {
        for row in &table.rows {
            let which = || format!("{}, {}", short(table), row.period.long());
            all.extend(money::caution(row).map(|it| (which(), it.to_owned())));
        }
    }
    all
}

/// Numbers in the unit of the first measure that is drawn.
fn csv(chart: &Chart, first: &MeasureTable<'_>, own: &[&MeasureTable<'_>], axis: &[Period]) -> PageFile {
    let names: Vec<String> = own.iter().map(|table| table.id.to_string()).collect();
    let mut head: Vec<&str> = vec!["period", "unit"];
    head.extend(names.iter().map(String::as_str));
    head.extend(chart.difference.as_ref().map(|_| "difference"));
    let number = |it: Option<Decimal>| it.map(|it| it.normalize().to_string()).unwrap_or_default();
    let row = |period: &Period| {
        let mut cells = vec![period.to_string(), first.measure.unit.word().to_owned()];
        cells.extend(own.iter().map(|table| number(value(first, table, *period))));
        cells.extend(chart.difference.as_ref().map(|_| number(difference(chart, first, own, *period))));
        cells
    };
    PageFile::table(&name_of(chart), &head, &axis.iter().map(row).collect::<Vec<_>>())
}
