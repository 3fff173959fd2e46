//! How long letters take to be published, and how far apart visits lie: measured from the record.

use std::collections::BTreeMap;

use crate::analysis::Lengths;
use crate::analysis::intervals::days;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Visit;
use crate::register::Filed;
use crate::register::Register;

/// What was measured of one kind of visit.
#[derive(Debug, Default)]
pub struct Lags {
    /// Days from a visit's first day to the publication of its letter.
    pub letters: Lengths,
    /// The first days of the earliest and the latest visit measured so.
    pub letters_of: Option<(PartialDate, PartialDate)>,
    /// Days from the first day of a visit to that of the next of its kind that follows up the same
    /// report, both in the time for which lists of visits are complete.
    pub gaps: Lengths,
    /// The first days of the earliest and the latest visit measured so.
    pub gaps_of: Option<(PartialDate, PartialDate)>,
}

/// What was measured, by kind of visit.
pub fn lags(register: &Register) -> BTreeMap<&Id, Lags> {
    register
        .vocabulary
        .visit_kinds
        .iter()
        .map(|kind| (&kind.id.value, of_kind(register, &kind.id.value)))
        .collect()
}

fn of_kind(register: &Register, kind: &Id) -> Lags {
    let dossiers = || register.shelves.dossiers.values();
    let is_kind = |visit: &&Filed<Visit>| visit.record.kind.value == *kind;
    let letters: Vec<(PartialDate, i64)> = dossiers()
        .flat_map(|it| it.visits.iter().filter(is_kind))
        .filter_map(|it| Some((it.record.start.value, letter(&it.record)?)))
        .collect();
    let gaps: Vec<(PartialDate, i64)> = dossiers()
        .flat_map(|it| {
            let listed = |visit: &&Filed<Visit>| is_kind(visit) && is_listed(register, &visit.record);
            let visits: Vec<&Filed<Visit>> = it.visits.iter().filter(listed).collect();
            visits.windows(2).filter_map(|pair| gap(&pair[0].record, &pair[1].record)).collect::<Vec<_>>()
        })
        .collect();
    Lags {
        letters: Lengths::of(letters.iter().map(|(_, days)| *days)),
        letters_of: ends(&letters),
        gaps: Lengths::of(gaps.iter().map(|(_, days)| *days)),
        gaps_of: ends(&gaps),
    }
}

/// Days from a visit's first day to the publication of its letter, where both are known.
pub fn letter(visit: &Visit) -> Option<i64> {
    days(visit.start.value, visit.published.as_ref()?.value)
}

/// Whether a visit lies in the time for which the site's lists of visits are complete: a gap with a
/// visit missing in it is no gap. Where the site does not say, every visit does.
fn is_listed(register: &Register, visit: &Visit) -> bool {
    let Some(horizon) = register.site.horizons.get("visits") else { return true };
    let start = visit.start.value;
    horizon.from.is_none_or(|from| !start.is_before(from)) && !horizon.complete_to.value.is_before(start)
}

/// When the later visit began and how long after the earlier; only where both follow one report.
fn gap(earlier: &Visit, later: &Visit) -> Option<(PartialDate, i64)> {
    let follows = |visit: &Visit| visit.follows.as_ref().map(|it| it.value.clone());
    let is_same = follows(earlier).is_some() && follows(earlier) == follows(later);
    let days = is_same.then(|| days(earlier.start.value, later.start.value))??;
    Some((later.start.value, days))
}

fn ends(measured: &[(PartialDate, i64)]) -> Option<(PartialDate, PartialDate)> {
    let dates = || measured.iter().map(|(date, _)| *date);
    dates().min().zip(dates().max())
}
