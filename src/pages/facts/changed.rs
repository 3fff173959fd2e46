//! Whether and why a published fact is different now.

use serde::Serialize;

use crate::domain::Choice;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::words::shown;
use crate::record::Correction;
use crate::record::correction::Change;

/// A change of a fact.
#[derive(Debug, Serialize)]
pub struct ChangeView {
    /// The entry on the page of corrections.
    pub id: String,
    kind: &'static str,
    on: DateView,
    was: String,
    now: Option<String>,
    because: String,
    moved_to: Option<String>,
}

/// What became of a fact since it was published, latest first.
pub fn changes(frame: &Frame<'_>, fact: &str) -> Vec<ChangeView> {
    let view = |(it, change): &(&Correction, &Change)| ChangeView {
        id: it.id.value.to_string(),
        kind: it.kind.label(),
        on: it.on.value.into(),
        was: shown(frame.register, fact, &change.was.value),
        now: change.now.as_ref().map(|now| shown(frame.register, fact, &now.value)),
        because: it.because.clone(),
        moved_to: change.moved_to.as_ref().map(|to| to.value.clone()),
    };
    frame.corrected.changes(fact).iter().map(view).collect()
}

impl ChangeView {
    /// For a citation: ` (Correction of 20 November 2026; it was £3,895,726)`.
    pub fn in_brief(&self) -> String {
        format!(" ({} of {}; it was {})", self.kind, self.on.long, self.was)
    }
}
