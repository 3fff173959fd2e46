//! A council's page, in the reader's order: where things stand and since when, its grades, what
//! has to improve, what happened, what was promised and said, who intervened, what it costs, who
//! says so.

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::domain::Address;
use crate::domain::Evidence;
use crate::domain::Id;
use crate::pages::areas;
use crate::pages::areas::AreaView;
use crate::pages::comparison::ComparisonView;
use crate::pages::comparison::comparison;
use crate::pages::disagreement::DisagreementView;
use crate::pages::events;
use crate::pages::events::YearView;
use crate::pages::grid;
use crate::pages::grid::GridView;
use crate::pages::headlines::HeadlineView;
use crate::pages::headlines::headlines;
use crate::pages::identity::CouncilView;
use crate::pages::identity::identity;
use crate::pages::inspection::disputed_values;
use crate::pages::intervention;
use crate::pages::intervention::TrackView;
use crate::pages::look_alikes::LookAlikeView;
use crate::pages::look_alikes::look_alikes;
use crate::pages::money;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::said;
use crate::pages::said::CommitmentView;
use crate::pages::said::StatementView;
use crate::pages::standing;
use crate::pages::standing::StandingView;
use crate::pages::visit::disputed_visit;
use crate::record::Inspection;
use crate::register::Dossier;
use crate::register::Filed;

/// A council's page.
#[derive(Debug, Serialize)]
pub struct CouncilPage {
    council: CouncilView,
    standing: Option<StandingView>,
    grid: Option<GridView>,
    areas: Vec<AreaView>,
    areas_of: Option<Link>,
    areas_unread: Option<Link>,
    timeline: Vec<YearView>,
    commitments: Vec<CommitmentView>,
    statements: Vec<StatementView>,
    tracks: Vec<TrackView>,
    spending: String,
    has_figures: bool,
    headlines: Vec<HeadlineView>,
    comparison: Option<ComparisonView>,
    look_alikes: Vec<LookAlikeView>,
    disagreements: Vec<(Option<Link>, Vec<DisagreementView>)>,
    interventions_reach: Option<Reach>,
    statements_reach: Option<Reach>,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    findings: &CouncilFindings<'_>,
) -> (Head, CouncilPage, Vec<Id>) {
    let here = Here::at(Address::council(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let spending = here.href(&Address::council_page(slug, "spending"));
    let region = frame.region(&dossier.council().region.value);
    let latest = findings.standing.as_ref().map(|it| it.inspection);
    let listed = latest.and_then(|it| with_areas(dossier, it));
    let report = |it: &Filed<Inspection>| {
        here.link(&Address::inspection(slug, &it.id), it.record.published.value.long())
    };
    let page = CouncilPage {
        standing: findings.standing.as_ref().map(|it| standing::standing(slug, it, dossier, &mut notes)),
        grid: (!findings.grid.columns.is_empty()).then(|| grid::grid(slug, &findings.grid, &mut notes)),
        areas: listed.map(|it| areas::areas(slug, it, dossier, &notes)).unwrap_or_default(),
        areas_of: listed.map(report),
        areas_unread: latest.filter(|it| listed.is_some_and(|listed| listed.id != it.id)).map(report),
        has_figures: !findings.tables.is_empty(),
        headlines: headlines(&findings.tables, &spending, &mut notes),
        comparison: comparison(slug, dossier, &findings.beside, &region, &mut notes),
        look_alikes: look_alikes(&findings.tables, &spending, &mut notes),
        timeline: events::timeline(slug, &findings.timeline, &mut notes),
        commitments: dossier.commitments.iter().map(|it| said::commitment(it, &mut notes)).collect(),
        statements: dossier.statements.iter().map(|it| said::statement(it, &mut notes)).collect(),
        tracks: intervention::tracks(slug, dossier, &mut notes),
        disagreements: disputes(slug, dossier, &mut notes),
        interventions_reach: Reach::of("interventions", Some(dossier), &mut notes),
        statements_reach: Reach::of("statements", Some(dossier), &mut notes),
        reach: Reach::all(dossier, &mut notes),
        council: identity(frame, dossier, &here, &mut notes),
        sources: notes.sources(),
        spending,
    };
    let council = dossier.council();
    let description = format!(
        "The public record of {} in {}: grades, visits, interventions, promises and spending, with the source of each.",
        frame.register.site.service, council.name
    );
    let title = format!("{}: {}", council.official_name, frame.register.site.service);
    let head = frame.head(&here, title, description, vec![here.link(&Address::top("councils"), "Councils")]);
    (head, page, notes.ids())
}

/// The inspection whose areas for improvement the page shows: the latest, or the one before it where
/// the latest report was not read here.
fn with_areas<'r>(dossier: &'r Dossier, latest: &'r Filed<Inspection>) -> Option<&'r Filed<Inspection>> {
    if latest.record.evidence == Evidence::Report || !latest.record.areas.is_empty() {
        return Some(latest);
    }
    dossier.inspections.iter().rev().find(|it| !it.record.areas.is_empty())
}

/// Every disagreement on record about the council, under the record that it is about.
fn disputes(
    slug: &Id,
    dossier: &Dossier,
    notes: &mut Notes<'_>,
) -> Vec<(Option<Link>, Vec<DisagreementView>)> {
    let here = notes.here().clone();
    let mut all: Vec<(Option<Link>, Vec<DisagreementView>)> = Vec::new();
    for it in &dossier.inspections {
        let link = here.link(
            &Address::inspection(slug, &it.id),
            format!("Inspection report of {}", it.record.published.value.long()),
        );
        all.push((Some(link), disputed_values(it, notes)));
    }
    for it in &dossier.visits {
        let link =
            here.link(&Address::visit(slug, &it.id), format!("Visit of {}", it.record.start.value.long()));
        all.push((Some(link), disputed_visit(&it.record, notes)));
    }
    for it in &dossier.interventions {
        let link = here.link(&Address::intervention(slug, &it.id.value), it.instrument.clone());
        all.push((Some(link), intervention::disputed(it, notes)));
    }
    for it in &dossier.events {
        let shown = |key: &str| match key {
            "date" => it.date.value.long(),
            "about" => it.about.clone().unwrap_or_default(),
            _ => it.title.clone(),
        };
        let link = Link { text: it.title.clone(), href: "#timeline".to_owned() };
        all.push((Some(link), super::disagreement::disagreements(&it.also_reported, &shown, notes)));
    }
    all.extend(figures(slug, dossier, notes));
    all.retain(|(_, disagreements)| !disagreements.is_empty());
    all
}

fn figures(
    slug: &Id,
    dossier: &Dossier,
    notes: &mut Notes<'_>,
) -> Vec<(Option<Link>, Vec<DisagreementView>)> {
    let spending = notes.here().href(&Address::council_page(slug, "spending"));
    let disputed = dossier.figures.iter().filter_map(|it| it.also_reported.as_ref().map(|also| (it, also)));
    disputed
        .map(|(figure, also)| {
            let measure = notes.register().measure(&figure.measure.value);
            let link = Link { text: measure.title.clone(), href: format!("{spending}#{}", figure.id.value) };
            let shown = figure.as_said.clone().map(|said| format!("“{said}”"));
            let shown = shown
                .or_else(|| figure.value.as_ref().map(|it| money::exact(measure, it.value)))
                .unwrap_or_default();
            (Some(link), vec![super::disagreement::disagreement(&figure.period.value, shown, also, notes)])
        })
        .collect()
}
