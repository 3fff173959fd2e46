//! Measures that a bridge allows on one axis: drawn together for one council, with a table of the same
//! values and the reason why they can be.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::analysis::MeasureTable;
use crate::charts::Line;
use crate::domain::Period;
use crate::domain::capitalised;
use crate::pages::money;
use crate::pages::parts::Frame;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::through_time;
use crate::pages::through_time::ChartView;
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
    let find = |measure: &crate::domain::Id| tables.iter().find(|table| table.id == measure);
    let own: Vec<&MeasureTable<'_>> = chart.measures.iter().filter_map(|it| find(&it.value)).collect();
    let drawn: Vec<&MeasureTable<'_>> =
        own.iter().copied().filter(|table| through_time::is_series(table)).collect();
    if drawn.len() < 2 {
        return None;
    }
    let axis = through_time::axis(own.iter().flat_map(|table| table.rows.iter().map(|row| row.period)));
    let first = own[0];
    let lines = drawn.iter().enumerate().filter_map(|(n, table)| line(first, table, n == 0, &axis)).collect();
    let drawing = through_time::chart(first.measure, lines, &axis, Vec::new(), Vec::new());
    let (view, drawing) = through_time::view(title(chart, name, &drawn, &axis), &drawing);
    let basis = format!("{}. {}", capitalised(&money::basis(first.measure)), first.measure.collector);
    files.push(PageFile::drawing(chart.id.value.as_str(), &drawing, &view.title, &basis, &[]));
    let rows: Vec<RowView> = axis.iter().map(|period| row(chart, &own, *period)).collect();
    files.push(csv(chart, &own, &rows));
    Some(TogetherView {
        id: chart.id.value.to_string(),
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
            let value = value(first, table, *last)?;
            Some(format!("{} {}", shortest(table).to_lowercase(), through_time::short(first.measure, value)))
        })
        .collect();
    format!("{}: {name} {}, {}", chart.title, through_time::when(*last), parts.join(", "))
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

fn row(chart: &Chart, own: &[&MeasureTable<'_>], period: Period) -> RowView {
    let first = own[0];
    let words = |number: Decimal| money::exact(first.measure, number);
    let of = |id: &crate::domain::Id| {
        own.iter().find(|table| table.id == id).and_then(|table| value(first, table, period))
    };
    let difference = chart.difference.as_ref().and_then(|it| Some(of(&it.of.value)? - of(&it.less.value)?));
    RowView {
        period: period.short(),
        values: own.iter().map(|table| value(first, table, period).map(words)).collect(),
        difference: difference.map(words),
    }
}

fn bridges(frame: &Frame<'_>, chart: &Chart, notes: &mut Notes<'_>) -> Vec<(String, Vec<Note>)> {
    let drawn = |id: &crate::domain::Id| chart.measures.iter().any(|it| it.value == *id);
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
            if let Some(caution) = row.caution {
                all.push((which(), caution.note.clone()));
            } else if row.odd {
                all.push((which(), money::ODD.to_owned()));
            }
        }
    }
    all
}

fn csv(chart: &Chart, own: &[&MeasureTable<'_>], rows: &[RowView]) -> PageFile {
    let names: Vec<String> = own.iter().map(|table| table.id.to_string()).collect();
    let mut head: Vec<&str> = vec!["period"];
    head.extend(names.iter().map(String::as_str));
    head.extend(chart.difference.as_ref().map(|_| "difference"));
    let plain = |text: &Option<String>| {
        let text = text.clone().unwrap_or_default();
        text.replace(['£', ',', '%'], "").replace('−', "-")
    };
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let mut cells = vec![row.period.clone()];
            cells.extend(row.values.iter().map(plain));
            cells.extend(chart.difference.as_ref().map(|_| plain(&row.difference)));
            cells
        })
        .collect();
    PageFile::table(chart.id.value.as_str(), &head, &rows)
}
