//! Values that others report differently: all are kept, one is shown, and a rule says why.

use serde::Serialize;

use crate::domain::Choice;
use crate::domain::PartialDate;
use crate::domain::Period;
use crate::domain::capitalised;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::words::money;
use crate::record::Disagreement;
use crate::record::Disagreements;
use crate::record::Figure;
use crate::record::Measure;

/// A value that others report differently.
#[derive(Debug, Clone, Serialize)]
pub struct DisagreementView {
    /// What it is about: `Start`.
    pub about: String,
    /// The value shown here; empty where the page shows it just above.
    pub shown: String,
    /// The rule of preference.
    pub rule: &'static str,
    /// More on why.
    pub because: Option<String>,
    /// What others report.
    pub others: Vec<OtherView>,
}

/// A value as someone else reports it.
#[derive(Debug, Clone, Serialize)]
pub struct OtherView {
    /// The value.
    pub value: String,
    /// More on it.
    pub note: Option<String>,
    /// The ids of its sources, for a table.
    #[serde(skip)]
    pub ids: String,
    notes: Vec<Note>,
}

/// The disagreements of a record; `shown` says the record's own value under a key.
pub fn disagreements(
    all: &Disagreements,
    shown: &dyn Fn(&str) -> String,
    notes: &mut Notes<'_>,
) -> Vec<DisagreementView> {
    all.iter()
        .map(|(key, it)| disagreement(&key.as_str().replace('-', " "), shown(key.as_str()), it, notes))
        .collect()
}

/// One disagreement.
pub fn disagreement(
    about: &str,
    shown: String,
    it: &Disagreement,
    notes: &mut Notes<'_>,
) -> DisagreementView {
    let others = it.values.iter().map(|other| OtherView {
        value: readable(&other.value),
        note: other.note.clone(),
        ids: other.source.0.iter().map(|it| it.id.value.to_string()).collect::<Vec<_>>().join(" "),
        notes: notes.cite(&other.source),
    });
    DisagreementView {
        about: capitalised(about),
        shown: shown.trim_end_matches('.').to_owned(),
        rule: it.preferred.value.label(),
        because: it.because.clone(),
        others: others.collect(),
    }
}

/// A disagreement about a figure: every number of it in the unit of its measure.
pub fn of_figure(
    measure: &Measure,
    figure: &Figure,
    it: &Disagreement,
    notes: &mut Notes<'_>,
) -> DisagreementView {
    let period = Period::read(&figure.period, measure.period).map(Period::long);
    let about = period.unwrap_or_else(|_| figure.period.value.clone());
    let mut view = disagreement(&about, money::stated(measure, figure), it, notes);
    for (other, written) in view.others.iter_mut().zip(&it.values) {
        if let Ok(number) = written.value.parse() {
            other.value = money::exact(measure, number);
        }
    }
    view
}

/// Dates and grades read as they do elsewhere; words stay words.
fn readable(value: &str) -> String {
    match value.parse::<PartialDate>() {
        Ok(date) => date.long(),
        Err(_) if value.chars().all(|c| c.is_ascii_lowercase() || c == '-') => {
            capitalised(&value.replace('-', " "))
        }
        Err(_) => value.to_owned(),
    }
}
