//! What needs to improve, and which visits have looked at it since.

use serde::Serialize;

use crate::analysis::themes::areas_of;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::number;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::record::Inspection;
use crate::record::Visit;
use crate::record::inspection::Area;
use crate::register::Dossier;
use crate::register::Filed;
use crate::report::Spanned;

/// An area for improvement.
#[derive(Debug, Serialize)]
pub struct AreaView {
    id: String,
    label: String,
    themes: Vec<Link>,
    before: Vec<BeforeView>,
    seen: Vec<SeenView>,
}

/// A theme that an earlier report of the same council had asked for.
#[derive(Debug, Serialize)]
struct BeforeView {
    theme: String,
    report: Link,
    labels: Vec<String>,
}

/// A visit that looked at it.
#[derive(Debug, Serialize)]
struct SeenView {
    visit: Link,
    theme: String,
    readings: Vec<String>,
}

/// The areas of an inspection, each with the visits whose findings are linked to it.
pub fn areas(
    slug: &Id,
    inspection: &Filed<Inspection>,
    dossier: &Dossier,
    notes: &Notes<'_>,
) -> Vec<AreaView> {
    let visits: Vec<&Filed<Visit>> = dossier
        .visits
        .iter()
        .filter(|visit| visit.record.follows.as_ref().is_some_and(|follows| follows.value == inspection.id))
        .collect();
    let themes = &notes.register().shelves.themes;
    inspection
        .record
        .areas
        .iter()
        .map(|area| AreaView {
            id: format!("area-{}", area.id.value),
            label: area.label.clone(),
            themes: area
                .themes
                .iter()
                .filter_map(|id| themes.iter().find(|theme| theme.id.value == id.value))
                .map(|theme| notes.here().link(&Address::theme(&theme.id.value), theme.title.clone()))
                .collect(),
            before: before(slug, inspection, dossier, area, notes),
            seen: visits.iter().filter_map(|visit| seen(slug, &area.id.value, visit, notes)).collect(),
        })
        .collect()
}

/// The themes of an area that an earlier report had named, each with the latest that did.
fn before(
    slug: &Id,
    inspection: &Filed<Inspection>,
    dossier: &Dossier,
    area: &Area,
    notes: &Notes<'_>,
) -> Vec<BeforeView> {
    let published = inspection.record.published.value;
    let earlier = || dossier.inspections.iter().rev().filter(|it| it.record.published.value < published);
    let view = |theme: &Spanned<Id>| {
        let (report, areas) =
            earlier().map(|it| (it, areas_of(it, &theme.value))).find(|(_, areas)| !areas.is_empty())?;
        let title = notes.register().shelves.themes.iter().find(|it| it.id.value == theme.value)?;
        let address = Address::inspection(slug, &report.id);
        Some(BeforeView {
            theme: title.title.clone(),
            report: notes.here().link(&address, report.record.published.value.long()),
            labels: areas.iter().map(|area| area.label.clone()).collect(),
        })
    };
    area.themes.iter().filter_map(view).collect()
}

fn seen(slug: &Id, area: &Id, visit: &Filed<Visit>, notes: &Notes<'_>) -> Option<SeenView> {
    let findings = visit.record.findings.iter();
    let about = findings.filter(|finding| finding.area.as_ref().is_some_and(|it| it.value == *area));
    let mut counted: Vec<(&'static str, usize)> = Vec::new();
    for label in about.map(|finding| finding.reading.label()) {
        match counted.iter_mut().find(|(it, _)| *it == label) {
            Some((_, count)) => *count += 1,
            None => counted.push((label, 1)),
        }
    }
    let is_one = counted.len() == 1;
    let words = |(label, count): (&str, usize)| match count {
        1 if is_one => label.to_owned(),
        n => format!("{} {label}", number(n)),
    };
    let readings: Vec<String> = counted.into_iter().map(words).collect();
    if readings.is_empty() {
        return None;
    }
    let visit_link = notes.here().link(&Address::visit(slug, &visit.id), visit.record.start.value.long());
    Some(SeenView { visit: visit_link, theme: visit.record.looked_at().to_owned(), readings })
}
