//! The measure firewall: measures are drawn on one axis, or taken from each other, only where a bridge
//! explains it (E08). Checks of yearly publications stand here too.

use rust_decimal::Decimal;

use crate::content::check::names;
use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Measure;
use crate::record::chart::Chart;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// Checks all charts, bridges and publications.
pub fn check(report: &mut Report, records: &Records) {
    let charts = &records.shelves.charts;
    let publications = &records.shelves.publications;
    names::unique(report, "charts", charts.iter().map(|it| &it.id));
    names::unique(report, "publications", publications.iter().map(|it| &it.id));
    let bridged = records.shelves.bridges.iter().flat_map(|it| &it.measures);
    for measure in charts.iter().flat_map(|it| &it.measures).chain(bridged) {
        names::known(report, measure, "a measure", records.names.measures.iter(), "`content/measures/`");
    }
    for bridge in &records.shelves.bridges {
        names::unique(report, "measures of this bridge", bridge.measures.iter());
    }
    for chart in charts {
        names::unique(report, "measures of this chart", chart.measures.iter());
        number(report, chart);
        pairs(report, records, chart);
        difference(report, chart);
    }
    for publication in publications.iter().filter(|it| it.editions.is_empty()) {
        let message = format!("`{}` names no edition that came out", publication.id.value);
        let fault = Fault::error("publication::editions", publication.id.span, message);
        report.add(fault.help(
            "write under `editions:` what an earlier one was about, when it came out, and who says so",
        ));
    }
    for edition in publications.iter().flat_map(|it| &it.editions) {
        names::in_order(
            report,
            "publication::order",
            ("the last day that the edition is about", &edition.to),
            ("its publication", &edition.published),
        );
    }
}

fn number(report: &mut Report, chart: &Chart) {
    if chart.measures.len() < 2 {
        let message = format!("`{}` draws fewer than two measures", chart.id.value);
        let fault = Fault::error("chart::alone", chart.id.span, message);
        report.add(
            fault.help("name two or more under `measures:`; every measure has a drawing of its own already"),
        );
    }
}

/// Every two measures of a chart are joined by a bridge, and are counted in one unit by one kind of
/// period.
fn pairs(report: &mut Report, records: &Records, chart: &Chart) {
    for (at, other) in chart.measures.iter().enumerate() {
        for one in &chart.measures[..at] {
            let find = |id: &Spanned<Id>| records.shelves.measures.get(&id.value);
            let (Some(first), Some(second)) = (find(one), find(other)) else { continue };
            if !is_bridged(records, &one.value, &other.value) {
                report.add(mixed((one, first), (other, second)));
            } else if second.unit.as_unit(first.unit, Decimal::ONE).is_none() || first.period != second.period
            {
                let message = format!(
                    "`{}` and `{}` are not counted in one unit by one period",
                    one.value, other.value
                );
                let fault = Fault::error("chart::unit", other.span, message).also(one.span, "the other one");
                report.add(
                    fault.help(
                        "draw them apart: no bridge makes one axis of two units or two kinds of period",
                    ),
                );
            }
        }
    }
}

fn is_bridged(records: &Records, one: &Id, other: &Id) -> bool {
    let names =
        |bridge: &crate::record::chart::Bridge, id: &Id| bridge.measures.iter().any(|it| it.value == *id);
    records.shelves.bridges.iter().any(|bridge| names(bridge, one) && names(bridge, other))
}

fn mixed(one: (&Spanned<Id>, &Measure), other: (&Spanned<Id>, &Measure)) -> Fault {
    let told = |measure: &Measure| format!("{} ({})", measure.basis.label(), measure.collector);
    let message = format!(
        "`{}` and `{}` are two measures, and a line through both would show a change that nobody made: one is {}, the other {}",
        one.0.value,
        other.0.value,
        told(one.1),
        told(other.1)
    );
    let fault = Fault::error("chart::mixed", other.0.span, message).also(one.0.span, "the other one");
    fault.help(format!(
        "draw them apart: named under `look_alikes` in `content/measures/{}.yaml` they stand side by side with the reason; or, if a publication shows how the one relates to the other, write a bridge in `content/charts.yaml`: `bridges: [{{measures: [{}, {}], because: …, source: …}}]`",
        one.0.value, one.0.value, other.0.value
    ))
}

fn difference(report: &mut Report, chart: &Chart) {
    let Some(it) = &chart.difference else { return };
    let drawn = |id: &Id| chart.measures.iter().any(|measure| measure.value == *id);
    if it.of.value == it.less.value {
        let fault = Fault::error("chart::difference", it.less.span, "a measure less itself is nothing");
        report
            .add(fault.also(it.of.span, "the same").help("name another measure of this chart under `less:`"));
    }
    for part in [&it.of, &it.less].into_iter().filter(|part| !drawn(&part.value)) {
        let message = format!("`{}` is not a measure of this chart", part.value);
        let fault = Fault::error("chart::difference", part.span, message);
        report
            .add(fault.help("add it to the chart’s `measures:`, with a bridge, or take the difference out"));
    }
}
