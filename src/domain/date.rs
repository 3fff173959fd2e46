//! Dates that say how much is known: `2024-01-25`, `2024-01`, `2024`, `about 2024-01`.

use std::fmt;
use std::str::FromStr;

use chrono::Datelike;
use chrono::Days;
use chrono::Month;
use chrono::Months;
use chrono::NaiveDate;
use thiserror::Error;

/// A date known to the day, the month or the year, perhaps only about.
///
/// Unknown parts are printed as unknown and never guessed; two dates compare at what both know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
    about: bool,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not of the shape at all.
    #[error("dates are written year first")]
    Shape,
    /// The calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// Outside 1900 to 2099.
    #[error("only the years 1900 to 2099 are taken")]
    Year,
}

impl PartialDate {
    /// A date known to the day.
    pub fn day(date: NaiveDate) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()), about: false }
    }

    /// The first day that it can be.
    pub fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .expect("checked when the date was made")
    }

    /// The last day that it can be.
    pub fn last(self) -> NaiveDate {
        let months = match (self.month, self.day) {
            (_, Some(_)) => return self.first(),
            (Some(_), None) => 1,
            (None, None) => 12,
        };
        self.first() + Months::new(months) - Days::new(1)
    }

    /// Whether every day that it can be lies before every day that `other` can be.
    pub fn is_before(self, other: Self) -> bool {
        self.last() < other.first()
    }

    /// Whether it lies wholly inside another: a day in its month, a month in its year.
    pub fn is_within(self, other: Self) -> bool {
        other.first() <= self.first() && self.last() <= other.last()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Whether the day is known.
    pub fn knows_day(self) -> bool {
        self.day.is_some()
    }

    /// Whether the day is known, and not only about: only such dates are measured from.
    pub fn is_exact(self) -> bool {
        self.day.is_some() && !self.about
    }

    /// Whether the month is known, and not only about.
    pub fn knows_month(self) -> bool {
        self.month.is_some() && !self.about
    }

    /// For readers: `25 January 2024`, `January 2024`, `2024`, `about January 2024`.
    pub fn long(self) -> String {
        self.written(if self.about { "about " } else { "" }, |month| month)
    }

    /// A text before it, and its month by its name or the start of that.
    fn written(self, before: &str, shortened: fn(&str) -> &str) -> String {
        let name = |month| Month::try_from(month as u8).expect("checked when the date was made").name();
        match (self.month.map(name).map(shortened), self.day) {
            (Some(month), Some(day)) => format!("{before}{day} {month} {}", self.year),
            (Some(month), None) => format!("{before}{month} {}", self.year),
            _ => format!("{before}{}", self.year),
        }
    }

    /// The month alone, as far as known: `January 2024`, `2024`.
    pub fn in_month(self) -> String {
        Self { day: None, about: false, ..self }.long()
    }

    /// With its preposition: `on 25 January 2024`, `in January 2024`, `about January 2024`.
    pub fn when(self) -> String {
        match (self.about, self.day) {
            (true, _) => self.long(),
            (false, Some(_)) => format!("on {}", self.long()),
            (false, None) => format!("in {}", self.long()),
        }
    }

    /// For readers short of room: `25 Jan 2024`.
    pub fn short(self) -> String {
        self.written(if self.about { "c. " } else { "" }, |month| &month[..3])
    }

    /// For machines, as in `<time datetime>`: `2024-01-25`, `2024-01`, `2024`.
    pub fn machine(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{}-{month:02}", self.year),
            _ => self.year.to_string(),
        }
    }

    /// A span of days: `22 to 23 November 2023`, `28 February to 1 March 2023`.
    pub fn range(self, end: Self) -> String {
        if self == end || self.about || end.about {
            return if self == end { self.long() } else { format!("{} to {}", self.long(), end.long()) };
        }
        let from = match (self.year == end.year, self.month == end.month, self.day) {
            (true, true, Some(day)) => day.to_string(),
            (true, _, Some(_)) => self.first().format("%-d %B").to_string(),
            (true, _, None) if self.month.is_some() => self.first().format("%B").to_string(),
            _ => self.long(),
        };
        format!("{from} to {}", end.long())
    }
}

impl Ord for PartialDate {
    /// Order in a list of events: by the first day it can be, the better known first.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first(), self.last(), self.about).cmp(&(other.first(), other.last(), other.about))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (about, digits) = match text.strip_prefix("about ") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let parts: Vec<&str> = digits.split('-').collect();
        let shaped = parts.len() <= 3
            && parts.iter().enumerate().all(|(at, part)| {
                part.len() == if at == 0 { 4 } else { 2 } && part.bytes().all(|byte| byte.is_ascii_digit())
            });
        if !shaped {
            return Err(DateError::Shape);
        }
        let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
        let year = parts[0].parse().map_err(|_| DateError::Shape)?;
        let date = Self { year, month: number(1), day: number(2), about };
        if !(1900..=2099).contains(&year) {
            return Err(DateError::Year);
        }
        NaiveDate::from_ymd_opt(year, date.month.unwrap_or(1), date.day.unwrap_or(1))
            .map(|_| date)
            .ok_or(DateError::NoSuchDay)
    }
}

impl fmt::Display for PartialDate {
    /// As authors write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.about { "about " } else { "" }, self.machine())
    }
}

#[cfg(test)]
mod tests {
    use super::DateError;
    use super::PartialDate;

    fn date(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    #[track_caller]
    fn reads(text: &str, long: &str) {
        assert_eq!(date(text).long(), long);
        assert_eq!(date(text).to_string(), text);
    }

    #[test]
    fn a_date_prints_only_what_is_known() {
        reads("2024-01-25", "25 January 2024");
        reads("2024-01", "January 2024");
        reads("2024", "2024");
        reads("about 2024-01", "about January 2024");
    }

    #[test]
    fn what_is_not_a_date_says_why() {
        assert_eq!("2022-11-31".parse::<PartialDate>(), Err(DateError::NoSuchDay));
        assert_eq!("25/01/2024".parse::<PartialDate>(), Err(DateError::Shape));
        assert_eq!("2024-1-5".parse::<PartialDate>(), Err(DateError::Shape));
        assert_eq!("1066-10-14".parse::<PartialDate>(), Err(DateError::Year));
    }

    #[test]
    fn dates_compare_at_what_both_know() {
        assert!(date("2023-12").is_before(date("2024")));
        assert!(!date("2024").is_before(date("2024-03")));
        assert!(!date("2024-03").is_before(date("2024")));
        assert!(date("2022-07-22").is_before(date("2022-09-05")));
    }

    #[test]
    fn ranges_do_not_repeat_themselves() {
        assert_eq!(date("2023-11-22").range(date("2023-11-23")), "22 to 23 November 2023");
        assert_eq!(date("2023-02-28").range(date("2023-03-01")), "28 February to 1 March 2023");
        assert_eq!(date("2023-12-30").range(date("2024-01-02")), "30 December 2023 to 2 January 2024");
        assert_eq!(date("2023-02").range(date("2023-03")), "February to March 2023");
    }
}
