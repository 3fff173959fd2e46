//! When the next edition of yearly statistics may come: a year after the one on record, by how long
//! earlier editions took. A range, never a date.

use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;

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
    let after = |days: i64| to.checked_add_days(Days::new(u64::try_from(days).ok()?));
    let window = after(lags.least()?).zip(after(lags.most()?))?;
    Some(NextEdition { publication, to, lags, window, phase: Phase::of(today, window.0, window.1) })
}
