//! Lengths of time between two kinds of event: how many, the least, the median, the most. Always
//! shown together: a median alone hides how few it rests on.

use rust_decimal::Decimal;

/// Lengths of time in days, the least first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lengths {
    days: Vec<i64>,
}

impl Lengths {
    /// These lengths.
    pub fn of(days: impl IntoIterator<Item = i64>) -> Self {
        let mut days: Vec<i64> = days.into_iter().collect();
        days.sort_unstable();
        Self { days }
    }

    /// How many there are.
    pub fn n(&self) -> usize {
        self.days.len()
    }

    /// The least, in days.
    pub fn least(&self) -> Option<i64> {
        self.days.first().copied()
    }

    /// The most, in days.
    pub fn most(&self) -> Option<i64> {
        self.days.last().copied()
    }

    /// The one in the middle, in days; of an even number, half way between the two in the middle.
    pub fn median(&self) -> Option<Decimal> {
        let half = self.days.len() / 2;
        let upper = Decimal::from(*self.days.get(half)?);
        if self.days.len() % 2 == 1 {
            return Some(upper);
        }
        Some((Decimal::from(self.days[half - 1]) + upper) / Decimal::TWO)
    }
}

/// Days as months of 30.4375 days (a twelfth of 365.25), to one decimal.
pub fn months(days: Decimal) -> Decimal {
    (days / Decimal::new(304_375, 4))
        .round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::Lengths;
    use super::months;
    use rust_decimal::Decimal;

    #[test]
    fn the_median_of_an_even_number_lies_half_way() {
        let lengths = Lengths::of([40, 10, 20, 31]);
        assert_eq!((lengths.n(), lengths.least(), lengths.most()), (4, Some(10), Some(40)));
        assert_eq!(lengths.median(), Some(Decimal::new(255, 1)));
        assert_eq!(Lengths::default().median(), None);
    }

    #[test]
    fn months_are_a_twelfth_of_a_year() {
        assert_eq!(months(Decimal::from(1461)), Decimal::from(48));
        assert_eq!(months(Decimal::from(724)), Decimal::new(238, 1));
    }
}
