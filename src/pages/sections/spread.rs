//! The spread of councils on one measure in one period, drawn as a strip. A place on it is no rank.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::analysis::Spread;
use crate::analysis::per_head;
use crate::charts::Mark;
use crate::charts::Strip;
use crate::charts::strip;
use crate::domain::Id;
use crate::domain::Period;
use crate::domain::Unit;
use crate::pages::words::money;
use crate::record::Measure;
use crate::register::Register;
use crate::register::Value;

/// The spread of councils in one period.
#[derive(Debug, Serialize)]
pub struct SpreadView {
    drawing: String,
    least: String,
    quarter: String,
    median: String,
    three_quarters: String,
    most: String,
    known: usize,
    /// Councils whose value is in the one of another.
    shared: usize,
    zeros: usize,
    per: Option<String>,
}

/// The values of a measure that councils of different size share: its own, or each council's sum
/// divided by the children there.
pub struct Comparison<'r> {
    measure: &'r Measure,
    england: Option<Decimal>,
    /// The values.
    pub spread: Spread<'r>,
    /// What they are divided by, after "per".
    pub per: Option<String>,
}

impl<'r> Comparison<'r> {
    /// The comparison in one period; nothing where sizes would be compared, or fewer than four
    /// councils have a value.
    pub fn of(register: &'r Register, id: &Id, measure: &'r Measure, period: Period) -> Option<Self> {
        let spread = Spread::of(register, id, period);
        let england = register.series(id, "england").iter().find(|it| it.period == period);
        let england = england.and_then(|it| it.value.known());
        let made = if measure.spread == Some(true) {
            Self { measure, spread, england, per: None }
        } else {
            let head = &measure.per_head.first()?.value;
            let each = |area: &str, value: Value| each(register, measure, head, area, period, value);
            let values = spread.values.iter().map(|(slug, value)| {
                (
                    *slug,
                    each(slug.as_str(), *value)
                        .unwrap_or(Value::Missing(crate::domain::Missing::NotRecorded)),
                )
            });
            let spread = Spread::from_values(measure, period, values.collect());
            let england = england.and_then(|it| each("england", Value::Known(it))?.known());
            Self { measure, spread, england, per: register.measure(head).per.clone() }
        };
        (made.spread.sorted.len() >= 4).then_some(made)
    }

    /// A value as the page writes it.
    pub fn text(&self, value: Decimal) -> String {
        if self.per.is_some() { pounds(value) } else { exact(self.measure, value) }
    }

    /// As a page shows it, with `council` marked.
    pub fn view(&self, register: &Register, council: Option<&Id>) -> Option<SpreadView> {
        let quarters: Vec<Decimal> = (0..=4).filter_map(|n| self.spread.quarter(n)).collect();
        let [least, quarter, median, three_quarters, most] = quarters.as_slice() else { return None };
        let plot = |value: Decimal| value.to_f64();
        let values: Vec<f64> = self.spread.sorted.iter().filter_map(|it| plot(*it)).collect();
        let mut marks = Vec::new();
        if let Some(slug) = council {
            let own = self.spread.values.iter().find(|(it, _)| *it == slug).and_then(|(_, it)| it.known());
            let name = &register.shelves.dossiers[slug].council().name;
            marks.extend(own.and_then(|it| self.mark(name, it, true)));
        }
        marks.extend(self.england.and_then(|it| self.mark("England", it, council.is_none())));
        let middle = (plot(*quarter)?, plot(*three_quarters)?);
        let ends = (self.text(*least), self.text(*most));
        let known = values.len();
        let chart = Strip { values, middle, ends: ends.clone(), marks };
        Some(SpreadView {
            drawing: strip(&chart)?.inline(""),
            quarter: self.text(*quarter),
            median: self.text(*median),
            three_quarters: self.text(*three_quarters),
            known,
            shared: self.spread.values.iter().filter(|(_, it)| it.known().is_some()).count() - known,
            zeros: self.spread.sorted.iter().filter(|it| it.is_zero()).count(),
            per: self.per.clone(),
            least: ends.0,
            most: ends.1,
        })
    }

    fn mark(&self, name: &str, value: Decimal, is_main: bool) -> Option<Mark> {
        Some(Mark { value: value.to_f64()?, label: format!("{name} {}", self.text(value)), is_main })
    }
}

/// Whole pounds; a sum too small for one is not nothing.
pub fn pounds(value: Decimal) -> String {
    let whole = value.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    if whole.is_zero() && !value.is_zero() { "less than £1".to_owned() } else { money::pounds(whole).text }
}

/// A value that may lie between two published ones, with the measure's decimals.
fn exact(measure: &Measure, value: Decimal) -> String {
    let places = measure.decimals.and_then(|it| u32::try_from(it).ok());
    let places = places.unwrap_or(if measure.unit == Unit::Percent { 1 } else { 0 });
    money::exact(
        measure,
        value.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero),
    )
}

/// A sum for each of those counted in an area, in pounds that are not rounded, where a count falls inside
/// its year.
pub fn each(
    register: &Register,
    measure: &Measure,
    head: &Id,
    area: &str,
    period: Period,
    value: Value,
) -> Option<Value> {
    let Period::Year(year) = period else { return None };
    let pounds = measure.unit.in_pounds(value.known()?)?;
    per_head(pounds, year, register.series(head, area)).map(|it| Value::Known(it.exact))
}
