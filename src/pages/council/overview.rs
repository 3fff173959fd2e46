//! A council's page, in the reader's order: where things stand and since when, its grades, what
//! has to improve, what happened, what was promised and said, who intervened, what it costs, who
//! says so.

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Evidence;
use crate::domain::Id;
use crate::pages::council::beside;
use crate::pages::council::differences;
use crate::pages::council::identity::CouncilView;
use crate::pages::council::identity::identity;
use crate::pages::council::inspection::matrix;
use crate::pages::council::intervention;
use crate::pages::council::intervention::TrackView;
use crate::pages::council::questions::questions;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::sections::areas;
use crate::pages::sections::areas::AreaView;
use crate::pages::sections::events;
use crate::pages::sections::events::YearView;
use crate::pages::sections::expected;
use crate::pages::sections::expected::ExpectedView;
use crate::pages::sections::grid;
use crate::pages::sections::grid::GridView;
use crate::pages::sections::headlines::HeadlineView;
use crate::pages::sections::headlines::headlines;
use crate::pages::sections::look_alikes::LookAlikeView;
use crate::pages::sections::look_alikes::look_alikes;
use crate::pages::sections::matrix::MatrixView;
use crate::pages::sections::rated;
use crate::pages::sections::rated::RatedView;
use crate::pages::sections::said;
use crate::pages::sections::said::CommitmentView;
use crate::pages::sections::standing;
use crate::pages::sections::standing::StandingView;
use crate::record::Inspection;
use crate::register::Dossier;
use crate::register::Filed;

/// A council's page.
#[derive(Debug, Serialize)]
pub struct CouncilPage {
    council: CouncilView,
    /// The full address of its card for programs that embed pages (oembed.com, section 4).
    oembed: String,
    standing: Option<StandingView>,
    rated: Option<RatedView>,
    grid: Option<GridView>,
    matrix: Option<MatrixView>,
    areas: Vec<AreaView>,
    areas_of: Option<Link>,
    areas_unread: Option<(Link, bool)>,
    timeline: Vec<YearView>,
    /// Kinds of event on the timeline: word in the address, words on the page.
    kinds: Vec<(&'static str, &'static str)>,
    commitments: Vec<CommitmentView>,
    statements: usize,
    expected: Vec<ExpectedView>,
    questions: Vec<String>,
    links: LinksView,
    tracks: Vec<TrackView>,
    has_figures: bool,
    headlines: Vec<HeadlineView>,
    look_alikes: Vec<LookAlikeView>,
    differences: usize,
    interventions_reach: Option<Reach>,
    statements_reach: Option<Reach>,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
}

impl CouncilPage {
    /// Its grades as files.
    pub fn files(&mut self) -> Vec<PageFile> {
        self.rated.as_mut().map(|it| std::mem::take(&mut it.files)).unwrap_or_default()
    }
}

/// The council's other pages, from this one.
#[derive(Debug, Serialize)]
struct LinksView {
    spending: String,
    statements: String,
    differences: String,
    beside: Option<String>,
    brief: String,
    next: String,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    all: &Findings<'_>,
    findings: &CouncilFindings<'_>,
) -> (Head, CouncilPage, Vec<Id>) {
    let here = Here::at(Address::council(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let spending = here.href(&Address::spending(slug));
    let latest = findings.standing.as_ref().map(|it| it.inspection);
    let listed = latest.and_then(|it| with_areas(dossier, it));
    let shown = listed.and_then(|it| matrix(slug, it, dossier, &notes));
    let has_matrix = shown.is_some();
    let report = |it: &Filed<Inspection>| {
        here.link(&Address::inspection(slug, &it.id), it.record.published.value.long())
    };
    let embed =
        frame.release.map_or_else(|| Address::embed(slug), |tag| Address::frozen(tag, &Address::embed(slug)));
    let page = CouncilPage {
        oembed: format!("{}oembed.json", frame.absolute(&embed)),
        standing: findings.standing.as_ref().map(|it| standing::standing(slug, it, dossier, &mut notes)),
        rated: rated::rated(frame, slug, dossier, &findings.grid),
        grid: (!findings.grid.columns.is_empty()).then(|| grid::grid(slug, &findings.grid, &mut notes)),
        matrix: shown,
        areas: listed
            .filter(|_| !has_matrix)
            .map(|it| areas::areas(slug, it, dossier, &mut notes))
            .unwrap_or_default(),
        areas_of: listed.map(report),
        areas_unread: latest
            .filter(|it| listed.is_some_and(|listed| listed.id != it.id))
            .map(|it| (report(it), it.record.evidence == Evidence::Report)),
        has_figures: !findings.tables.is_empty(),
        headlines: headlines(&findings.tables, &spending, usize::MAX, &mut notes),
        look_alikes: look_alikes(&findings.tables, &spending, &mut notes),
        kinds: events::kinds(&findings.timeline),
        timeline: events::timeline(slug, frame.today, &findings.timeline, &mut notes),
        commitments: dossier
            .commitments
            .iter()
            .map(|it| said::commitment(frame.today, it, &mut notes))
            .collect(),
        statements: dossier.statements.len(),
        expected: expected::views(frame, slug, dossier, &all.timing, |_| true, &mut notes.aside()),
        questions: questions(frame.today, frame.register, dossier, findings),
        tracks: intervention::tracks(slug, dossier, &mut notes),
        differences: differences::count(frame, slug, dossier),
        interventions_reach: Reach::of("interventions", Some(dossier), &mut notes),
        statements_reach: Reach::of("statements", Some(dossier), &mut notes),
        reach: Reach::all(dossier, &mut notes),
        council: identity(frame, dossier, &here, &mut notes),
        sources: notes.sources(),
        links: LinksView {
            statements: here.href(&Address::statements(slug)),
            differences: here.href(&Address::differences(slug)),
            beside: beside::exists(dossier, findings).then(|| here.href(&Address::beside(slug))),
            brief: here.href(&Address::brief(slug)),
            next: here.href(&Address::next(slug)),
            spending,
        },
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
