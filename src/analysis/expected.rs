//! What happens next: as ranges with what they rest on, never as a date, and never as overdue.

use chrono::Days;
use chrono::NaiveDate;

use crate::analysis::AfterGrade;
use crate::analysis::Lags;
use crate::analysis::Lengths;
use crate::analysis::Timing;
use crate::analysis::spells::ended;
use crate::analysis::spells::is_proposal;
use crate::domain::LetterStatus;
use crate::domain::PartialDate;
use crate::record::Commitment;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::Visit;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Register;

/// The fewest cases that a range is made of.
pub const LEAST: usize = 5;

/// Something that is expected.
#[derive(Debug)]
pub struct Expected<'a, 'r> {
    /// What.
    pub what: What<'a, 'r>,
    /// The first day of the range.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// Where today stands.
    pub phase: Phase,
}

/// What is expected, and from what.
#[derive(Debug)]
pub enum What<'a, 'r> {
    /// The next graded inspection after a report, by what followed its grade in all councils.
    Inspection(&'r Filed<Inspection>, &'a AfterGrade<'r>),
    /// The next visit after one, by how far apart such visits lay in all councils.
    Visit(&'r Filed<Visit>, &'a Lags),
    /// A letter on a visit, by how long such letters took in all councils.
    Letter(&'r Filed<Visit>, &'a Lags),
    /// The end of an intervention, as planned when it was made.
    End(&'r Intervention),
    /// Something that was promised by a day.
    Promise(&'r Commitment),
}

/// Where today stands to a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before it.
    Ahead,
    /// In it.
    Within,
    /// Past it.
    Passed,
}

impl Phase {
    /// Where `today` stands to the days from `first` to `last`.
    pub fn of(today: PartialDate, first: NaiveDate, last: NaiveDate) -> Self {
        if today.last() < first {
            Self::Ahead
        } else if today.first() > last {
            Self::Passed
        } else {
            Self::Within
        }
    }
}

/// What is expected of a council, the first to come first; nothing of one that is no more.
pub fn expected<'a, 'r>(
    today: PartialDate,
    register: &Register,
    timing: &'a Timing<'r>,
    dossier: &'r Dossier,
) -> Vec<Expected<'a, 'r>> {
    if !dossier.council().exists_on(today) {
        return Vec::new();
    }
    let mut all: Vec<Expected<'a, 'r>> = Vec::new();
    all.extend(inspection(today, timing, dossier));
    all.extend(visit(today, timing, dossier));
    all.extend(dossier.visits.iter().filter_map(|it| letter(today, timing, it)));
    all.extend(dossier.interventions.iter().filter_map(|it| end(today, register, dossier, it)));
    all.extend(dossier.commitments.iter().filter_map(|it| promise(today, it)));
    all.sort_by_key(|it| (it.first, it.last));
    all
}

/// The next inspection after the latest, by what followed its grade.
fn inspection<'a, 'r>(
    today: PartialDate,
    timing: &'a Timing<'r>,
    dossier: &'r Dossier,
) -> Option<Expected<'a, 'r>> {
    let latest = dossier.inspections.last()?;
    let group = timing.after(latest)?;
    let from = latest.record.published.value;
    measured(today, What::Inspection(latest, group), from, &group.to_next())
}

/// The next visit of the kind of the last one that followed up the latest report.
fn visit<'a, 'r>(
    today: PartialDate,
    timing: &'a Timing<'r>,
    dossier: &'r Dossier,
) -> Option<Expected<'a, 'r>> {
    let latest = dossier.inspections.last()?;
    let follows = |it: &&Filed<Visit>| it.record.follows.as_ref().is_some_and(|id| id.value == latest.id);
    let last = dossier.visits.iter().rev().find(follows)?;
    let lags = timing.lags.get(&last.record.kind.value)?;
    measured(today, What::Visit(last, lags), last.record.start.value, &lags.gaps)
}

/// A letter that is awaited.
fn letter<'a, 'r>(
    today: PartialDate,
    timing: &'a Timing<'r>,
    visit: &'r Filed<Visit>,
) -> Option<Expected<'a, 'r>> {
    if visit.record.letter.value != LetterStatus::Awaited {
        return None;
    }
    let lags = timing.lags.get(&visit.record.kind.value)?;
    measured(today, What::Letter(visit, lags), visit.record.start.value, &lags.letters)
}

fn end<'a, 'r>(
    today: PartialDate,
    register: &Register,
    dossier: &'r Dossier,
    it: &'r Intervention,
) -> Option<Expected<'a, 'r>> {
    let to_come = it.to.as_ref().filter(|to| today.is_before(to.value));
    let planned = to_come.or(it.planned_to.as_ref())?.value;
    let is_over = ended(today, dossier, it).is_some()
        || (it.ended_how.is_some() && to_come.is_none())
        || is_proposal(&register.vocabulary, it);
    // One that has passed is not expected any more: that its end is not on record is a gap.
    (!is_over && !planned.is_before(today)).then(|| said(today, What::End(it), planned))
}

/// A promise with a day to come, or past it without an outcome.
fn promise<'a, 'r>(today: PartialDate, it: &'r Commitment) -> Option<Expected<'a, 'r>> {
    let due = it.due.as_ref()?.value;
    // It can come on any day from when it was said.
    let (first, last) = (it.date.value.first(), due.last());
    let phase = Phase::of(today, first, last);
    it.is_open().then_some(Expected { what: What::Promise(it), first, last, phase })
}

fn said<'a, 'r>(today: PartialDate, what: What<'a, 'r>, by: PartialDate) -> Expected<'a, 'r> {
    let phase = Phase::of(today, by.first(), by.last());
    Expected { what, first: by.first(), last: by.last(), phase }
}

/// A range from a day that is known, by lengths measured often enough.
fn measured<'a, 'r>(
    today: PartialDate,
    what: What<'a, 'r>,
    from: PartialDate,
    lengths: &Lengths,
) -> Option<Expected<'a, 'r>> {
    if lengths.n() < LEAST || !from.is_exact() {
        return None;
    }
    let (first, last) = window(from, lengths)?;
    Some(Expected { what, first, last, phase: Phase::of(today, first, last) })
}

/// The days on which something comes that came between the least and the most of these lengths after.
pub fn window(from: PartialDate, lengths: &Lengths) -> Option<(NaiveDate, NaiveDate)> {
    after(from, lengths.least()?).zip(after(from, lengths.most()?))
}

fn after(from: PartialDate, days: i64) -> Option<NaiveDate> {
    from.first().checked_add_days(Days::new(u64::try_from(days).ok()?))
}
