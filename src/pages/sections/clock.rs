//! The publication clock: what is known of the letter on a visit, beside how long such letters have
//! taken. Never a bare "overdue".

use serde::Serialize;

use crate::analysis::Lags;
use crate::analysis::expected::LEAST;
use crate::analysis::expected::Phase;
use crate::analysis::expected::window;
use crate::analysis::letter_days;
use crate::domain::LetterStatus;
use crate::domain::PartialDate;
use crate::domain::count;
use crate::pages::words::lengths::LengthsView;
use crate::pages::words::lengths::begun;
use crate::record::Visit;

/// The clock of one letter.
#[derive(Debug, Serialize)]
pub struct ClockView {
    /// What is known of this letter.
    said: String,
    /// The usual range, and what it rests on.
    usual: Option<String>,
}

/// The clock of a visit's letter.
pub fn clock(today: PartialDate, visit: &Visit, lags: Option<&Lags>) -> ClockView {
    let lags = lags.filter(|it| it.letters.n() >= LEAST && visit.start.value.is_exact());
    ClockView { said: said(today, visit, lags), usual: usual(visit, lags) }
}

fn said(today: PartialDate, visit: &Visit, lags: Option<&Lags>) -> String {
    match visit.letter.value {
        LetterStatus::Published => published(visit),
        LetterStatus::NotExpected => {
            "No letter is to be expected: the inspectorate did not publish this one.".to_owned()
        }
        LetterStatus::Unknown => "Whether the letter is public is not recorded here.".to_owned(),
        LetterStatus::Awaited => match lags.and_then(|it| window(visit.start.value, &it.letters)) {
            Some((first, last)) => awaited(Phase::of(today, first, last)).to_owned(),
            None if !visit.start.value.is_exact() => {
                "The letter is awaited. The first day of the visit is not \
                 recorded, so no range can be given."
                    .to_owned()
            }
            None => {
                "The letter is awaited. Too few letters have been timed here to say when such letters come."
                    .to_owned()
            }
        },
    }
}

fn published(visit: &Visit) -> String {
    match letter_days(visit) {
        Some(days) => {
            let days = usize::try_from(days).unwrap_or_default();
            format!("Published {} after the first day of the visit.", count(days, "day", "days"))
        }
        None if visit.published.as_ref().is_some_and(|it| it.value.is_exact()) => {
            "The first day of the visit is not recorded, so the wait cannot be counted.".to_owned()
        }
        None if visit.published.is_some() => "Published; the day is not recorded here.".to_owned(),
        None => "Published; when is not recorded here.".to_owned(),
    }
}

/// What is said of an awaited letter.
pub fn awaited(phase: Phase) -> &'static str {
    match phase {
        Phase::Ahead => "The letter is awaited: the usual range has not begun.",
        Phase::Within => "The letter is awaited: today lies within the usual range.",
        Phase::Passed => {
            "The letter is awaited, beyond the usual range: none of the letters timed here took as long."
        }
    }
}

/// `Letters on such visits have come 24 to 59 days after the first day …`.
fn usual(visit: &Visit, lags: Option<&Lags>) -> Option<String> {
    if matches!(visit.letter.value, LetterStatus::NotExpected | LetterStatus::Unknown) {
        return None;
    }
    let lags = lags?;
    let view = LengthsView::days(&lags.letters)?;
    let told = format!(
        "Letters on visits of this kind have come {} after the first day, half of them within {} (n = {}, {})",
        view.range(),
        view.median,
        view.n,
        begun(lags.letters_of),
    );
    // A letter whose day is known needs no range of its own.
    if letter_days(visit).is_some() {
        return Some(format!("{told}."));
    }
    let (first, last) = window(visit.start.value, &lags.letters)?;
    let (first, last) = (PartialDate::day(first).long(), PartialDate::day(last).long());
    Some(format!("{told}: for this visit from {first} to {last}."))
}
