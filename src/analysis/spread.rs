//! How the councils' values of one measure lie in one period: from the least to the most, with the
//! middle and the quarters. Nobody is ranked.

use rust_decimal::Decimal;

use crate::domain::Id;
use crate::domain::Period;
use crate::record::Measure;
use crate::register::Register;
use crate::register::Value;

/// The councils' values of one measure in one period.
#[derive(Debug, Clone)]
pub struct Spread<'r> {
    /// The period.
    pub period: Period,
    /// Values by council, in the order of the councils' names.
    pub values: Vec<(&'r Id, Value)>,
    /// Known values in the order of their size, that of a joint return once.
    pub sorted: Vec<Decimal>,
}

impl<'r> Spread<'r> {
    /// The values of `measure` in `period`, of councils alone.
    pub fn of(register: &'r Register, measure: &Id, period: Period) -> Self {
        let councils = register.shelves.dossiers.keys();
        let value = |slug: &'r Id| {
            let point = register.series(measure, slug.as_str()).iter().find(|it| it.period == period)?;
            Some((slug, point.value))
        };
        let own = register.measure(measure);
        Self::from_values(own, period, councils.filter_map(value).collect())
    }

    /// A spread of these values of `measure`.
    pub fn from_values(measure: &Measure, period: Period, values: Vec<(&'r Id, Value)>) -> Self {
        let has_value = |slug: &Id| values.iter().any(|(it, value)| *it == slug && value.known().is_some());
        let told = |slug: &Id| measure.told_by(slug).is_some_and(has_value);
        let once = values.iter().filter(|(slug, _)| !told(slug));
        let mut sorted: Vec<Decimal> = once.filter_map(|(_, value)| value.known()).collect();
        sorted.sort();
        Self { period, values, sorted }
    }

    /// The value below which `quarters` quarters of the councils lie: 0 gives the least, 4 the most.
    pub fn quarter(&self, quarters: u32) -> Option<Decimal> {
        quarter(&self.sorted, quarters)
    }

    /// The middle value.
    pub fn median(&self) -> Option<Decimal> {
        self.quarter(2)
    }
}

/// The value below which `quarters` quarters of `sorted` lie, between two of them in proportion (the
/// inclusive method).
fn quarter(sorted: &[Decimal], quarters: u32) -> Option<Decimal> {
    let last = sorted.len().checked_sub(1)?;
    let place = Decimal::from(last) * Decimal::from(quarters) / Decimal::from(4);
    let below = usize::try_from(place.trunc().mantissa()).ok()?;
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (high - low) * place.fract())
}

/// The latest period in which at least one council has a value.
pub fn latest_period(register: &Register, measure: &Id) -> Option<Period> {
    let known = |slug: &Id| {
        let points = register.series(measure, slug.as_str()).iter();
        points.filter(|it| it.value.known().is_some()).map(|it| it.period).max()
    };
    register.shelves.dossiers.keys().filter_map(known).max()
}

#[cfg(test)]
mod tests {
    use super::quarter;
    use rust_decimal::Decimal;

    #[track_caller]
    fn check(sorted: &[i64], quarters: u32, expected: Option<Decimal>) {
        let sorted: Vec<Decimal> = sorted.iter().map(|it| Decimal::from(*it)).collect();
        assert_eq!(quarter(&sorted, quarters), expected);
    }

    #[test]
    fn quarters_lie_between_the_values_in_proportion() {
        check(&[10, 20, 30, 40], 0, Some(10.into()));
        check(&[10, 20, 30, 40], 1, Some(Decimal::new(175, 1)));
        check(&[10, 20, 30, 40], 2, Some(25.into()));
        check(&[10, 20, 30, 40], 4, Some(40.into()));
        check(&[7], 2, Some(7.into()));
        check(&[], 2, None);
    }
}
