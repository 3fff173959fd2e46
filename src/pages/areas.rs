//! What needs to improve, and which visits have looked at it since.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::record::Inspection;
use crate::record::Visit;
use crate::register::Dossier;
use crate::register::Filed;

/// An area for improvement.
#[derive(Debug, Serialize)]
pub struct AreaView {
    id: String,
    label: String,
    themes: Vec<String>,
    seen: Vec<SeenView>,
}

/// A visit that looked at it.
#[derive(Debug, Serialize)]
struct SeenView {
    visit: Link,
    theme: String,
    readings: Vec<&'static str>,
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
                .map(|theme| theme.title.clone())
                .collect(),
            seen: visits.iter().filter_map(|visit| seen(slug, &area.id.value, visit, notes)).collect(),
        })
        .collect()
}

fn seen(slug: &Id, area: &Id, visit: &Filed<Visit>, notes: &Notes<'_>) -> Option<SeenView> {
    let findings = visit.record.findings.iter();
    let about = findings.filter(|finding| finding.area.as_ref().is_some_and(|it| it.value == *area));
    let mut readings: Vec<&'static str> = about.map(|finding| finding.reading.label()).collect();
    readings.dedup();
    if readings.is_empty() {
        return None;
    }
    let visit_link = notes.here().link(&Address::visit(slug, &visit.id), visit.record.start.value.long());
    Some(SeenView { visit: visit_link, theme: visit.record.looked_at().to_owned(), readings })
}
