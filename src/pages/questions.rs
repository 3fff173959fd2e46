//! Questions that the record leaves open about one council: made from its gaps, in neutral words.

use crate::analysis::CouncilFindings;
use crate::analysis::Standing;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::count;
use crate::domain::number;
use crate::pages::brief::weight;
use crate::pages::through_time::axis;
use crate::record::Commitment;
use crate::register::Dossier;
use crate::register::Filed;

/// How many unkept promises are asked about.
const PROMISES: usize = 3;

/// The questions, the weightiest first.
///
/// * `today`: the as-at date.
pub fn questions(today: PartialDate, dossier: &Dossier, findings: &CouncilFindings<'_>) -> Vec<String> {
    let Some(standing) = &findings.standing else {
        return vec!["No inspection is recorded here. When was the last one?".to_owned()];
    };
    let published = standing.inspection.record.published.value;
    let mut asked = vec![format!(
        "The last inspection on record was published in {}. When is the next one expected?",
        published.in_month()
    )];
    asked.extend(untested(dossier, standing));
    asked.extend(promises(today, dossier));
    asked.extend(letters(dossier));
    asked.extend(standing.in_force.iter().map(|it| {
        let since = it.from.value.known().map(|from| format!(" of {}", from.long())).unwrap_or_default();
        format!("No end is recorded for the {}{since}. Is it still in force?", lower(&it.instrument))
    }));
    asked.extend(missing(findings));
    asked
}

/// The areas of the latest report that no finding of a visit on record is about.
fn untested(dossier: &Dossier, standing: &Standing<'_>) -> Option<String> {
    let inspection: &Filed<_> = standing.inspection;
    let areas = &inspection.record.areas;
    let follows =
        |id: &Option<crate::report::Spanned<Id>>| id.as_ref().is_some_and(|it| it.value == inspection.id);
    let visits = || dossier.visits.iter().filter(|visit| follows(&visit.record.follows));
    let findings = || visits().flat_map(|visit| &visit.record.findings);
    let is_tested = |area: &Id| findings().any(|it| it.area.as_ref().is_some_and(|it| it.value == *area));
    let untested: Vec<&str> =
        areas.iter().filter(|area| !is_tested(&area.id.value)).map(|area| area.label.as_str()).collect();
    if untested.is_empty() || visits().next().is_none() {
        return None;
    }
    Some(format!(
        "No visit on record has findings on {} of the {} named in {}: {}. What has changed there?",
        number(untested.len()),
        count(areas.len(), "area", "areas"),
        inspection.record.published.value.in_month(),
        untested.join("; ")
    ))
}

/// What did not come, is past its day, or has no outcome that can be told; the gravest first.
fn promises(today: PartialDate, dossier: &Dossier) -> Vec<String> {
    let is_open = |it: &&Commitment| match &it.outcome {
        Some(outcome) => {
            matches!(outcome.status.value, OutcomeStatus::NotMet | OutcomeStatus::CannotTell)
        }
        None => it.due.as_ref().is_some_and(|due| due.value.is_before(today)),
    };
    let mut open: Vec<&Commitment> = dossier.commitments.iter().rev().filter(is_open).collect();
    open.sort_by_key(|it| weight(it));
    open.into_iter()
        .take(PROMISES)
        .map(|it| format!("“{}”, it was said {}. What came of it?", it.promised, it.date.value.when()))
        .collect()
}

fn letters(dossier: &Dossier) -> Option<String> {
    let awaited = dossier.visits.iter().rev().find(|it| it.record.letter.value == LetterStatus::Awaited)?;
    Some(format!("When will the letter on the visit of {} be published?", awaited.record.start.value.long()))
}

/// A headline measure whose latest period has no value.
fn missing(findings: &CouncilFindings<'_>) -> Option<String> {
    let headline = findings.tables.iter().filter(|table| table.measure.headline == Some(true));
    let gap = headline.filter_map(|table| {
        let row = table.rows.last().filter(|row| row.value.known().is_none())?;
        Some((table, row))
    });
    let (table, row) = gap.into_iter().next()?;
    Some(format!("{}: no value is on record for {}. What was it?", table.measure.title, axis(row.period)))
}

/// `improvement notice`; names that begin with more than one capital stay.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
