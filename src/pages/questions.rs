//! Questions that the record leaves open about one council: made from its gaps, in neutral words.

use crate::analysis::CouncilFindings;
use crate::analysis::Standing;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::Missing;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::capitalised;
use crate::domain::count;
use crate::domain::number;
use crate::pages::brief::weight;
use crate::record::Commitment;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Value;
use crate::report::Spanned;

/// How many promises are asked about.
const PROMISES: usize = 3;

/// The questions, the weightiest first; none about a council that is no more.
///
/// * `today`: the as-at date.
pub fn questions(today: PartialDate, dossier: &Dossier, findings: &CouncilFindings<'_>) -> Vec<String> {
    if !dossier.council().exists_on(today) {
        return Vec::new();
    }
    let mut asked = Vec::new();
    match &findings.standing {
        Some(standing) => {
            let published = standing.inspection.record.published.value.in_month();
            asked.push(format!(
                "The last inspection on record was published in {published}. When is the next one expected?"
            ));
            asked.extend(untested(dossier, standing));
        }
        None => asked.push("No inspection is recorded here. When was the last one?".to_owned()),
    }
    asked.extend(promises(today, dossier));
    asked.extend(letters(dossier));
    let in_force = findings.standing.iter().flat_map(|it| &it.in_force);
    asked.extend(in_force.map(|it| {
        let since = it.from.value.known().map(|from| format!(", {}", from.long())).unwrap_or_default();
        format!("{}{since}: no end is recorded. Is it still in force?", it.instrument)
    }));
    asked.extend(missing(findings));
    asked
}

/// The areas of the latest report that no finding of a visit on record is about.
fn untested(dossier: &Dossier, standing: &Standing<'_>) -> Option<String> {
    let inspection: &Filed<_> = standing.inspection;
    let areas = &inspection.record.areas;
    let follows = |id: &Option<Spanned<Id>>| id.as_ref().is_some_and(|it| it.value == inspection.id);
    let visits = || dossier.visits.iter().filter(|visit| follows(&visit.record.follows));
    let findings = || visits().flat_map(|visit| &visit.record.findings);
    let is_tested = |area: &Id| findings().any(|it| it.area.as_ref().is_some_and(|it| it.value == *area));
    let untested: Vec<&str> =
        areas.iter().filter(|area| !is_tested(&area.id.value)).map(|area| area.label.as_str()).collect();
    let named = format!(
        "{} named in {}",
        count(areas.len(), "area", "areas"),
        inspection.record.published.value.in_month()
    );
    let seen = visits().count();
    if untested.is_empty() || seen == 0 {
        return None;
    }
    // Where no letter was read, its silence is ours.
    if findings().next().is_none() {
        let (letters, verb) =
            if seen == 1 { ("letter on the visit", "was") } else { ("letters on the visits", "were") };
        return Some(format!(
            "The {letters} since then {verb} not read here. What has been found of the {named}?"
        ));
    }
    Some(format!(
        "Of the {named}, no finding of a visit on record is matched to {}: {}. What has changed there?",
        number(untested.len()),
        untested.join("; ")
    ))
}

/// What did not come by its day, is past it, or has no outcome that can be told; the gravest first.
/// What was promised stands in our own words, so it is no quotation.
fn promises(today: PartialDate, dossier: &Dossier) -> Vec<String> {
    let asked = |it: &Commitment| match it.outcome.as_ref().map(|outcome| outcome.status.value) {
        Some(OutcomeStatus::NotMet) => Some("It did not come by then. What came of it since?"),
        Some(OutcomeStatus::CannotTell) => Some("What came of it?"),
        Some(_) => None,
        None => it.due.as_ref().filter(|due| due.value.is_before(today)).map(|_| "What came of it?"),
    };
    let mut open: Vec<(&Commitment, &str)> =
        dossier.commitments.iter().rev().filter_map(|it| Some((it, asked(it)?))).collect();
    open.sort_by_key(|(it, _)| weight(it));
    let say = |(it, asked): (&Commitment, &str)| {
        format!("{} (said {}). {asked}", capitalised(&it.promised), it.date.value.when())
    };
    open.into_iter().take(PROMISES).map(say).collect()
}

fn letters(dossier: &Dossier) -> Option<String> {
    let awaited = dossier.visits.iter().rev().find(|it| it.record.letter.value == LetterStatus::Awaited)?;
    Some(format!("When will the letter on the visit of {} be published?", awaited.record.start.value.long()))
}

/// A headline measure whose latest period has no value that the council could tell: one that its
/// publisher withholds, or that does not apply, is no gap.
fn missing(findings: &CouncilFindings<'_>) -> Option<String> {
    let is_gap = |value: Value| {
        let told = [Missing::NotAvailable, Missing::Unavailable, Missing::NotReceived, Missing::NotRecorded];
        matches!(value, Value::Missing(why) if told.contains(&why))
    };
    let headline = findings.tables.iter().filter(|table| table.measure.headline == Some(true));
    let mut gaps =
        headline.filter_map(|table| Some((table, table.rows.last().filter(|row| is_gap(row.value))?)));
    let (table, row) = gaps.next()?;
    Some(format!("{}, {}: no value is on record. What was it?", table.measure.title, row.period.long()))
}
