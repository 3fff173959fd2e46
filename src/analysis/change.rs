//! Change from one period to the next, of one measure.

use rust_decimal::Decimal;

/// A change between two values of one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Later less earlier, in the measure's unit.
    pub difference: Decimal,
    /// In per cent of the earlier value; nothing where that was zero or less.
    pub percent: Option<Decimal>,
}

/// The change from `earlier` to `later`, both in one unit.
///
/// * returns: the difference, exact; the percentage, unrounded.
pub fn change(earlier: Decimal, later: Decimal) -> Change {
    let difference = later - earlier;
    let is_base = earlier > Decimal::ZERO;
    let percent = (difference * Decimal::ONE_HUNDRED).checked_div(earlier).filter(|_| is_base);
    Change { difference, percent }
}

#[cfg(test)]
mod tests {
    use super::change;
    use rust_decimal::Decimal;
    use rust_decimal::RoundingStrategy;

    #[track_caller]
    fn check(earlier: i64, later: i64, difference: i64, percent: Option<&str>) {
        let found = change(earlier.into(), later.into());
        assert_eq!(found.difference, Decimal::from(difference));
        let rounded = found
            .percent
            .map(|it| it.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero).to_string());
        assert_eq!(rounded.as_deref(), percent);
    }

    #[test]
    fn changes_come_in_pounds_and_per_cent() {
        check(33_476_000, 44_990_000, 11_514_000, Some("34.4"));
        check(3_454_479, 3_895_726, 441_247, Some("12.8"));
        check(100, 50, -50, Some("-50"));
        check(0, 5, 5, None);
        check(-50, 50, 100, None);
    }
}
