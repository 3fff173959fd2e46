//! One measure of one council as a drawing: its values in ink, England and the region in grey where
//! they compare, and the finding as the title.

use chrono::Datelike;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::charts::Drawing;
use crate::charts::Line;
use crate::charts::Lines;
use crate::charts::Scale;
use crate::charts::lines;
use crate::charts::spark;
use crate::domain::Period;
use crate::domain::PeriodKind;
use crate::domain::Precision;
use crate::domain::Unit;
use crate::domain::grouped;
use crate::pages::parts::Pasted;
use crate::pages::words::money;
use crate::record::Measure;
use crate::register::Value;

/// A drawing in a page, with its title.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// What it shows, in a sentence.
    pub title: String,
    /// The drawing.
    pub drawing: String,
    /// Whether some of its points are hollow, because they are to be read with caution.
    pub doubted: bool,
    /// The names of its lines, for where the drawing has no room for them.
    pub named: Vec<String>,
    /// Lines to paste for it; nothing where it has no file.
    pub pasted: Option<Pasted>,
}

impl ChartView {
    /// A drawing without hollow points whose lines need no list of names.
    pub fn plain(title: String, drawing: &Drawing) -> Self {
        Self { drawing: drawing.inline(&title), title, doubted: false, named: Vec::new(), pasted: None }
    }
}

