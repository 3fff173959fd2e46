//! Bulk national figures: one measure, many areas, many periods.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::Missing;
use crate::domain::Period;
use crate::report::Span;

/// A value, or the publisher's reason why there is none. Never zero for missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A number in the measure's unit.
    Known(Decimal),
    /// None, and why.
    Missing(Missing),
}

impl Value {
    /// The number, if there is one.
    pub fn known(self) -> Option<Decimal> {
        match self {
            Self::Known(number) => Some(number),
            Self::Missing(_) => None,
        }
    }
}

/// One value of a series.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// The time that it is about.
    pub period: Period,
    /// The value.
    pub value: Value,
    /// The row that it stands in; nothing for one that was worked out.
    pub place: Option<Span>,
}

/// A measure's published values by area: a council's slug, `england` or `region:ID`.
#[derive(Debug, Default)]
pub struct Series {
    /// Values by area, oldest first.
    pub areas: BTreeMap<String, Vec<Point>>,
    /// Where each area is first named, for faults.
    pub places: BTreeMap<String, Span>,
}
