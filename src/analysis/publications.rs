//! When the next edition of yearly statistics may come: a year after the one on record, by how long
//! earlier editions took. A range, never a date.

use chrono::Datelike;
use chrono::Months;
use chrono::NaiveDate;
use chrono::TimeDelta;

use crate::analysis::Lengths;
use crate::analysis::expected::Phase;
use crate::domain::PartialDate;
use crate::record::Publication;

/// The next edition of yearly statistics.
#[derive(Debug)]
pub struct NextEdition<'r> {
    /// The publication.
    pub publication: &'r Publication,
    /// The last day that the next edition is about.
    pub to: NaiveDate,
    /// Days from the last day that an edition is about to its publication; an edition known to the month
    /// counts with the first and the last day of it.
    pub lags: Lengths,
    /// The range of days on which it may come.
    pub window: (NaiveDate, NaiveDate),
    /// Where today stands.
    pub phase: Phase,
}

/// The next editions, the first to come first.
pub fn next_editions(today: PartialDate, publications: &[Publication]) -> Vec<NextEdition<'_>> {
    let mut all: Vec<NextEdition<'_>> = publications.iter().filter_map(|it| next(today, it)).collect();
    all.sort_by_key(|it| it.window);
    all
}

fn next(today: PartialDate, publication: &Publication) -> Option<NextEdition<'_>> {
    let to = publication.holds_to.value.last().checked_add_months(Months::new(12))?;
    let lags = Lengths::of(publication.editions.iter().flat_map(|it| {
        let (about, out) = (it.to.value.last(), it.published.value);
        [(out.first() - about).num_days(), (out.last() - about).num_days()]
    }));
    let after = |days: i64| to.checked_add_signed(TimeDelta::try_days(days)?);
    let (first, last) = after(lags.least()?).zip(after(lags.most()?))?;
    // One case makes no range: its month stands for it.
    let window = if publication.editions.len() > 1 { (first, last) } else { (month(first).0, month(last).1) };
    Some(NextEdition { publication, to, lags, window, phase: Phase::of(today, window.0, window.1) })
}

/// The first and the last day of the month of a day.
fn month(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    (first, next.and_then(|next| next.pred_opt()).unwrap_or(day))
}
