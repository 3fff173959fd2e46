//! Checks of graded inspections: the right framework for the day, every judgement in its words.

use crate::content::check::Context;
use crate::content::check::names;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::inspection::Judged;
use crate::register::Filed;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;
use crate::report::list;
use crate::report::nearest;

/// Words that say why there is no grade.
const NO_GRADE: [&str; 3] = ["not-judged", "not-yet-published", "not-recorded"];

/// Checks all inspections of a council.
pub fn check(report: &mut Report, context: &Context<'_>) {
    for inspection in &context.dossier.inspections {
        one(report, context, inspection);
    }
}

fn one(report: &mut Report, context: &Context<'_>, filed: &Filed<Inspection>) {
    let (records, inspection) = (context.records, &filed.record);
    dates(report, context.today, filed);
    names::findings(report, filed.file, &inspection.findings);
    names::unique(report, "areas for improvement", inspection.areas.iter().map(|area| &area.id));
    if let Some(area) = inspection.areas.first().filter(|_| inspection.lists_areas == Some(false)) {
        let message = "a report that lists no areas has none";
        let fault = Fault::error("inspection::areas", area.id.span, message);
        report.add(fault.help("take `lists_areas: false` out, or the areas"));
    }
    for theme in inspection.areas.iter().flat_map(|area| &area.themes) {
        let themes = records.shelves.themes.iter().map(|theme| &theme.id.value);
        names::known(report, theme, "a theme", themes, "`content/themes.yaml`");
    }
    for area in inspection.findings.iter().filter_map(|finding| finding.area.as_ref()) {
        let areas = inspection.areas.iter().map(|area| &area.id.value);
        names::known(report, area, "an area of this inspection", areas, "its `areas`");
    }
    let known = records.names.frameworks.iter();
    names::known(report, &inspection.framework, "a framework", known, "`content/frameworks/`");
    if let Some(framework) = records.shelves.frameworks.get(&inspection.framework.value) {
        let kinds = framework.kinds.iter().map(|kind| &kind.id.value);
        names::known(
            report,
            &inspection.kind,
            "a kind of inspection under this framework",
            kinds,
            "its `kinds`",
        );
        if in_force(report, records, inspection, framework) {
            judgements(report, records, inspection, framework);
        }
    }
}

fn dates(report: &mut Report, today: PartialDate, filed: &Filed<Inspection>) {
    let inspection = &filed.record;
    let known = |date: &Spanned<crate::record::MaybeDate>| {
        date.value.known().map(|value| Spanned { value, span: date.span })
    };
    let (start, end) = (known(&inspection.start), known(&inspection.end));
    let published = ("its publication", &inspection.published);
    if let (Some(start), Some(end)) = (&start, &end) {
        names::in_order(
            report,
            "inspection::order",
            ("the inspection’s first day", start),
            ("its last day", end),
        );
    }
    if let Some(last) = end.as_ref().or(start.as_ref()) {
        names::in_order(report, "inspection::order", ("the inspection", last), published);
    }
    names::not_future(report, today, &inspection.published);
    if filed.id.as_str() != inspection.published.value.machine() {
        let message = format!(
            "the file is called `{}`, the report was published on {}",
            filed.id,
            inspection.published.value.long()
        );
        let fault = Fault::error("file::name", inspection.published.span, message);
        report.add(fault.help(format!("call the file `{}.md`", inspection.published.value.machine())));
    }
}

