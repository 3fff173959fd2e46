//! Checks of measures and series: what may be divided by what, and whose figures they are.

use crate::content::check::names;
use crate::domain::GrossNet;
use crate::domain::Id;
use crate::domain::PeriodKind;
use crate::domain::PriceBasis;
use crate::domain::Unit;
use crate::record::Measure;
use crate::register::Point;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Span;
use crate::report::nearest;

/// Checks all measures and series.
pub fn check(report: &mut Report, records: &Records) {
    for measure in records.shelves.measures.values() {
        mentions(report, records, measure);
        money(report, measure);
        per_head(report, records, measure);
        real_terms(report, records, measure);
    }
    editions(report, records);
    for (id, (_, series)) in &records.shelves.series {
        let unsourced = records.shelves.measures.get(id).is_some_and(|measure| measure.source.is_none());
        if let Some(place) = series.places.values().next().copied().filter(|_| unsourced) {
            let fault = Fault::error(
                "series::source",
                place,
                format!("the measure `{id}` does not say where its series is from"),
            );
            report.add(fault.help(format!("write `source:` in `content/measures/{id}.yaml`")));
        }
        for (area, place) in &series.places {
            known_area(report, records, area, *place);
            inherited(report, records, area, &series.areas[area], *place);
        }
    }
}

/// Every edition that a measure names has its file, and every file is named.
fn editions(report: &mut Report, records: &Records) {
    let held = &records.shelves.editions;
    for (id, measure) in &records.shelves.measures {
        for edition in
            measure.editions.iter().filter(|it| !held.contains_key(&(id.clone(), it.id.value.clone())))
        {
            let path = format!("content/series/{id}/{}.csv", edition.id.value);
            let fault = Fault::error("series::edition", edition.id.span, format!("there is no `{path}`"));
            report.add(fault.help("put the values of that edition there, or take the entry out"));
        }
    }
    for ((id, name), (file, _)) in held {
        let measure = records.shelves.measures.get(id);
        if measure.is_some_and(|it| !it.editions.iter().any(|edition| edition.id.value == *name)) {
            let message = format!("the measure `{id}` knows no edition `{name}`");
            let fault = Fault::error("series::edition", Span::start_of(*file), message);
            report.add(fault.help(format!("name it under `editions:` in `content/measures/{id}.yaml`")));
        }
    }
}

fn mentions(report: &mut Report, records: &Records, measure: &Measure) {
    let groups =
        records.vocabulary.iter().flat_map(|words| &words.measure_groups).map(|group| &group.id.value);
    names::known(
        report,
        &measure.group,
        "a group of measures",
        groups,
        "`measure_groups` of `content/vocabulary.yaml`",
    );
    for council in measure.joint.iter().flat_map(|it| &it.councils) {
        names::known(report, council, "a council", records.names.councils.iter(), "`content/councils/`");
    }
    for other in measure.look_alikes.iter().map(|it| &it.measure).chain(&measure.per_head) {
        names::known(report, other, "a measure", records.names.measures.iter(), "`content/measures/`");
    }
}

/// Money says whether it is gross or net and in whose prices; nothing else does (E06).
fn money(report: &mut Report, measure: &Measure) {
    let says =
        measure.gross_net != GrossNet::NotApplicable || measure.price_basis != PriceBasis::NotApplicable;
    let says_all =
        measure.gross_net != GrossNet::NotApplicable && measure.price_basis != PriceBasis::NotApplicable;
    if measure.unit.is_money() && !says_all {
        let fault = Fault::error(
            "measure::money",
            measure.group.span,
            "a sum of money is gross or net, and in cash terms",
        );
        report.add(fault.help("write `gross_net: gross`, `net` or `not-stated`, and `price_basis: cash`"));
    } else if !measure.unit.is_money() && says {
        let fault = Fault::error(
            "measure::money",
            measure.group.span,
            "only money is gross or net, in prices of a year",
        );
        report.add(fault.help("write `gross_net: not-applicable` and `price_basis: not-applicable`"));
    } else if measure.unit == Unit::Number && measure.counted.is_none() {
        let fault =
            Fault::error("measure::counted", measure.group.span, "the measure does not say what it counts");
        report.add(fault.help("write `counted:` with the noun: `children`"));
    }
}

/// A denominator is a count with a source, on a day of its own (E10).
fn per_head(report: &mut Report, records: &Records, measure: &Measure) {
    for head in &measure.per_head {
        let Some(other) = records.shelves.measures.get(&head.value) else {
            continue;
        };
        if other.unit != Unit::Number || other.source.is_none() || other.per.is_none() {
            let fault = Fault::error(
                "measure::per-head",
                head.span,
                format!("`{}` cannot be divided by", head.value),
            );
            report.add(fault.help(
                "a denominator counts something (`unit: number`), says what (`per:`) and has a `source`",
            ));
        }
    }
}

/// Real terms need money by financial year and a named edition of the deflator (E09).
fn real_terms(report: &mut Report, records: &Records, measure: &Measure) {
    if measure.real_terms != Some(true) {
        return;
    }
    if records.site.as_ref().is_some_and(|site| site.real_terms.is_none()) {
        let fault = Fault::error(
            "measure::deflator",
            measure.group.span,
            "real terms need a deflator, and the site names none",
        );
        report.add(fault.help("write `real_terms: {deflator: …, base: 2024-25}` in `content/site.yaml`"));
    }
    if !measure.unit.is_money() || measure.period != PeriodKind::FinancialYear {
        let fault = Fault::error(
            "measure::real-terms",
            measure.group.span,
            "only money by financial year has real terms",
        );
        report.add(fault.help("take `real_terms` out"));
    }
}

/// A council's figures are its own: none of years in which it did not exist (E15).
fn inherited(report: &mut Report, records: &Records, area: &str, points: &[Point], place: Span) {
    let dossier = area.parse::<Id>().ok().and_then(|slug| records.shelves.dossiers.get(&slug));
    let Some(council) = dossier.and_then(|it| it.council.as_ref()).map(|it| &it.record) else { return };
    if let Some(point) = points.iter().find(|point| !council.existed_in(point.period)) {
        let message = format!("{} did not exist then: {}", council.official_name, point.period.long());
        let fault = Fault::error("series::inherited", place, message).label("the first of its rows");
        report.add(fault.help("move the row to the council whose figure it is, or take it out"));
    }
}

/// An area of a series is a council, `england` or a region (E14).
fn known_area(report: &mut Report, records: &Records, area: &str, place: Span) {
    let council = area.parse::<Id>().is_ok_and(|id| records.names.councils.contains(&id));
    let regions = || {
        records.regions.iter().flat_map(|it| &it.regions).map(|region| format!("region:{}", region.id.value))
    };
    if council || area == "england" || regions().any(|region| region == area) {
        return;
    }
    let known: Vec<String> =
        records.names.councils.iter().map(ToString::to_string).chain(regions()).collect();
    let fault = Fault::error("series::area", place, format!("`{area}` is no council or region on record"));
    let otherwise = "write the name of a folder in `content/councils/`, `england`, or `region:NAME`";
    report.add(fault.suggest(nearest(area, known.iter().map(String::as_str)), otherwise));
}
