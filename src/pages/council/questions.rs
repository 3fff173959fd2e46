//! Questions that the record leaves open about one council: made from its gaps, in neutral words.

use crate::analysis::CouncilFindings;
use crate::analysis::Matrix;
use crate::analysis::Standing;
use crate::analysis::gaps::is_gap;
use crate::domain::LetterStatus;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::count;
use crate::domain::number;
use crate::pages::council::brief::weight;
use crate::record::Commitment;
use crate::register::Dossier;
use crate::register::Register;

/// How many promises are asked about.
const PROMISES: usize = 3;

/// The questions, the weightiest first; none about a council that is no more.
///
/// * `today`: the as-at date.
pub fn questions(
    today: PartialDate,
    register: &Register,
    dossier: &Dossier,
    findings: &CouncilFindings<'_>,
) -> Vec<String> {
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
            asked.extend(untested(register, dossier, standing));
        }
        None => asked.push("No inspection is recorded here. When was the last one?".to_owned()),
    }
    asked.extend(promises(today, dossier, findings));
    asked.extend(letters(dossier));
    let in_force = findings.standing.iter().flat_map(|it| &it.in_force);
    asked.extend(in_force.map(|it| {
        let since = it.from.value.known().map(|from| format!(", {}", from.long())).unwrap_or_default();
        let planned = it.planned_to.as_ref().filter(|to| to.value.is_before(today));
        let planned =
            planned.map(|to| format!(", and it was planned to {}", to.value.long())).unwrap_or_default();
        format!("{}{since}: no end is recorded{planned}. Is it still in force?", it.instrument)
    }));
    asked.extend(missing(findings));
    asked
}

/// The areas of the latest report that no finding of a visit on record is about.
fn untested(register: &Register, dossier: &Dossier, standing: &Standing<'_>) -> Option<String> {
    let matrix = Matrix::of(register, dossier, standing.inspection)?;
    let named = format!(
        "{} named in {}",
        count(matrix.rows.len(), "area", "areas"),
        standing.inspection.record.published.value.in_month()
    );
    // Where no letter was read, its silence is ours.
    if matrix.visits.iter().all(|visit| visit.record.findings.is_empty()) {
        let (letters, verb) = if matrix.visits.len() == 1 {
            ("letter on the visit", "was")
        } else {
            ("letters on the visits", "were")
        };
        return Some(format!(
            "The {letters} since then {verb} not read here. What has been found of the {named}?"
        ));
    }
    let untested: Vec<&str> = matrix.untested().iter().map(|area| area.label.as_str()).collect();
    (!untested.is_empty()).then(|| {
        format!(
            "Of the {named}, no finding of a visit on record is matched to {}: {}. What has changed there?",
            number(untested.len()),
            untested.join("; ")
        )
    })
}

/// What did not come by its day, is past it, or has no outcome that can be told; the gravest first.
/// What was promised stands in our own words, so it is no quotation.
fn promises(today: PartialDate, dossier: &Dossier, findings: &CouncilFindings<'_>) -> Vec<String> {
    // What was said before the latest report is answered by it, or past asking.
    let since = findings.standing.as_ref().map(|it| it.inspection.record.published.value);
    let is_new = |it: &&Commitment| since.is_none_or(|since| !it.date.value.is_before(since));
    let asked = |it: &Commitment| match it.outcome.as_ref().map(|outcome| outcome.status.value) {
        Some(OutcomeStatus::NotMet) => Some("It did not come by then. What came of it since?"),
        Some(OutcomeStatus::CannotTell) => Some("What came of it?"),
        _ => it.is_late(today).then_some("What came of it?"),
    };
    let mut open: Vec<(&Commitment, &str)> =
        dossier.commitments.iter().rev().filter(is_new).filter_map(|it| Some((it, asked(it)?))).collect();
    open.sort_by_key(|(it, _)| weight(it));
    let say =
        |(it, asked): (&Commitment, &str)| format!("Said {}: {}. {asked}", it.date.value.when(), it.promised);
    open.into_iter().take(PROMISES).map(say).collect()
}

fn letters(dossier: &Dossier) -> Option<String> {
    let awaited = dossier.visits.iter().rev().find(|it| it.record.letter.value == LetterStatus::Awaited)?;
    Some(format!("When will the letter on the visit of {} be published?", awaited.record.start.value.long()))
}

/// A headline measure whose latest period has no value that the council could tell.
fn missing(findings: &CouncilFindings<'_>) -> Option<String> {
    let headline = findings.tables.iter().filter(|table| table.measure.headline == Some(true));
    let mut gaps =
        headline.filter_map(|table| Some((table, table.rows.last().filter(|row| is_gap(row.value))?)));
    let (table, row) = gaps.next()?;
    Some(format!("{}, {}: no value is on record. What was it?", table.measure.title, row.period.long()))
}
