//! Checks of visits. That they have no grade is seen when they are read (E04).

use crate::content::check::Context;
use crate::content::check::names;
use crate::domain::LetterStatus;
use crate::record::Visit;
use crate::register::Filed;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// Checks all visits of a council.
pub fn check(report: &mut Report, context: &Context<'_>) {
    for filed in &context.dossier.visits {
        let visit = &filed.record;
        let kinds =
            context.records.vocabulary.iter().flat_map(|words| &words.visit_kinds).map(|kind| &kind.id.value);
        names::known(
            report,
            &visit.kind,
            "a kind of visit",
            kinds,
            "`visit_kinds` of `content/vocabulary.yaml`",
        );
        for theme in &visit.themes {
            let themes = context.records.shelves.themes.iter().map(|theme| &theme.id.value);
            names::known(report, theme, "a theme", themes, "`content/themes.yaml`");
        }
        dates(report, context, filed);
        twice(report, context, visit);
        names::findings(report, filed.file, &visit.findings);
        letter(report, visit);
        follows(report, context, visit);
        mentioned(report, context, visit);
    }
}

fn dates(report: &mut Report, context: &Context<'_>, filed: &Filed<Visit>) {
    let visit = &filed.record;
    let end = visit.end.value.known().map(|value| Spanned { value, span: visit.end.span });
    if let Some(end) = &end {
        names::in_order(
            report,
            "visit::order",
            ("the visit’s first day", &visit.start),
            ("its last day", end),
        );
    }
    if let Some(published) = &visit.published {
        names::in_order(
            report,
            "visit::order",
            ("the visit", end.as_ref().unwrap_or(&visit.start)),
            ("its letter", published),
        );
    }
    names::not_future(report, context.today, &visit.start);
    if filed.id.as_str() != visit.start.value.machine() {
        let message =
            format!("the file is called `{}`, the visit began {}", filed.id, visit.start.value.long());
        let fault = Fault::error("file::name", visit.start.span, message);
        report.add(fault.help(format!("call the file `{}.md`", visit.start.value.machine())));
    }
}

/// A visit that is known to its day is not on record once more by its month, as a later report has it.
fn twice(report: &mut Report, context: &Context<'_>, visit: &Visit) {
    let month = visit.start.value;
    let is_same = |it: &&Filed<Visit>| {
        let start = it.record.start.value;
        it.record.kind.value == visit.kind.value && start.knows_day() && start.is_within(month)
    };
    let Some(same) = context.dossier.visits.iter().find(is_same).filter(|_| !month.knows_day()) else {
        return;
    };
    let fault =
        Fault::error("visit::twice", visit.start.span, "this visit is on record with its day as well")
            .label("known to the month")
            .also(same.record.start.span, "known to the day");
    report.add(fault.help(format!("add the source to `{}.md`, and take this file out", same.id)));
}

/// The report that mentions it is on record, and came after it.
fn mentioned(report: &mut Report, context: &Context<'_>, visit: &Visit) {
    let Some(mention) = &visit.mentioned_in else { return };
    if context.is_faulty_inspection(&mention.value) {
        return;
    }
    let inspections = context.dossier.inspections.iter().map(|it| &it.id);
    if !names::known(report, mention, "an inspection of this council", inspections, "`inspections/`") {
        return;
    }
    let inspection = context.dossier.inspection(&mention.value).expect("known just now");
    let published = &inspection.record.published;
    if published.value.is_before(visit.start.value) {
        let fault = Fault::error(
            "visit::order",
            visit.start.span,
            "the visit comes after the report that mentions it",
        );
        let fault = fault.label("this visit").also(published.span, "this report");
        report.add(fault.help("look both dates up in their sources"));
    }
}

fn letter(report: &mut Report, visit: &Visit) {
    if visit.letter.value != LetterStatus::Published
        && let Some(published) = &visit.published
    {
        let fault = Fault::error(
            "visit::letter",
            visit.letter.span,
            "a letter with a date of publication is published",
        );
        report.add(
            fault
                .also(published.span, "published here")
                .help("write `letter: published`, or take the date out"),
        );
    }
}

/// The inspection that it follows is on record and was before it; areas are areas of it.
fn follows(report: &mut Report, context: &Context<'_>, visit: &Visit) {
    let Some(follows) = &visit.follows else {
        let found = visit.findings.iter().filter_map(|finding| finding.area.as_ref());
        for area in found.chain(&visit.takes_in) {
            let fault = Fault::error(
                "visit::area",
                area.span,
                "an area belongs to an inspection, and this visit follows none",
            );
            report.add(fault.help("write `follows:` with the name of the inspection’s file"));
        }
        return;
    };
    if context.is_faulty_inspection(&follows.value) {
        return;
    }
    let inspections = context.dossier.inspections.iter();
    let known = names::known(
        report,
        follows,
        "an inspection of this council",
        inspections.map(|it| &it.id),
        "`inspections/`",
    );
    let Some(inspection) = context.dossier.inspection(&follows.value).filter(|_| known) else {
        return;
    };
    let published = &inspection.record.published;
    if visit.start.value.is_before(published.value) {
        let fault = Fault::error(
            "visit::order",
            visit.start.span,
            "the visit comes before the inspection that it follows",
        );
        report.add(
            fault
                .label("this visit")
                .also(published.span, "this inspection")
                .help("look both dates up in their sources"),
        );
    }
    let found = visit.findings.iter().filter_map(|finding| finding.area.as_ref());
    for area in found.chain(&visit.takes_in) {
        let areas = inspection.record.areas.iter().map(|area| &area.id.value);
        names::known(report, area, "an area of the inspection that this visit follows", areas, "its `areas`");
    }
}
