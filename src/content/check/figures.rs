//! Checks of figures: each is a number or a named absence, in a measure that is defined.

use crate::content::check::Context;
use crate::content::check::names;
use crate::domain::Period;
use crate::record::Caution;
use crate::record::Figure;
use crate::report::Fault;
use crate::report::Report;

/// Checks all figures and cautions of a council.
pub fn check(report: &mut Report, context: &Context<'_>) {
    let dossier = context.dossier;
    names::unique(report, "figures", dossier.figures.iter().map(|figure| &figure.id));
    for figure in &dossier.figures {
        value(report, figure);
        measure(report, context, &figure.measure, &figure.period);
    }
    for caution in &dossier.cautions {
        measure(report, context, &caution.measure, &caution.period);
    }
    twice(report, context);
    cautioned_twice(report, &dossier.cautions);
}

/// Two cautions beside one value: tables have room for one.
fn cautioned_twice(report: &mut Report, all: &[Caution]) {
    for (at, it) in all.iter().enumerate() {
        let value = |it: &Caution| (it.measure.value.clone(), it.period.value.clone());
        let same = |other: &&Caution| value(other) == value(it);
        if let Some(first) = all[..at].iter().find(same) {
            let message = format!("`{}` has two cautions for {}", it.measure.value, it.period.value);
            let fault = Fault::error("figure::caution", it.period.span, message)
                .also(first.period.span, "the other one");
            report.add(fault.help("say both in one note, with all its sources"));
        }
    }
}

/// One of `value` and `missing`, never both (E11).
fn value(report: &mut Report, figure: &Figure) {
    match (&figure.value, &figure.missing) {
        (Some(value), Some(missing)) => {
            let fault = Fault::error("figure::coerced", value.span, "a missing value is not a number")
                .also(missing.span, "missing");
            report.add(fault.help("take one of the two out: missing is never zero"));
        }
        (None, None) => {
            let fault = Fault::error(
                "figure::empty",
                figure.id.span,
                format!("`{}` has neither a value nor a reason why not", figure.id.value),
            );
            report
                .add(fault.help("write `value:` with the number, or `missing:` with the publisher’s symbol"));
        }
        _ => {}
    }
}

fn measure(
    report: &mut Report,
    context: &Context<'_>,
    measure: &crate::report::Spanned<crate::domain::Id>,
    period: &crate::report::Spanned<String>,
) {
    let records = context.records;
    names::known(report, measure, "a measure", records.names.measures.iter(), "`content/measures/`");
    let Some(defined) = records.shelves.measures.get(&measure.value) else {
        return;
    };
    if let Err(error) = Period::read(period, defined.period) {
        let fault = Fault::error(
            "date::period",
            period.span,
            format!("`{}` is not a period of `{}`", period.value, measure.value),
        );
        report.add(
            fault
                .label(error.to_string())
                .help(format!("write it as `period` in `content/measures/{}.yaml` counts it", measure.value)),
        );
    }
}

/// Two figures of one measure and period disagree: one is shown, the other is `also_reported` (E22).
fn twice(report: &mut Report, context: &Context<'_>) {
    let figures = &context.dossier.figures;
    for (at, figure) in figures.iter().enumerate() {
        let same = |other: &&Figure| {
            other.measure.value == figure.measure.value && other.period.value == figure.period.value
        };
        if let Some(first) = figures[..at].iter().find(same) {
            let message =
                format!("`{}` and `{}` are the same measure and period", first.id.value, figure.id.value);
            let fault =
                Fault::error("figure::twice", figure.id.span, message).also(first.id.span, "the other one");
            report.add(fault.help("keep the one to be shown, and put the other under its `also_reported` with the rule of preference"));
        }
    }
}
