//! The page of one visit: what it looked at and what it found. A visit has no grade.

use serde::Serialize;

use crate::analysis::Timing;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::capitalised;
use crate::domain::grouped;
use crate::pages::parts::DateView;
use crate::pages::parts::FindingView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::sections::clock::ClockView;
use crate::pages::sections::clock::clock;
use crate::pages::sections::disagreement::DisagreementView;
use crate::pages::sections::disagreement::disagreements;
use crate::record::Finding;
use crate::record::Visit;
use crate::register::Dossier;
use crate::register::Filed;
use crate::report::Spanned;

/// The page of one visit.
#[derive(Debug, Serialize)]
pub struct VisitPage {
    council: Link,
    kind: String,
    kind_about: String,
    when: String,
    end_known: bool,
    theme: String,
    theme_known: bool,
    day_known: bool,
    themes: Vec<String>,
    letter: &'static str,
    clock: ClockView,
    published: Option<DateView>,
    ordinal: Option<(String, Vec<Note>)>,
    follows: Option<Link>,
    mentioned_in: Option<Link>,
    priority_actions: Vec<String>,
    findings: Vec<FindingView>,
    summary: String,
    note: Option<String>,
    earlier: Option<Link>,
    later: Option<Link>,
    reach: Option<Reach>,
    disagreements: Vec<DisagreementView>,
    notes: Vec<Note>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    timing: &Timing<'_>,
    it: &Filed<Visit>,
) -> (Head, VisitPage, Vec<Id>) {
    let here = Here::at(Address::visit(slug, &it.id));
    let mut notes = Notes::new(frame.register, here.clone());
    let (visit, council) = (&it.record, dossier.council());
    let kind = frame.register.vocabulary.visit_kinds.iter().find(|kind| kind.id.value == visit.kind.value);
    let kind_title = kind.map_or_else(String::new, |kind| kind.title.clone());
    let when = when(visit);
    let page = VisitPage {
        council: here.link(&Address::council(slug), council.official_name.clone()),
        kind: kind_title.clone(),
        kind_about: kind.map_or_else(String::new, |kind| kind.about.clone()),
        when: when.clone(),
        end_known: visit.end.value.known().is_some(),
        theme: capitalised(visit.looked_at()),
        day_known: visit.start.value.knows_day(),
        theme_known: visit.theme.is_some(),
        themes: themes(visit, &notes),
        letter: visit.letter.value.label(),
        clock: clock(frame.today, visit, timing.lags.get(&visit.kind.value)),
        published: visit.published.as_ref().map(|date| date.value.into()),
        notes: notes.cite(&visit.source),
        ordinal: visit.ordinal.as_ref().map(|it| (grouped(it.number, 0), notes.cite(&it.source))),
        follows: report(slug, dossier, visit.follows.as_ref(), &here),
        mentioned_in: report(slug, dossier, visit.mentioned_in.as_ref(), &here),
        priority_actions: visit.priority_actions.clone(),
        findings: visit
            .findings
            .iter()
            .map(|finding| {
                let area = area(slug, dossier, visit, finding, &here);
                FindingView::new(finding, area, &mut notes)
            })
            .collect(),
        summary: it.prose.html(here.root()),
        note: visit.note.clone(),
        earlier: neighbour(slug, dossier, it, &here, -1),
        later: neighbour(slug, dossier, it, &here, 1),
        reach: Reach::of("visits", Some(dossier), &mut notes),
        disagreements: disputed_visit(visit, &mut notes),
        sources: notes.sources(),
    };
    let title = format!("{}: {}, {when}", council.name, kind_title.to_lowercase());
    let description = format!(
        "{} at {}, {when}, on {}: what it found. A visit gives no grade.",
        kind_title,
        council.official_name,
        visit.looked_at().to_lowercase()
    );
    let crumbs = frame.way(&here, slug);
    (frame.head(&here, title, description, crumbs), page, notes.ids())
}

/// A link to an inspection report that the visit names.
fn report(slug: &Id, dossier: &Dossier, id: Option<&Spanned<Id>>, here: &Here) -> Option<Link> {
    let inspection = dossier.inspection(&id?.value)?;
    let words = format!("inspection report of {}", inspection.record.published.value.long());
    Some(here.link(&Address::inspection(slug, &inspection.id), words))
}

fn when(visit: &Visit) -> String {
    let start = visit.start.value;
    visit.end.value.known().map_or_else(|| start.long(), |end| start.range(end))
}

fn themes(visit: &Visit, notes: &Notes<'_>) -> Vec<String> {
    let themes = &notes.register().shelves.themes;
    let known = visit.themes.iter().filter_map(|id| themes.iter().find(|theme| theme.id.value == id.value));
    known.map(|theme| theme.title.clone()).collect()
}

fn area(slug: &Id, dossier: &Dossier, visit: &Visit, finding: &Finding, here: &Here) -> Option<Link> {
    let inspection = dossier.inspection(&visit.follows.as_ref()?.value)?;
    let id = finding.area.as_ref()?;
    let area = inspection.record.areas.iter().find(|area| area.id.value == id.value)?;
    let href = format!("{}#area-{}", here.href(&Address::inspection(slug, &inspection.id)), id.value);
    Some(Link { text: area.label.clone(), href })
}

fn neighbour(slug: &Id, dossier: &Dossier, it: &Filed<Visit>, here: &Here, step: isize) -> Option<Link> {
    let at = dossier.visits.iter().position(|other| other.id == it.id)?;
    let other = dossier.visits.get(at.checked_add_signed(step)?)?;
    Some(here.link(
        &Address::visit(slug, &other.id),
        format!("{}: {}", other.record.start.value.long(), other.record.looked_at()),
    ))
}

/// What others report differently of a visit.
pub fn disputed_visit(visit: &Visit, notes: &mut Notes<'_>) -> Vec<DisagreementView> {
    let shown = |key: &str| match key {
        "start" => visit.start.value.long(),
        "end" => visit.end.value.known().map_or_else(|| "not recorded".to_owned(), |end| end.long()),
        "published" => {
            visit.published.as_ref().map_or_else(|| "not recorded".to_owned(), |date| date.value.long())
        }
        "ordinal" => visit
            .ordinal
            .as_ref()
            .map_or_else(|| "not recorded".to_owned(), |it| format!("number {}", grouped(it.number, 0))),
        "letter" => visit.letter.value.label().to_owned(),
        _ => visit.looked_at().to_owned(),
    };
    let mut views = disagreements(&visit.also_reported, &shown, notes);
    for view in &mut views {
        view.about = match view.about.as_str() {
            "Start" => "First day of the visit".to_owned(),
            "Ordinal" => "Which visit it was".to_owned(),
            other => other.to_owned(),
        };
    }
    views
}
