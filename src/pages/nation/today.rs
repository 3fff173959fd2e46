//! How many councils hold each grade on the last day that the record reaches.

use serde::Serialize;

use crate::analysis::ratings::Tally;
use crate::analysis::ratings::TallyRow;
use crate::charts::bar;
use crate::pages::parts::DateView;
use crate::pages::parts::GradeView;
use crate::pages::parts::grade;
use crate::record::framework::Grade;
use crate::register::Register;

/// Councils by their grade for the whole.
#[derive(Debug, Serialize)]
pub struct TodayView {
    day: DateView,
    councils: usize,
    judgement: String,
    counts: Vec<CountView>,
    no_overall: usize,
    uninspected: usize,
    other: usize,
    bar: String,
}

/// How many hold a grade.
#[derive(Debug, Serialize)]
pub struct CountView {
    /// The grade.
    pub grade: GradeView,
    /// How many councils.
    pub count: usize,
}

/// The counts of the headline judgement; nothing if the site has none.
pub fn today(register: &Register, tally: &Tally<'_>) -> Option<TodayView> {
    let rows = tally.rows.iter().filter(|row| row.line.headline == Some(true));
    let row = rows.max_by_key(|row| row.graded())?;
    let no_overall = crate::analysis::ratings::without_headline(register, tally.day).len();
    let uninspected = tally.uninspected.len();
    let rest = tally.councils - row.graded();
    Some(TodayView {
        day: tally.day.into(),
        councils: tally.councils,
        judgement: row.judgement.wording.clone(),
        counts: counts(row),
        bar: drawn(row, rest),
        other: rest.saturating_sub(no_overall + uninspected),
        no_overall,
        uninspected,
    })
}

/// Each grade of a row with its count.
pub fn counts(row: &TallyRow<'_>) -> Vec<CountView> {
    let view = |(it, councils): &(&Grade, Vec<_>)| CountView { grade: grade(it), count: councils.len() };
    row.grades.iter().map(view).collect()
}

/// A row as a bar, with `rest` councils that have no grade on it.
pub fn drawn(row: &TallyRow<'_>, rest: usize) -> String {
    let parts: Vec<(&str, usize)> =
        row.grades.iter().map(|(it, councils)| (it.glyph.as_str(), councils.len())).collect();
    bar(&[parts, vec![("0", rest)]].concat()).map(|drawing| drawing.inline("")).unwrap_or_default()
}
