//! The longest time in which no graded inspection on record began anywhere: intervals that run across
//! it are longer for it.

use chrono::NaiveDate;

use crate::analysis::intervals::Interval;
use crate::register::Register;

/// The fewest days that make a pause.
const LEAST: i64 = 180;

/// A time in which no inspection on record began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The first day of the last inspection before it.
    pub before: NaiveDate,
    /// The first day of the first inspection after it.
    pub after: NaiveDate,
}

impl Pause {
    /// The longest pause on record; nothing where no time without inspections was long.
    pub fn of(register: &Register) -> Option<Self> {
        let inspections = register.shelves.dossiers.values().flat_map(|it| &it.inspections);
        let starts = inspections.filter_map(|it| it.record.start.value.known()).filter(|it| it.is_exact());
        let mut starts: Vec<NaiveDate> = starts.map(|it| it.first()).collect();
        starts.sort_unstable();
        let pauses = starts.windows(2).map(|pair| Self { before: pair[0], after: pair[1] });
        pauses.max_by_key(|it| it.days()).filter(|it| it.days() >= LEAST)
    }

    fn days(&self) -> i64 {
        (self.after - self.before).num_days()
    }

    /// Whether an interval runs across it from one end to the other.
    pub fn is_in(&self, interval: &Interval<'_>) -> bool {
        let next = interval.next.is_some_and(|next| next.record.published.value.first() >= self.after);
        next && interval.from.record.published.value.last() <= self.before
    }
}
