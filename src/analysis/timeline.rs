//! Every dated event of a council in one order.

use crate::domain::PartialDate;
use crate::record::Commitment;
use crate::record::Event;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::Statement;
use crate::record::Visit;
use crate::register::Dossier;
use crate::register::Filed;

/// An event on the timeline.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'r> {
    /// When: an inspection counts from its report, a visit from its first day.
    pub date: PartialDate,
    /// What.
    pub kind: MomentKind<'r>,
}

/// What happened. The order is that of the timeline within one day, the weightiest first.
#[derive(Debug, Clone, Copy)]
pub enum MomentKind<'r> {
    /// A graded inspection's report.
    Inspection(&'r Filed<Inspection>),
    /// A visit without a grade.
    Visit(&'r Filed<Visit>),
    /// The beginning of an intervention.
    Begins(&'r Intervention),
    /// The end of an intervention.
    Ends(&'r Intervention),
    /// A meeting, a decision.
    Event(&'r Event),
    /// Something that was promised or expected.
    Commitment(&'r Commitment),
    /// Something that was said.
    Statement(&'r Statement),
}

impl MomentKind<'_> {
    fn weight(&self) -> u8 {
        match self {
            Self::Inspection(_) => 0,
            Self::Visit(_) => 1,
            Self::Begins(_) => 2,
            Self::Ends(_) => 3,
            Self::Event(_) => 4,
            Self::Commitment(_) => 5,
            Self::Statement(_) => 6,
        }
    }
}

/// The events of a council, latest first. Interventions without a date are left to their table.
pub fn timeline(dossier: &Dossier) -> Vec<Moment<'_>> {
    let mut all: Vec<Moment<'_>> = Vec::new();
    let mut add = |date: PartialDate, kind| all.push(Moment { date, kind });
    dossier.inspections.iter().for_each(|it| add(it.record.published.value, MomentKind::Inspection(it)));
    dossier.visits.iter().for_each(|it| add(it.record.start.value, MomentKind::Visit(it)));
    for it in &dossier.interventions {
        if let Some(from) = it.from.value.known() {
            add(from, MomentKind::Begins(it));
        }
        if let Some(to) = it.to.as_ref().filter(|to| !is_handover(dossier, it, to.value)) {
            add(to.value, MomentKind::Ends(it));
        }
    }
    dossier.events.iter().for_each(|it| add(it.date.value, MomentKind::Event(it)));
    dossier.commitments.iter().for_each(|it| add(it.date.value, MomentKind::Commitment(it)));
    dossier.statements.iter().for_each(|it| add(it.date.value, MomentKind::Statement(it)));
    all.sort_by(|a, b| b.date.cmp(&a.date).then(a.kind.weight().cmp(&b.kind.weight())));
    all
}

/// Whether what took its place began on the day it ended: one event, not two.
fn is_handover(dossier: &Dossier, ended: &Intervention, to: PartialDate) -> bool {
    let next = ended
        .replaced_by
        .as_ref()
        .and_then(|next| dossier.interventions.iter().find(|it| it.id.value == next.value));
    next.is_some_and(|next| next.from.value.known() == Some(to))
}
