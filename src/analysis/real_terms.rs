//! Cash in the prices of one year.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use thiserror::Error;

use crate::domain::FinancialYear;
use crate::record::site::Deflator;

/// A year for which the price index has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the price index has no value for {0}")]
pub struct NoDeflator(pub FinancialYear);

/// Converts a sum of `year` to the prices of `base`: sum × index of base ÷ index of year.
///
/// * `cash`: pounds, as paid at the time.
/// * returns: whole pounds, rounded half away from zero.
///
/// # Errors
/// [`NoDeflator`] names the year that the index lacks.
///
/// Source: HM Treasury, GDP deflators at market prices, financial-year table; the edition is the
/// deflator's own.
pub fn real_terms(
    deflator: &Deflator,
    base: FinancialYear,
    year: FinancialYear,
    cash: Decimal,
) -> Result<Decimal, NoDeflator> {
    let index = |year: FinancialYear| deflator.index.get(&year.to_string()).copied().ok_or(NoDeflator(year));
    let (at_base, at_year) = (index(base)?, index(year)?);
    let real = (cash * at_base).checked_div(at_year).ok_or(NoDeflator(year))?;
    Ok(real.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
}

#[cfg(test)]
mod tests {
    use super::NoDeflator;
    use super::real_terms;
    use crate::domain::FinancialYear;
    use crate::record::Read;
    use crate::record::site::Deflator;
    use crate::report::FileId;
    use crate::report::Report;
    use rust_decimal::Decimal;

    fn deflator() -> Deflator {
        let text = "title: t\nedition: e\nbase: 2024-25\nsource: s\nindex: {2021-22: 85.3036, 2022-23: 91.2996, 2024-25: 100}\n";
        let mut report = Report::default();
        let node = crate::record::yaml::parse(&mut report, FileId(0), 0, text).expect("YAML");
        Deflator::read(&node, &mut report).expect("a deflator")
    }

    fn year(text: &str) -> FinancialYear {
        text.parse().expect("a year")
    }

    #[test]
    fn cash_becomes_the_prices_of_the_base_year() {
        let real =
            |from: &str, cash: i64| real_terms(&deflator(), year("2024-25"), year(from), Decimal::from(cash));
        assert_eq!(real("2024-25", 100), Ok(Decimal::from(100)));
        assert_eq!(real("2021-22", 33_476_000), Ok(Decimal::from(39_243_361)));
        assert_eq!(real("2022-23", 44_990_000), Ok(Decimal::from(49_277_324)));
    }

    #[test]
    fn a_year_without_an_index_is_named() {
        let found = real_terms(&deflator(), year("2024-25"), year("2015-16"), Decimal::ONE);
        assert_eq!(found, Err(NoDeflator(year("2015-16"))));
    }
}
