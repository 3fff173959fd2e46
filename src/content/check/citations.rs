//! Checks of sources: each one that is cited is known, and quotations are short.

use crate::content::check::names;
use crate::record::Citations;
use crate::record::Disagreement;
use crate::record::Finding;
use crate::register::Dossier;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// The longest quotation, in words: rarely and briefly, as fair dealing and good manners have it.
const LONGEST_QUOTE: usize = 40;

/// Checks every citation of the site.
pub fn check(report: &mut Report, records: &Records) {
    for citation in everywhere(records).into_iter().flat_map(|citations| &citations.0) {
        names::known(report, &citation.id, "a source", records.names.sources.iter(), "`content/sources/`");
        quote(report, citation.quote.as_ref());
    }
    for statement in records.shelves.dossiers.values().flat_map(|it| &it.statements) {
        quote(report, statement.quote.as_ref());
    }
    for source in records.shelves.sources.values() {
        let urls = source.url.iter().chain(source.archive.as_ref().map(|archive| &archive.url));
        for url in urls.filter(|url| !names::is_web(url)) {
            let fault = Fault::error(
                "source::url",
                url.span,
                format!("`{}` is not the address of a web page", url.value),
            );
            report.add(fault.help("write `https://…`, or leave `url` out if it is not known"));
        }
    }
}

fn quote(report: &mut Report, quote: Option<&Spanned<String>>) {
    let Some(quote) = quote else { return };
    let words = quote.split_whitespace().count();
    if words > LONGEST_QUOTE {
        let fault = Fault::error("source::quote", quote.span, format!("this quotation has {words} words"));
        report.add(fault.help(format!("quote at most {LONGEST_QUOTE} words, and say the rest in your own")));
    }
}

/// Every place of the site in which a source is cited.
fn everywhere(records: &Records) -> Vec<&Citations> {
    let shelves = &records.shelves;
    let mut all: Vec<&Citations> = Vec::new();
    all.extend(records.site.iter().flat_map(|site| site.horizons.iter()).map(|(_, horizon)| &horizon.source));
    all.extend(
        records
            .vocabulary
            .iter()
            .flat_map(|it| it.visit_kinds.iter().chain(&it.tracks))
            .filter_map(|it| it.source.as_ref()),
    );
    let kinds = records.vocabulary.iter().flat_map(|it| &it.intervention_kinds);
    all.extend(kinds.filter_map(|it| it.source.as_ref()));
    all.extend(shelves.publications.iter().flat_map(|it| &it.editions).map(|it| &it.source));
    all.extend(shelves.bridges.iter().map(|it| &it.source));
    all.extend(shelves.glossary.iter().filter_map(|word| word.source.as_ref()));
    all.extend(shelves.frameworks.values().map(|it| &it.source));
    all.extend(shelves.deflators.values().map(|it| &it.source));
    for measure in shelves.measures.values() {
        all.extend(measure.source.iter().chain(measure.breaks.iter().map(|it| &it.source)));
        all.extend(measure.editions.iter().map(|it| &it.source));
        all.extend(measure.joint.iter().map(|it| &it.source));
    }
    for dossier in shelves.dossiers.values() {
        of_council(dossier, &mut all);
    }
    all
}

fn of_council<'a>(dossier: &'a Dossier, all: &mut Vec<&'a Citations>) {
    if let Some(council) = dossier.council.as_ref().map(|it| &it.record) {
        all.push(&council.source);
        all.extend(council.neighbours.iter().map(|it| &it.source));
        all.extend(council.abolished.iter().map(|it| &it.source));
        all.extend(council.delivered_by.iter().map(|it| &it.source));
        all.extend(council.horizons.iter().map(|(_, it)| &it.source));
    }
    for it in dossier.inspections.iter().map(|it| &it.record) {
        all.push(&it.source);
        all.extend(it.judgements.iter().filter_map(|(_, judged)| judged.source.as_ref()));
        findings(&it.findings, all);
        it.also_reported.iter().for_each(|(_, it)| values(it, all));
    }
    for it in dossier.visits.iter().map(|it| &it.record) {
        all.push(&it.source);
        all.extend(it.ordinal.iter().map(|it| &it.source));
        findings(&it.findings, all);
        it.also_reported.iter().for_each(|(_, it)| values(it, all));
    }
    for it in &dossier.interventions {
        all.push(&it.source);
        it.also_reported.iter().for_each(|(_, it)| values(it, all));
    }
    for it in &dossier.figures {
        all.push(&it.source);
        it.also_reported.iter().for_each(|it| values(it, all));
    }
    all.extend(dossier.cautions.iter().map(|it| &it.source));
    said(dossier, all);
}

fn said<'a>(dossier: &'a Dossier, all: &mut Vec<&'a Citations>) {
    for it in &dossier.statements {
        all.push(&it.source);
        it.also_reported.iter().for_each(|(_, it)| values(it, all));
    }
    for it in &dossier.commitments {
        all.push(&it.source);
        all.extend(it.outcome.iter().map(|it| &it.source));
        it.also_reported.iter().for_each(|(_, it)| values(it, all));
    }
    for it in &dossier.events {
        all.push(&it.source);
        it.also_reported.iter().for_each(|(_, it)| values(it, all));
    }
}

fn findings<'a>(findings: &'a [Finding], all: &mut Vec<&'a Citations>) {
    all.extend(findings.iter().filter_map(|finding| finding.source.as_ref()));
}

fn values<'a>(disagreement: &'a Disagreement, all: &mut Vec<&'a Citations>) {
    all.extend(disagreement.values.iter().map(|value| &value.source));
}