/// Whether the framework held when the inspection began (E01); judgement sets go by that day.
fn in_force(report: &mut Report, records: &Records, inspection: &Inspection, framework: &Framework) -> bool {
    let Some(start) = inspection.start.value.known() else {
        return true;
    };
    if holds(framework, start) {
        return true;
    }
    let to = framework.applies_to.as_ref().map_or_else(|| "today".to_owned(), |to| to.value.long());
    let message = format!(
        "`{}` is for inspections begun from {} to {to}",
        inspection.framework.value,
        framework.applies_from.value.long()
    );
    let fault = Fault::error("inspection::framework", inspection.framework.span, message)
        .also(inspection.start.span, format!("begun on {}", start.long()));
    let fitting: Vec<&str> = records
        .shelves
        .frameworks
        .iter()
        .filter(|(_, other)| other.regulator == framework.regulator && holds(other, start))
        .map(|(id, _)| id.as_str())
        .collect();
    report.add(fault.help(match fitting.as_slice() {
        [] => "no framework on record was in force on that day".to_owned(),
        some => format!("write {}", list(some.iter().copied())),
    }));
    false
}

fn holds(framework: &Framework, start: PartialDate) -> bool {
    !start.is_before(framework.applies_from.value)
        && framework.applies_to.as_ref().is_none_or(|to| !to.value.is_before(start))
}

fn judgements(report: &mut Report, records: &Records, inspection: &Inspection, framework: &Framework) {
    for (name, judged) in inspection.judgements.iter() {
        if framework.judgements.iter().any(|it| it.id.value == name.value) {
            grade(report, judged, framework);
        } else {
            report.add(not_in_framework(records, name, inspection, framework));
        }
    }
    let ids = || framework.judgements.iter().map(|it| it.id.as_str());
    let meant = |id: &Id| {
        inspection.judgements.iter().any(|(name, _)| nearest(name.as_str(), ids()) == Some(id.as_str()))
    };
    let given = |id: &Id| inspection.judgements.get(id.as_str()).is_some() || meant(id);
    for missing in framework.judgements.iter().filter(|it| !given(&it.id.value)) {
        let message = format!("there is no judgement of `{}`", missing.id.value);
        let fault = Fault::error("judgement::missing", inspection.framework.span, message)
            .label("a judgement of this framework");
        report.add(
            fault.help(format!(
                "write its grade under `judgements`, or why there is none: {}",
                list(NO_GRADE)
            )),
        );
    }
}

/// A grade is a grade of the framework’s scale, in its own words (E02).
fn grade(report: &mut Report, judged: &Judged, framework: &Framework) {
    let written = judged.grade.as_str();
    let grades = || framework.scale.iter().map(|grade| grade.id.as_str());
    if NO_GRADE.contains(&written) || grades().any(|grade| grade == written) {
        return;
    }
    let fault = Fault::error(
        "judgement::grade",
        judged.grade.span,
        format!("`{written}` is not a grade of {}", framework.short),
    );
    let fault = match nearest(written, grades()) {
        Some(word) => fault.label(format!("did you mean `{word}`?")),
        None => fault,
    };
    report.add(fault.help(format!("write {}, or why there is none: {}", list(grades()), list(NO_GRADE))));
}

/// A judgement that the framework does not have (E01), or no longer has for the whole (E03).
fn not_in_framework(
    records: &Records,
    name: &Spanned<Id>,
    inspection: &Inspection,
    framework: &Framework,
) -> Fault {
    let because = framework.not_judged.iter().find(|it| it.line.value == name.value);
    let headline = records
        .vocabulary
        .iter()
        .flat_map(|words| &words.lines)
        .any(|line| line.id.value == name.value && line.headline == Some(true));
    let code = if because.is_some() && headline { "judgement::no-overall" } else { "judgement::framework" };
    let fault =
        Fault::error(code, name.span, format!("`{}` is not a judgement of {}", name.value, framework.short))
            .also(inspection.start.span, "judgements go by the day on which the inspection began");
    let ids = || framework.judgements.iter().map(|it| it.id.as_str());
    match (because, nearest(name.as_str(), ids())) {
        (Some(why), _) => fault
            .label(why.because.clone())
            .help("take this line out: a grade that was not given is never filled in"),
        (None, word) => fault.suggest(word, format!("its judgements are {}", list(ids()))),
    }
}
