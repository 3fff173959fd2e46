//! Checks of interventions. That legal basis and track are there is seen when they are read (E13).

use crate::content::check::Context;
use crate::content::check::names;
use crate::record::Intervention;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// Checks all interventions of a council, and its events.
pub fn check(report: &mut Report, context: &Context<'_>) {
    let all = &context.dossier.interventions;
    names::unique(report, "interventions", all.iter().map(|it| &it.id));
    names::unique(report, "events", context.dossier.events.iter().map(|it| &it.id));
    for it in all {
        let tracks =
            context.records.vocabulary.iter().flat_map(|words| &words.tracks).map(|track| &track.id.value);
        names::known(
            report,
            &it.track,
            "a track of intervention",
            tracks,
            "`tracks` of `content/vocabulary.yaml`",
        );
        let kinds = context.records.vocabulary.iter().flat_map(|words| &words.intervention_kinds);
        names::known(
            report,
            &it.kind,
            "a kind of intervention",
            kinds.map(|kind| &kind.id.value),
            "`intervention_kinds` of `content/vocabulary.yaml`",
        );
        if let Some(next) = &it.replaced_by {
            names::known(
                report,
                next,
                "an intervention of this council",
                all.iter().map(|it| &it.id.value),
                "this file",
            );
        }
        let from = it.from.value.known().map(|value| Spanned { value, span: it.from.span });
        if let (Some(from), Some(to)) = (&from, &it.to) {
            names::in_order(report, "intervention::order", ("its first day", from), ("its last day", to));
        }
        if let Some(from) = &from {
            names::not_future(report, context.today, from);
        }
        planned(report, context, it);
        if it.ended_how.is_some() && it.to.is_none() {
            let fault = Fault::error("intervention::end", it.id.span, "it says how it ended, but not when");
            report.add(fault.help("write `to:` with what is known of the date, or take `ended_how` out"));
        }
    }
    for event in &context.dossier.events {
        names::not_future(report, context.today, &event.date);
    }
}

/// An end that was planned and has passed needs an end on record, or a word that it went on (E20).
fn planned(report: &mut Report, context: &Context<'_>, it: &Intervention) {
    let Some(planned) = it.planned_to.as_ref().filter(|it| it.value.is_before(context.today)) else { return };
    if it.to.is_none() && it.ended_how.is_none() && it.replaced_by.is_none() {
        let message =
            format!("`{}` was planned to {} and has no end on record", it.id.value, planned.value.long());
        let fault = Fault::warning("intervention::planned-end", planned.span, message);
        report.add(fault.help("write `to:` and `ended_how:`, or the later day to which it was extended"));
    }
}
