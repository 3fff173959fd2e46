//! Checks of frameworks and of the words that records are sorted by.

use crate::content::check::names;
use crate::domain::Id;
use crate::record::Framework;
use crate::record::vocabulary::Vocabulary;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// Every line of the grid is judged or explained in every framework; names are known and unique.
pub fn check(report: &mut Report, records: &Records) {
    let Some(vocabulary) = &records.vocabulary else {
        return;
    };
    names::unique(report, "lines", vocabulary.lines.iter().map(|line| &line.id));
    names::unique(report, "kinds of visit", vocabulary.visit_kinds.iter().map(|kind| &kind.id));
    names::unique(report, "tracks", vocabulary.tracks.iter().map(|track| &track.id));
    names::unique(report, "groups of measures", vocabulary.measure_groups.iter().map(|group| &group.id));
    for framework in records.shelves.frameworks.values() {
        framework_names(report, framework);
        lines(report, vocabulary, framework);
        if let Some(to) = &framework.applies_to {
            names::in_order(
                report,
                "framework::order",
                ("its first day", &framework.applies_from),
                ("its last day", to),
            );
        }
    }
}

fn framework_names(report: &mut Report, framework: &Framework) {
    names::unique(report, "grades", framework.scale.iter().map(|grade| &grade.id));
    names::unique(report, "judgements", framework.judgements.iter().map(|it| &it.id));
    names::unique(report, "kinds of inspection", framework.kinds.iter().map(|kind| &kind.id));
    for within in framework.judgements.iter().filter_map(|it| it.within.as_ref()) {
        let known = framework.judgements.iter().map(|it| &it.id.value);
        names::known(report, within, "a judgement of this framework", known, "its `judgements`");
    }
    for (at, grade) in framework.scale.iter().enumerate() {
        let reserved = ["not-judged", "not-yet-published", "not-recorded"];
        if reserved.contains(&grade.id.as_str()) {
            report.add(
                Fault::error("framework::grade", grade.id.span, "this word means that there is no grade")
                    .help("choose another id"),
            );
        }
        if framework.scale[..at].iter().any(|other| other.wording == grade.wording) {
            report.add(Fault::error(
                "framework::grade",
                grade.id.span,
                format!("two grades read “{}”", grade.wording),
            ));
        }
    }
}

fn lines(report: &mut Report, vocabulary: &Vocabulary, framework: &Framework) {
    let judged = framework.judgements.iter().map(|it| &it.line);
    let absent = framework.not_judged.iter().map(|it| &it.line);
    let mentioned: Vec<&Spanned<Id>> = judged.chain(absent).collect();
    let known = vocabulary.lines.iter().map(|line| &line.id.value);
    for line in &mentioned {
        names::known(
            report,
            line,
            "a line of the grid",
            known.clone(),
            "`lines` of `content/vocabulary.yaml`",
        );
    }
    for line in known.filter(|id| !mentioned.iter().any(|line| line.value == **id)) {
        let fault = Fault::error(
            "framework::line",
            framework.applies_from.span,
            format!("this framework says nothing of the line `{line}`"),
        );
        report.add(fault.help("give it a judgement, or say under `not_judged` why it has none"));
    }
    names::unique(report, "entries for the line", mentioned.into_iter());
}
