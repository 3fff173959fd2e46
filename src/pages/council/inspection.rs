//! The page of one inspection: judgements, areas, findings, what followed, sources.

use serde::Serialize;

use crate::analysis::Cell;
use crate::analysis::Matrix;
use crate::analysis::cell_of;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::FindingView;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::grade;
use crate::pages::sections::areas;
use crate::pages::sections::areas::AreaView;
use crate::pages::sections::disagreement::DisagreementView;
use crate::pages::sections::disagreement::disagreements;
use crate::pages::sections::matrix;
use crate::pages::sections::matrix::MatrixView;
use crate::pages::sections::standing::dates;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::inspection::Area;
use crate::register::Dossier;
use crate::register::Filed;

/// The page of one inspection.
#[derive(Debug, Serialize)]
pub struct InspectionPage {
    council: Link,
    framework: String,
    framework_short: String,
    framework_about: String,
    regulator: String,
    kind: String,
    inspected: Option<String>,
    published: DateView,
    evidence: &'static str,
    judgements: Vec<JudgementView>,
    not_judged: Vec<(String, String)>,
    /// What visits since found of the areas.
    matrix: Option<MatrixView>,
    areas: Vec<AreaView>,
    findings: Vec<FindingView>,
    summary: String,
    note: Option<String>,
    followed: Vec<Link>,
    later: Option<Link>,
    reach: Option<Reach>,
    disagreements: Vec<DisagreementView>,
    notes: Vec<Note>,
    sources: Vec<SourceView>,
}

/// A judgement and its grade, or why there is none.
#[derive(Debug, Serialize)]
struct JudgementView {
    id: String,
    wording: String,
    grade: Option<GradeView>,
    without: Option<&'static str>,
    within: bool,
    scope: Option<String>,
    notes: Vec<Note>,
    /// Where it is cited; nothing for one that has no grade.
    fact: Option<String>,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    it: &Filed<Inspection>,
) -> (Head, InspectionPage, Vec<Id>) {
    let here = Here::at(Address::inspection(slug, &it.id));
    let mut notes = Notes::new(frame.register, here.clone());
    let (inspection, council) = (&it.record, dossier.council());
    let framework = frame.register.framework(&inspection.framework.value);
    let kind = framework
        .kinds
        .iter()
        .find(|kind| kind.id.value == inspection.kind.value)
        .map_or_else(String::new, |kind| kind.title.clone());
    let published = inspection.published.value;
    let page = InspectionPage {
        council: here.link(&Address::council(slug), council.official_name.clone()),
        framework: framework.title.clone(),
        framework_short: framework.short.clone(),
        framework_about: framework.about.clone(),
        regulator: framework.regulator.clone(),
        kind,
        inspected: dates(inspection.start.value.known(), inspection.end.value.known()),
        published: published.into(),
        evidence: inspection.evidence.label(),
        notes: notes.cite(&inspection.source),
        judgements: judgements(frame, slug, it, &mut notes),
        not_judged: not_judged(framework, &notes),
        matrix: matrix(slug, it, dossier, &notes),
        areas: areas::areas(slug, it, dossier, &mut notes),
        findings: inspection
            .findings
            .iter()
            .map(|finding| FindingView::new(finding, None, &mut notes))
            .collect(),
        summary: it.prose.html(here.root()),
        note: inspection.note.clone(),
        followed: followed(slug, dossier, it, &here),
        later: later(slug, dossier, it, &here),
        reach: Reach::of("inspections", Some(dossier), &mut notes),
        disagreements: disputed_values(it, &mut notes),
        sources: notes.sources(),
    };
    let title = format!("{}: inspection report of {}", council.name, published.long());
    let description = format!(
        "What {} judged and found at {}, report published {}.",
        framework.regulator,
        council.official_name,
        published.long()
    );
    let crumbs = frame.way(&here, slug);
    (frame.head(&here, title, description, crumbs), page, notes.ids())
}

/// The matrix of a report, where any finding is matched to an area of it.
pub fn matrix(slug: &Id, it: &Filed<Inspection>, dossier: &Dossier, notes: &Notes<'_>) -> Option<MatrixView> {
    let found = Matrix::of(notes.register(), dossier, it).filter(Matrix::has_findings)?;
    let before = |area: &Area| areas::was_named_before(it, dossier, area);
    Some(matrix::matrix(slug, &found, &before, notes))
}

