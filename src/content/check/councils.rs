//! Checks of who a council is: its codes are its own, and not those of a namesake (E14).

use std::collections::BTreeMap;

use crate::content::check::Context;
use crate::content::check::names;
use crate::domain::Id;
use crate::record::Council;
use crate::register::Records;
use crate::register::facts::is_reserved;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;

/// Checks one council.
pub fn check(report: &mut Report, context: &Context<'_>) {
    let Some(filed) = &context.dossier.council else {
        if !report.has_errors() {
            let file = Span::start_of(context.records.names.folders[context.slug]);
            let fault = Fault::error(
                "file::missing",
                file,
                format!("there is no `content/councils/{}/council.md`", context.slug),
            );
            report.add(fault.help("say there who the council is"));
        }
        return;
    };
    let council = &filed.record;
    reserved(report, context.slug, filed.file);
    council.website.iter().for_each(|url| names::web(report, url));
    let regions = context.records.regions.iter().flat_map(|it| &it.regions).map(|region| &region.id.value);
    names::known(report, &council.region, "a region", regions, "`content/regions.yaml`");
    shapes(report, council);
    namesakes(report, council);
    relations(report, context.records, council);
    inherited(report, context, council);
}

/// Facts of the country, its regions and of definitions stand beside those of councils under these names.
fn reserved(report: &mut Report, slug: &Id, file: FileId) {
    if is_reserved(slug.as_str()) {
        let message = format!("no council can have the name `{slug}`: facts that are of no council have it");
        let fault = Fault::error("council::reserved", Span::start_of(file), message);
        report.add(fault.help(format!("give the folder a longer name, like `{slug}-council`")));
    }
}

/// Neighbours, predecessors and successors are councils on record.
fn relations(report: &mut Report, records: &Records, council: &Council) {
    let neighbours = council.neighbours.iter().flat_map(|it| &it.councils);
    let before = council.predecessors.iter().filter_map(|it| it.council.as_ref());
    let after = council.abolished.iter().flat_map(|it| &it.successors);
    for name in neighbours.chain(before).chain(after) {
        names::known(report, name, "a council", records.names.councils.iter(), "`content/councils/`");
    }
    for it in council.predecessors.iter().filter(|it| it.name.is_none() && it.council.is_none()) {
        let message = format!("the predecessor that ended {} has neither name nor page", it.until.long());
        let fault =
            Fault::error("council::predecessor", council.region.span, message).label("in this council");
        report.add(fault.help("write `council:` with its folder, or `name:`"));
    }
    if !council.predecessors.is_empty() && council.established.is_none() {
        let message = "a council with predecessors has a first day";
        let fault =
            Fault::error("council::predecessor", council.region.span, message).label("in this council");
        report.add(fault.help("write `established:` with the day on which it took their place"));
    }
    for district in &council.districts {
        let fits = district.gss.starts_with("E07") && district.gss.len() == 9;
        if !fits {
            let message = format!("`{}` is not the gss code of a district", district.gss.value);
            let fault = Fault::error("council::code", district.gss.span, message);
            report.add(fault.help("write a code like `E07000176`"));
        }
    }
}

/// A council's grades are its own: none from before its first day or after its last (E15).
fn inherited(report: &mut Report, context: &Context<'_>, council: &Council) {
    for inspection in context.dossier.inspections.iter().map(|it| &it.record) {
        let Some(start) = inspection.start.value.known() else { continue };
        let early = council.established.as_ref().filter(|first| start.is_before(first.value));
        let late = council.abolished.as_ref().map(|it| &it.on).filter(|last| last.value.is_before(start));
        if let Some(other) = early.or(late) {
            let message = format!("{} did not exist when this inspection began", council.official_name);
            let fault = Fault::error("council::inherited", inspection.start.span, message);
            report.add(
                fault
                    .label(start.long())
                    .also(other.span, other.value.long())
                    .help("a grade never passes to a successor: file it with the council that was inspected"),
            );
        }
    }
}

/// Codes look as their scheme has them.
///
/// Source: ONS Register of Geographic Codes (E06 unitary, E08 metropolitan, E09 London borough,
/// E10 county); DfE local authority codes are three digits; Ofsted’s numbers are five, since 2019 seven.
fn shapes(report: &mut Report, council: &Council) {
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    for (scheme, code) in council.codes.iter() {
        let (fits, example) = match scheme.value.as_str() {
            "gss" => (
                ["E06", "E08", "E09", "E10"].iter().any(|start| code.starts_with(start))
                    && digits(&code[3..], 6),
                "E06000018",
            ),
            "dfe" => (digits(code, 3), "892"),
            "ofsted-urn" => (digits(code, 5) || digits(code, 7), "80533"),
            _ => (true, ""),
        };
        if !fits {
            let fault = Fault::error(
                "council::code",
                code.span,
                format!("`{}` is not a {} code", code.value, scheme.value),
            );
            report.add(fault.help(format!("write a code like `{example}`")));
        }
    }
}

fn namesakes(report: &mut Report, council: &Council) {
    for namesake in &council.not_to_be_confused_with {
        for (scheme, theirs) in namesake.codes.iter() {
            if let Some(ours) =
                council.codes.get(scheme.value.as_str()).filter(|ours| ours.value == theirs.value)
            {
                let message = format!("`{}` is the {} code of {}", ours.value, scheme.value, namesake.name);
                let fault = Fault::error("council::mix-up", ours.span, message)
                    .also(theirs.span, "it stands here too");
                report.add(fault.help(namesake.because.clone()));
            }
        }
    }
}

/// No two councils have the same code; a council's sources are not its namesake's.
pub fn check_together(report: &mut Report, records: &Records) {
    let mut seen: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for dossier in records.shelves.dossiers.values() {
        let Some(filed) = &dossier.council else {
            continue;
        };
        for (scheme, code) in filed.record.codes.iter() {
            if let Some(first) = seen.insert((scheme.value.as_str(), code.value.as_str()), code.span) {
                let fault = Fault::error(
                    "council::mix-up",
                    code.span,
                    format!("two councils have the {} code `{}`", scheme.value, code.value),
                );
                report.add(fault.also(first, "the other one").help("one of the two is another council’s"));
            }
        }
        wrong_provider(report, records, dossier, &filed.record);
    }
}

/// A report cited for this council whose address holds the provider number of its namesake.
fn wrong_provider(
    report: &mut Report,
    records: &Records,
    dossier: &crate::register::Dossier,
    council: &Council,
) {
    let theirs: Vec<(&str, &str)> = council
        .not_to_be_confused_with
        .iter()
        .filter_map(|it| it.codes.get("ofsted-urn").map(|code| (code.value.as_str(), it.name.as_str())))
        .collect();
    let cited = dossier
        .inspections
        .iter()
        .flat_map(|it| &it.record.source.0)
        .chain(dossier.visits.iter().flat_map(|it| &it.record.source.0));
    for citation in cited {
        let Some(url) =
            records.shelves.sources.get(&citation.id.value).and_then(|source| source.url.as_ref())
        else {
            continue;
        };
        for (_, name) in theirs.iter().filter(|(urn, _)| url.split(['/', '?', '=']).any(|part| part == *urn))
        {
            let fault = Fault::error(
                "council::mix-up",
                citation.id.span,
                format!("this source is a page about {name}"),
            );
            report.add(fault.also(url.span, "its address").help("cite the report about this council"));
        }
    }
}