/// The drawing of a measure, its title apart; nothing where values would be joined that do not make
/// a series: fewer than three, inexact ones, or ones stated on some day.
///
/// * `name`, `region`: the council's and its region's names.
pub fn through_time(table: &MeasureTable<'_>, name: &str, region: &str) -> Option<(String, Lines)> {
    if !is_series(table) {
        return None;
    }
    let axis = axis(table.rows.iter().map(|row| row.period));
    let mut drawn = vec![line(table, &axis, name, true, |row| Some(row.value))?];
    if compares(table.measure) {
        drawn.extend(line(table, &axis, "England", false, |row| row.england));
        drawn.extend(line(table, &axis, region, false, |row| row.region));
    }
    let at = |test: fn(&MeasureRow<'_>) -> bool| places(table, &axis, test);
    let doubted = at(|row| row.value.known().is_some() && (row.caution.is_some() || row.odd));
    Some((title(table), chart(table.measure, drawn, &axis, at(|row| row.broken.is_some()), doubted)))
}

/// A chart as a page shows it.
pub fn view(title: String, chart: &Lines) -> (ChartView, Drawing) {
    let drawing = lines(chart);
    let named: Vec<String> =
        chart.lines.iter().map(|line| line.label.clone()).filter(|label| !label.is_empty()).collect();
    let doubted = !chart.doubted.is_empty();
    let view = ChartView { drawing: drawing.inline(&title), title, doubted, named, pasted: None };
    (view, drawing)
}

/// Lines on a scale of their own.
pub fn chart(
    measure: &Measure,
    lines: Vec<Line>,
    axis: &[Period],
    breaks: Vec<usize>,
    doubted: Vec<usize>,
) -> Lines {
    let values = || lines.iter().flat_map(|line| &line.points).flatten().copied();
    let scale = Scale::over(values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    Lines {
        marks: scale.marks.iter().map(|mark| (*mark, mark_words(measure, *mark))).collect(),
        is_step: measure.period == PeriodKind::FinancialYear,
        periods: axis.iter().map(|period| short_period(*period)).collect(),
        lines,
        breaks,
        doubted,
    }
}

/// The same as a line without an axis.
pub fn small(table: &MeasureTable<'_>) -> Option<String> {
    let axis = axis(table.rows.iter().map(|row| row.period));
    let own = points(table, &axis, &|row| Some(row.value));
    let breaks = places(table, &axis, |row| row.broken.is_some());
    spark(&own, &breaks).filter(|_| is_series(table)).map(|drawing| drawing.inline(""))
}

/// Whether the values can be joined: exact, of regular periods, three at least, not all nought.
pub fn is_series(table: &MeasureTable<'_>) -> bool {
    let known = || table.rows.iter().filter_map(|row| Some((row, row.value.known()?)));
    let is_exact = |row: &MeasureRow<'_>| matches!(row.precision, Precision::Exact | Precision::Rounded);
    table.measure.period != PeriodKind::Date
        && known().count() >= 3
        && known().all(|(row, _)| is_exact(row))
        && known().any(|(_, value)| !value.is_zero())
}

/// Every period from the first to the last, those without a row too: a missing year is a gap.
pub fn axis(periods: impl Iterator<Item = Period>) -> Vec<Period> {
    let periods: Vec<Period> = periods.collect();
    let (Some(first), Some(last)) = (periods.iter().min(), periods.iter().max()) else { return Vec::new() };
    std::iter::successors(Some(*first), |period| period.next().filter(|next| next <= last)).collect()
}

/// Whether councils of different size share a scale.
fn compares(measure: &Measure) -> bool {
    measure.spread == Some(true) || matches!(measure.unit, Unit::Percent | Unit::PoundsPerWeek)
}

fn points(
    table: &MeasureTable<'_>,
    axis: &[Period],
    value: &impl Fn(&MeasureRow<'_>) -> Option<Value>,
) -> Vec<Option<f64>> {
    let row = |period: &Period| table.rows.iter().find(|row| row.period == *period);
    axis.iter().map(|period| value(row(period)?)?.known()?.to_f64()).collect()
}

/// Where on the axis the rows stand of which something is true.
fn places(table: &MeasureTable<'_>, axis: &[Period], test: impl Fn(&MeasureRow<'_>) -> bool) -> Vec<usize> {
    let is = |period: &Period| table.rows.iter().any(|row| row.period == *period && test(row));
    (0..axis.len()).filter(|n| is(&axis[*n])).collect()
}

fn line(
    table: &MeasureTable<'_>,
    axis: &[Period],
    name: &str,
    is_main: bool,
    value: impl Fn(&MeasureRow<'_>) -> Option<Value>,
) -> Option<Line> {
    let known = |row: &MeasureRow<'_>| value(row)?.known();
    let last = table.rows.iter().rfind(|row| known(row).is_some())?;
    let label = label(table.measure, name, known(last)?, last.period, axis);
    Some(Line { label, is_main, points: points(table, axis, &value) })
}

/// `Nottingham 10.4%`, with the period where the line ends before the drawing does.
pub fn label(measure: &Measure, name: &str, value: Decimal, period: Period, axis: &[Period]) -> String {
    let when =
        if axis.last() == Some(&period) { String::new() } else { format!(" ({})", short_period(period)) };
    format!("{name} {}{when}", short(measure, value))
}

/// A period as it stands under a drawing: `2022-23`, `2023`.
fn short_period(period: Period) -> String {
    match period {
        Period::Year(year) => year.to_string(),
        Period::Snapshot(date) => date.year().to_string(),
        Period::Stated(date) => date.short(),
    }
}

/// `Agency social workers: 10.4% on 30 September 2025`, with the change on the period before.
fn title(table: &MeasureTable<'_>) -> String {
    let Some(row) = table.rows.iter().rfind(|row| row.value.known().is_some()) else { return String::new() };
    let caution = if row.caution.is_some() || row.odd { ", to be treated with caution" } else { "" };
    let value = money::figure(table.measure, row).text;
    let change =
        row.change.map(|it| format!(", {} on the period before", money::change(table.measure, it).words));
    format!("{}: {value} {}{}{caution}", table.measure.title, when(row.period), change.unwrap_or_default())
}

/// `in 2022 to 2023`, `on 30 September 2025`.
pub fn when(period: Period) -> String {
    match period {
        Period::Year(_) => format!("in {}", period.long()),
        Period::Snapshot(_) => format!("on {}", period.long()),
        Period::Stated(date) => date.when(),
    }
}

/// A value for a label: sums in millions where they are large.
pub fn short(measure: &Measure, value: Decimal) -> String {
    let million = Decimal::from(1_000_000);
    match measure.unit.in_pounds(value) {
        Some(pounds) if pounds.abs() >= million => {
            let sign = if pounds.is_sign_negative() { "−" } else { "" };
            format!("{sign}£{}m", grouped(pounds.abs() / million, 1))
        }
        _ => money::exact(measure, value.round_dp(2)),
    }
}

/// The words beside a mark of the scale.
fn mark_words(measure: &Measure, mark: f64) -> String {
    let Some(value) = Decimal::from_f64_retain(mark) else { return String::new() };
    let value = value.round_dp(2).normalize();
    let sign = if value.is_sign_negative() && !value.is_zero() { "−" } else { "" };
    let million = Decimal::from(1_000_000);
    match measure.unit.in_pounds(value.abs()) {
        Some(pounds) if pounds >= million => {
            let millions = (pounds / million).normalize();
            format!("{sign}£{}m", grouped(millions, millions.scale().min(1)))
        }
        Some(pounds) => format!("{sign}£{}", grouped(pounds, 0)),
        None => {
            let unit = if measure.unit == Unit::Percent { "%" } else { "" };
            format!("{}{unit}", grouped(value, value.scale().min(2)))
        }
    }
}
