//! The year of a council's accounts.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use thiserror::Error;

/// The year of a council's accounts, 1 April to 31 March, written `2023-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear {
    /// Calendar year of its first day. Invariant: within 1990..=2098.
    opens: u16,
}

/// Why a text is not a financial year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum YearError {
    /// Not of the shape `2023-24`.
    #[error("financial years are written like `2023-24`")]
    Shape,
    /// The closing year does not follow; holds the year that was probably meant.
    #[error("the year that opens in April closes in the next: `{0}`")]
    Closing(FinancialYear),
}

impl FinancialYear {
    /// The year that opens on 1 April of `year`.
    ///
    /// # Errors
    /// [`YearError::Shape`] outside 1990 to 2098.
    pub fn opening_in(year: u16) -> Result<Self, YearError> {
        if (1990..=2098).contains(&year) { Ok(Self { opens: year }) } else { Err(YearError::Shape) }
    }

    /// Its 1 April.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.opens), 4, 1).expect("every year has a 1 April")
    }

    /// Its 31 March.
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.opens) + 1, 3, 31).expect("every year has a 31 March")
    }

    /// For prose: `2023 to 2024`.
    pub fn long(self) -> String {
        format!("{} to {}", self.opens, self.opens + 1)
    }

    /// The year after it; nothing after 2098.
    pub fn next(self) -> Option<Self> {
        Self::opening_in(self.opens + 1).ok()
    }

    /// Whether `self` is the year after `earlier`.
    pub fn follows(self, earlier: Self) -> bool {
        self.opens == earlier.opens + 1
    }
}

impl FromStr for FinancialYear {
    type Err = YearError;

    fn from_str(text: &str) -> Result<Self, YearError> {
        let (opens, closes) = text.split_once(['-', '/', '–']).ok_or(YearError::Shape)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if opens.len() != 4 || !digits(opens) || !digits(closes) {
            return Err(YearError::Shape);
        }
        let year = Self::opening_in(opens.parse().map_err(|_| YearError::Shape)?)?;
        if year.to_string() == text { Ok(year) } else { Err(YearError::Closing(year)) }
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.opens, (self.opens + 1) % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::FinancialYear;
    use super::YearError;

    #[test]
    fn years_round_trip_and_slips_are_understood() {
        for text in ["2023-24", "1999-00", "2010-11"] {
            assert_eq!(text.parse::<FinancialYear>().map(|year| year.to_string()).as_deref(), Ok(text));
        }
        let meant = FinancialYear::opening_in(2022).expect("in range");
        for slip in ["2022-24", "2022/23", "2022-2023"] {
            assert_eq!(slip.parse::<FinancialYear>(), Err(YearError::Closing(meant)), "{slip}");
        }
        assert_eq!("2022".parse::<FinancialYear>(), Err(YearError::Shape));
    }
}
