//! A sum divided by a count, when the count was taken inside the year of the sum.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

use crate::domain::FinancialYear;
use crate::domain::Period;
use crate::register::Point;

/// A sum for each of those counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerHead {
    /// Whole pounds, rounded half away from zero.
    pub pounds: Decimal,
    /// Pounds before they were rounded.
    pub exact: Decimal,
    /// The count that it was divided by.
    pub count: Decimal,
    /// When that was taken.
    pub counted: Period,
}

/// Divides `pounds` of `year` by the one count in `counts` whose day falls inside the year: a
/// mid-year estimate of 30 June, a snapshot of 31 March.
///
/// Nothing comes out if there is no such count: a sum is never divided by another year's count.
pub fn per_head(pounds: Decimal, year: FinancialYear, counts: &[Point]) -> Option<PerHead> {
    let inside = |point: &&Point| (year.first_day()..=year.last_day()).contains(&point.period.last_day());
    let point = counts.iter().find(inside)?;
    let count = point.value.known()?;
    let exact = pounds.checked_div(count)?;
    let pounds = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Some(PerHead { pounds, exact, count, counted: point.period })
}

#[cfg(test)]
mod tests {
    use super::per_head;
    use crate::domain::Missing;
    use crate::domain::Period;
    use crate::domain::PeriodKind;
    use crate::register::Point;
    use crate::register::Value;
    use rust_decimal::Decimal;

    fn count(year: &str, kind: PeriodKind, value: Value) -> Point {
        Point { period: Period::read(year, kind).expect("a period"), value, place: None }
    }

    #[test]
    fn a_sum_meets_the_count_of_its_own_year() {
        let year = "2022-23".parse().expect("a year");
        let sum = Decimal::from(44_990_000);
        let march = [("2022", 722), ("2023", 719)]
            .map(|(at, n)| count(at, PeriodKind::March, Value::Known(n.into())));
        let each = per_head(sum, year, &march).expect("31 March 2023 is in 2022-23");
        assert_eq!((each.pounds, each.count), (Decimal::from(62_573), Decimal::from(719)));
        let june = [count("2022", PeriodKind::MidYear, Value::Known(66_706.into()))];
        assert_eq!(per_head(sum, year, &june).expect("in the year").pounds, Decimal::from(674));
    }

    #[test]
    fn no_count_of_the_year_means_no_answer() {
        let year = "2022-23".parse().expect("a year");
        let wrong = [count("2022", PeriodKind::March, Value::Known(722.into()))];
        let gone = [count("2023", PeriodKind::March, Value::Missing(Missing::Suppressed))];
        assert_eq!(per_head(Decimal::ONE, year, &wrong), None);
        assert_eq!(per_head(Decimal::ONE, year, &gone), None);
    }
}
