//! The time that a figure speaks of. Two figures are never joined on a bare "2023": a year of
//! account, a count on 31 March and a census on 30 September are different things.

use std::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::domain::FinancialYear;
use crate::domain::PartialDate;
use crate::domain::choice;

choice! { "a kind of period";
    /// What kind of time a measure is about.
    pub enum PeriodKind {
        /// 1 April to 31 March.
        FinancialYear = "financial-year" / "year to 31 March",
        /// A count on 31 March.
        March = "31-march" / "at 31 March",
        /// A count on 30 September.
        September = "30-september" / "at 30 September",
        /// An estimate for 30 June.
        MidYear = "mid-year" / "mid-year, 30 June",
        /// On or about a day.
        Date = "date" / "as stated",
    }
}

/// The time of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A year of account.
    Year(FinancialYear),
    /// A day on which something was counted.
    Snapshot(NaiveDate),
    /// A day, month or year that was stated.
    Stated(PartialDate),
}

/// Why a text is not a period of the kind that the measure has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct PeriodError(String);

impl Period {
    /// Reads a period of `kind`: `2022-23` for financial years, `2023` for snapshots.
    ///
    /// # Errors
    /// [`PeriodError`] says what is expected for the kind.
    pub fn read(text: &str, kind: PeriodKind) -> Result<Self, PeriodError> {
        let snapshot = |month: u32, day: u32| {
            let year = text.parse::<i32>().ok().filter(|year| (1990..=2098).contains(year));
            let date = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
            let expected =
                || PeriodError("this measure is counted once a year: write the year, like `2023`".into());
            date.map(Self::Snapshot).ok_or_else(expected)
        };
        match kind {
            PeriodKind::FinancialYear => text
                .parse()
                .map(Self::Year)
                .map_err(|error: crate::domain::YearError| PeriodError(error.to_string())),
            PeriodKind::March => snapshot(3, 31),
            PeriodKind::September => snapshot(9, 30),
            PeriodKind::MidYear => snapshot(6, 30),
            PeriodKind::Date => text
                .parse()
                .map(Self::Stated)
                .map_err(|error: crate::domain::DateError| PeriodError(error.to_string())),
        }
    }

    /// Reads back what [`Display`](fmt::Display) wrote, the name of a value in its series: `2010-11` is a
    /// year of account or November 2010, as the measure has it; nothing for another text.
    pub fn named(text: &str, kind: PeriodKind) -> Option<Self> {
        match kind {
            PeriodKind::FinancialYear => text.parse().ok().map(Self::Year),
            PeriodKind::March | PeriodKind::September | PeriodKind::MidYear => {
                text.parse().ok().map(Self::Snapshot)
            }
            PeriodKind::Date => text.parse().ok().map(Self::Stated),
        }
    }

    /// The last day that it covers.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => year.last_day(),
            Self::Snapshot(date) => date,
            Self::Stated(date) => date.last(),
        }
    }

    /// The period after it; nothing after one that was stated, or where the calendar of records ends.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Year(year) => year.next().map(Self::Year),
            Self::Snapshot(date) => date.checked_add_months(chrono::Months::new(12)).map(Self::Snapshot),
            Self::Stated(_) => None,
        }
    }

    /// For tables: `2022-23`, `30 September 2023`.
    pub fn short(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            _ => self.long(),
        }
    }

    /// For prose: `2022 to 2023`, `30 September 2023`.
    pub fn long(self) -> String {
        match self {
            Self::Year(year) => year.long(),
            Self::Snapshot(date) => PartialDate::day(date).long(),
            Self::Stated(date) => date.long(),
        }
    }

    /// Whether `self` is the next period after `earlier`, so that a change between them is a
    /// year's change.
    pub fn follows(self, earlier: Self) -> bool {
        match (self, earlier) {
            (Self::Year(this), Self::Year(before)) => this.follows(before),
            (Self::Snapshot(this), Self::Snapshot(before)) => this == before + chrono::Months::new(12),
            _ => false,
        }
    }
}

impl fmt::Display for Period {
    /// For tables and ids: `2022-23`, `2023-09-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => year.fmt(f),
            Self::Snapshot(date) => date.fmt(f),
            Self::Stated(date) => f.write_str(&date.machine()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use super::PeriodKind;

    #[track_caller]
    fn check(written: &str, kind: PeriodKind, named: &str, short: &str) {
        let period = Period::read(written, kind).expect("it is a period");
        assert_eq!((period.to_string().as_str(), period.short().as_str()), (named, short));
        assert_eq!(Period::named(named, kind), Some(period));
    }

    #[test]
    fn a_period_is_read_back_from_its_name_by_what_its_measure_counts() {
        check("2010-11", PeriodKind::FinancialYear, "2010-11", "2010-11");
        check("2010-11", PeriodKind::Date, "2010-11", "November 2010");
        check("2023", PeriodKind::September, "2023-09-30", "30 September 2023");
        check("2024", PeriodKind::MidYear, "2024-06-30", "30 June 2024");
    }
}
