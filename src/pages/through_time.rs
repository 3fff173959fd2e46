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
use crate::charts::Point;
use crate::charts::Scale;
use crate::charts::lines;
use crate::charts::spark;
use crate::domain::Period;
use crate::domain::PeriodKind;
use crate::domain::Unit;
use crate::domain::grouped;
use crate::pages::money;
use crate::record::Measure;
use crate::register::Value;

/// A drawing in a page, with its title.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// What it shows, in a sentence.
    pub title: String,
    /// The drawing.
    pub drawing: String,
}

/// The drawing of a measure, its title apart; nothing for fewer than three values.
///
/// * `name`, `region`: the council's and its region's names.
pub fn through_time(table: &MeasureTable<'_>, name: &str, region: &str) -> Option<(String, Drawing)> {
    let known = table.rows.iter().filter(|row| row.value.known().is_some()).count();
    if known < 3 {
        return None;
    }
    let mut drawn = vec![line(table, name, true, |row| Some(row.value))?];
    if compares(table.measure) {
        drawn.extend(line(table, "England", false, |row| row.england));
        drawn.extend(line(table, region, false, |row| row.region));
    }
    let periods = table.rows.iter().map(|row| axis(row.period)).collect();
    let chart = chart(table.measure, drawn, periods, breaks(table));
    Some((title(table), lines(&chart)))
}

/// Lines on a scale of their own.
pub fn chart(measure: &Measure, lines: Vec<Line>, periods: Vec<String>, breaks: Vec<usize>) -> Lines {
    let high = lines.iter().flat_map(|line| &line.points).flatten().copied().fold(0.0, f64::max);
    Lines {
        marks: Scale::up_to(high).marks.iter().map(|mark| (*mark, mark_words(measure, *mark))).collect(),
        is_step: measure.period == PeriodKind::FinancialYear,
        lines,
        periods,
        breaks,
    }
}

/// The same as a line without an axis.
pub fn small(table: &MeasureTable<'_>) -> Option<String> {
    spark(&points(table, &|row| Some(row.value)), &breaks(table)).map(|drawing| drawing.inline(""))
}

/// Whether councils of different size share a scale.
fn compares(measure: &Measure) -> bool {
    measure.spread == Some(true) || matches!(measure.unit, Unit::Percent | Unit::PoundsPerWeek)
}

fn points(table: &MeasureTable<'_>, value: &impl Fn(&MeasureRow<'_>) -> Option<Value>) -> Vec<Point> {
    table.rows.iter().map(|row| value(row)?.known()?.to_f64()).collect()
}

fn breaks(table: &MeasureTable<'_>) -> Vec<usize> {
    (0..table.rows.len()).filter(|n| table.rows[*n].broken.is_some()).collect()
}

fn line(
    table: &MeasureTable<'_>,
    name: &str,
    is_main: bool,
    value: impl Fn(&MeasureRow<'_>) -> Option<Value>,
) -> Option<Line> {
    let known = |row: &MeasureRow<'_>| value(row)?.known();
    let at = table.rows.iter().rposition(|row| known(row).is_some())?;
    let words = short(table.measure, known(&table.rows[at])?);
    // A line that ends early says when.
    let when = if at + 1 == table.rows.len() {
        String::new()
    } else {
        format!(" ({})", axis(table.rows[at].period))
    };
    Some(Line { label: format!("{name} {words}{when}"), is_main, points: points(table, &value) })
}

/// A period as it stands under a drawing: `2022-23`, `2023`.
pub fn axis(period: Period) -> String {
    match period {
        Period::Year(year) => year.to_string(),
        Period::Snapshot(date) => date.year().to_string(),
        Period::Stated(date) => date.short(),
    }
}

/// `10.4% on 30 September 2025, down 5.1 percentage points on the year before`.
fn title(table: &MeasureTable<'_>) -> String {
    let Some(row) = table.rows.iter().rfind(|row| row.value.known().is_some()) else { return String::new() };
    let value = money::figure(table.measure, row).text;
    let when = row.period.long();
    let change =
        row.change.map(|it| format!(", {} on the period before", money::change(table.measure, it).words));
    let on = if table.measure.period == PeriodKind::FinancialYear { "in" } else { "on" };
    let on = if when.chars().next().is_some_and(|first| first.is_ascii_digit()) { on } else { "in" };
    format!("{}: {value} {on} {when}{}", table.measure.title, change.unwrap_or_default())
}

/// A value for a label: sums in millions where they are large.
pub fn short(measure: &Measure, value: Decimal) -> String {
    match measure.unit.in_pounds(value) {
        Some(pounds) if pounds.abs() >= Decimal::from(1_000_000) => {
            format!("£{}m", grouped(pounds / Decimal::from(1_000_000), 1))
        }
        _ => money::exact(measure, value.round_dp(2)),
    }
}

/// The words beside a mark of the scale.
fn mark_words(measure: &Measure, mark: f64) -> String {
    let Some(value) = Decimal::from_f64_retain(mark) else { return String::new() };
    let value = value.round_dp(2).normalize();
    match measure.unit.in_pounds(value) {
        Some(pounds) if pounds >= Decimal::from(1_000_000) => {
            let millions = (pounds / Decimal::from(1_000_000)).normalize();
            format!("£{}m", grouped(millions, millions.scale().min(1)))
        }
        Some(pounds) => format!("£{}", grouped(pounds, 0)),
        None => {
            let sign = if measure.unit == Unit::Percent { "%" } else { "" };
            format!("{}{sign}", grouped(value, value.scale().min(2)))
        }
    }
}
