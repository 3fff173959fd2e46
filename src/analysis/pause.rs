//! The longest time in which no graded inspection on record began anywhere: intervals that run across
//! it are longer for it.

use chrono::NaiveDate;

use crate::analysis::intervals::Interval;
use crate::domain::PartialDate;
use crate::record::Inspection;
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

    /// Whether a council waited for its next inspection while none began: it had its report before the end,
    /// and its next inspection came after. Where the day of that is not known, its report tells.
    pub fn is_in(&self, interval: &Interval<'_>) -> bool {
        let began = |it: &Inspection| it.start.value.known().unwrap_or(it.published.value).first();
        let after = interval.next.is_some_and(|next| began(&next.record) >= self.after);
        after && interval.from.record.published.value.last() < self.after
    }

    /// The first and the last day on which none began.
    pub fn ends(&self) -> (PartialDate, PartialDate) {
        let day = |day: Option<NaiveDate>, or: NaiveDate| PartialDate::day(day.unwrap_or(or));
        (day(self.before.succ_opt(), self.before), day(self.after.pred_opt(), self.after))
    }
}