fn judgements(
    frame: &Frame<'_>,
    slug: &Id,
    filed: &Filed<Inspection>,
    notes: &mut Notes<'_>,
) -> Vec<JudgementView> {
    let facts = notes.here().href(&Address::facts(slug));
    let framework = frame.register.framework(&filed.record.framework.value);
    framework
        .judgements
        .iter()
        .map(|judgement| {
            let (graded, without, source) = match cell_of(framework, &filed.record, &judgement.line.value) {
                Cell::Graded { grade: it, source, .. } => (Some(grade(it)), None, source),
                Cell::Without { reason, .. } => (None, Some(reason), None),
                Cell::NotInFramework { .. } => (None, Some("not judged"), None),
            };
            let fact = graded
                .is_some()
                .then(|| format!("{facts}#inspections/{}/judgements/{}", filed.id, judgement.id.value));
            JudgementView {
                fact,
                id: format!("judgement-{}", judgement.id.value),
                wording: judgement.wording.clone(),
                grade: graded,
                without,
                within: judgement.within.is_some(),
                scope: judgement.scope.clone(),
                notes: source.map(|it| notes.cite(it)).unwrap_or_default(),
            }
        })
        .collect()
}

fn not_judged(framework: &Framework, notes: &Notes<'_>) -> Vec<(String, String)> {
    let lines = &notes.register().vocabulary.lines;
    let title = |id: &Id| {
        lines.iter().find(|line| line.id.value == *id).map_or_else(String::new, |line| line.title.clone())
    };
    framework.not_judged.iter().map(|it| (title(&it.line.value), it.because.clone())).collect()
}

fn followed(slug: &Id, dossier: &Dossier, it: &Filed<Inspection>, here: &Here) -> Vec<Link> {
    let visits = dossier
        .visits
        .iter()
        .filter(|visit| visit.record.follows.as_ref().is_some_and(|follows| follows.value == it.id));
    visits
        .map(|visit| {
            let text = format!("{}: {}", visit.record.start.value.long(), visit.record.looked_at());
            here.link(&Address::visit(slug, &visit.id), text)
        })
        .collect()
}

fn later(slug: &Id, dossier: &Dossier, it: &Filed<Inspection>, here: &Here) -> Option<Link> {
    let at = dossier.inspections.iter().position(|other| other.id == it.id)?;
    let next = dossier.inspections.get(at + 1)?;
    Some(here.link(&Address::inspection(slug, &next.id), next.record.published.value.long()))
}

/// What others report differently of an inspection, beside what is shown.
pub fn disputed_values(it: &Filed<Inspection>, notes: &mut Notes<'_>) -> Vec<DisagreementView> {
    let inspection = &it.record;
    let framework = notes.register().framework(&inspection.framework.value);
    let shown = |key: &str| match key {
        "start" => {
            inspection.start.value.known().map_or_else(|| "not recorded".to_owned(), |date| date.long())
        }
        "end" => inspection.end.value.known().map_or_else(|| "not recorded".to_owned(), |date| date.long()),
        "published" => inspection.published.value.long(),
        "framework" => framework.short.clone(),
        "kind" => {
            let kind = framework.kinds.iter().find(|it| it.id.value == inspection.kind.value);
            kind.map_or_else(String::new, |it| it.title.clone())
        }
        other => shown_grade(framework, inspection, other),
    };
    let mut views = disagreements(&inspection.also_reported, &shown, notes);
    for (view, (key, _)) in views.iter_mut().zip(inspection.also_reported.iter()) {
        view.about = about(key.as_str(), framework, notes);
    }
    views
}

fn shown_grade(framework: &Framework, inspection: &Inspection, key: &str) -> String {
    let judged = framework
        .judgements
        .iter()
        .find(|judgement| judgement.id.as_str() == key || judgement.line.as_str() == key);
    let grade = judged
        .and_then(|judgement| inspection.judgements.get(judgement.id.as_str()))
        .and_then(|judged| framework.scale.iter().find(|grade| grade.id.value == judged.grade.value));
    grade.map_or_else(|| "not judged apart".to_owned(), |grade| grade.wording.clone())
}

/// What a key is called on the page.
fn about(key: &str, framework: &Framework, notes: &Notes<'_>) -> String {
    let judgement = framework.judgements.iter().find(|it| it.id.as_str() == key).map(|it| it.wording.clone());
    let line = || {
        notes.register().vocabulary.lines.iter().find(|it| it.id.as_str() == key).map(|it| it.title.clone())
    };
    match key {
        "start" => "First day of the inspection".to_owned(),
        "end" => "Last day of the inspection".to_owned(),
        "published" => "Publication of the report".to_owned(),
        other => {
            judgement.or_else(line).unwrap_or_else(|| crate::domain::capitalised(&other.replace('-', " ")))
        }
    }
}
