//! Checks of what was said and promised. That speaker, capacity, forum and date are there is seen
//! when they are read (E12).

use crate::content::check::Context;
use crate::content::check::names;
use crate::record::Commitment;
use crate::report::Fault;
use crate::report::Report;

/// Checks all statements and commitments of a council.
pub fn check(report: &mut Report, context: &Context<'_>) {
    let dossier = context.dossier;
    let statements = dossier.statements.iter().map(|it| &it.id);
    names::unique(
        report,
        "statements or commitments",
        statements.chain(dossier.commitments.iter().map(|it| &it.id)),
    );
    for statement in &dossier.statements {
        names::not_future(report, context.today, &statement.date);
    }
    for commitment in &dossier.commitments {
        names::not_future(report, context.today, &commitment.date);
        outcome(report, context, commitment);
    }
}

fn outcome(report: &mut Report, context: &Context<'_>, commitment: &Commitment) {
    if let Some(on) = commitment.outcome.as_ref().and_then(|outcome| outcome.on.as_ref()) {
        names::in_order(
            report,
            "commitment::order",
            ("what was said", &commitment.date),
            ("its outcome", on),
        );
    }
    let Some(due) = &commitment.due else { return };
    names::in_order(
        report,
        "commitment::order",
        ("what was said", &commitment.date),
        ("the day it was due", due),
    );
    if commitment.is_late(context.today) {
        let message = format!("`{}` was due by {} and has no outcome", commitment.id.value, due.value.long());
        let fault = Fault::warning("commitment::due", due.span, message);
        report
            .add(fault.help(
                "say under `outcome:` what became of it, `cannot-tell` if the record does not show it",
            ));
    }
}
