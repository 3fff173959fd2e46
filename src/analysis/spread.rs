//! How the councils' values of one measure lie in one period: from the least to the most, with the
//! middle and the quarters. Nobody is ranked.

use rust_decimal::Decimal;

use crate::domain::Id;
use crate::domain::Period;
use crate::register::Register;
use crate::register::Value;

/// The councils' values of one measure in one period.
#[derive(Debug, Clone)]
pub struct Spread<'r> {
    /// The period.
    pub period: Period,
    /// Values by council, in the order of the councils' names.
    pub values: Vec<(&'r Id, Value)>,
    /// Known values in the order of their size.
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
        Self::from_values(period, councils.filter_map(value).collect())
    }

    /// A spread of these values.
    pub fn from_values(period: Period, values: Vec<(&'r Id, Value)>) -> Self {
        let mut sorted: Vec<Decimal> = values.iter().filter_map(|(_, value)| value.known()).collect();
        sorted.sort();
        Self { period, values, sorted }
    }

    /// The value below which `quarters` quarters of the councils lie, between two values in
    /// proportion (the inclusive method: 0 gives the least, 4 the most).
    pub fn quarter(&self, quarters: u32) -> Option<Decimal> {
        let last = self.sorted.len().checked_sub(1)?;
        let place = Decimal::from(last) * Decimal::from(quarters) / Decimal::from(4);
        let below = usize::try_from(place.trunc().mantissa()).ok()?;
        let (low, high) = (self.sorted[below], self.sorted[(below + 1).min(last)]);
        Some(low + (high - low) * place.fract())
    }

    /// The middle value.
    pub fn median(&self) -> Option<Decimal> {
        self.quarter(2)
    }
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
    use super::Spread;
    use crate::domain::Id;
    use crate::domain::Period;
    use crate::domain::PeriodKind;
    use crate::register::Value;
    use rust_decimal::Decimal;

    #[test]
    fn quarters_lie_between_the_values_in_proportion() {
        let id: Id = "a".parse().expect("a name");
        let period = Period::read("2024", PeriodKind::September).expect("a period");
        let of = |values: &[i64]| {
            Spread::from_values(
                period,
                values.iter().map(|it| (&id, Value::Known(Decimal::from(*it)))).collect(),
            )
        };
        let spread = of(&[40, 10, 20, 30]);
        assert_eq!(spread.quarter(0), Some(10.into()));
        assert_eq!(spread.quarter(1), Some(Decimal::new(175, 1)));
        assert_eq!(spread.median(), Some(25.into()));
        assert_eq!(spread.quarter(4), Some(40.into()));
        assert_eq!(of(&[7]).median(), Some(7.into()));
        assert_eq!(of(&[]).median(), None);
    }
}
