//! What was said and what was promised: shown as said, by whom, where and when.

use serde::Serialize;

use crate::domain::Choice;
use crate::domain::PartialDate;
use crate::domain::capitalised;
use crate::pages::parts::DateView;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::sections::disagreement::DisagreementView;
use crate::pages::sections::disagreement::disagreements;
use crate::record::Commitment;
use crate::record::Speaker;
use crate::record::Statement;

/// Something that was said.
#[derive(Debug, Serialize)]
pub struct StatementView {
    id: String,
    kind: &'static str,
    date: DateView,
    speaker: String,
    forum: String,
    said: String,
    quote: Option<String>,
    note: Option<String>,
    /// What those say of whom it says something adverse.
    replies: Vec<String>,
    disagreements: Vec<DisagreementView>,
    notes: Vec<Note>,
}

/// Something that was promised or expected, and what became of it.
#[derive(Debug, Serialize)]
pub struct CommitmentView {
    id: String,
    promised: String,
    date: DateView,
    speaker: String,
    forum: String,
    due: Option<DateView>,
    /// Whether its day has passed and no outcome is on record.
    late: bool,
    outcome: Option<OutcomeView>,
    disagreements: Vec<DisagreementView>,
    notes: Vec<Note>,
}

/// What became of it.
#[derive(Debug, Serialize)]
struct OutcomeView {
    status: &'static str,
    status_id: &'static str,
    on: Option<DateView>,
    what: String,
    notes: Vec<Note>,
}

/// `Cllr Cheryl Barnard, portfolio holder for children`, or the capacity alone.
pub fn speaker(speaker: &Speaker) -> String {
    let named = speaker.named();
    if speaker.name.is_some() { named } else { capitalised(&named) }
}

/// A statement as its page shows it.
pub fn statement(it: &Statement, replies: Vec<String>, notes: &mut Notes<'_>) -> StatementView {
    StatementView {
        id: it.id.value.to_string(),
        kind: it.kind.label(),
        date: it.date.value.into(),
        speaker: speaker(&it.speaker),
        forum: it.forum.clone(),
        said: it.said.clone(),
        quote: it.quote.as_ref().map(|quote| quote.value.clone()),
        note: it.note.clone(),
        replies,
        disagreements: disagreements(&it.also_reported, &|_| String::new(), notes),
        notes: notes.cite(&it.source),
    }
}

/// A commitment as its page shows it.
///
/// * `today`: the as-at date.
pub fn commitment(today: PartialDate, it: &Commitment, notes: &mut Notes<'_>) -> CommitmentView {
    CommitmentView {
        id: it.id.value.to_string(),
        promised: capitalised(&it.promised),
        date: it.date.value.into(),
        speaker: speaker(&it.speaker),
        forum: it.forum.clone(),
        due: it.due.as_ref().map(|due| due.value.into()),
        late: it.is_late(today),
        notes: notes.cite(&it.source),
        disagreements: disagreements(&it.also_reported, &|_| String::new(), notes),
        outcome: it.outcome.as_ref().map(|outcome| OutcomeView {
            status: outcome.status.value.label(),
            status_id: outcome.status.value.word(),
            on: outcome.on.as_ref().map(|on| on.value.into()),
            what: outcome.what.clone(),
            notes: notes.cite(&outcome.source),
        }),
    }
}
