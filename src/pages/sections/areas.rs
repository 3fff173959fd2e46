//! What needs to improve, and which visits have looked at it since.

use serde::Serialize;

use crate::analysis::Matrix;
use crate::analysis::matrix::MatrixCell;
use crate::analysis::matrix::MatrixRow;
use crate::analysis::matrix::letter_was_read;
use crate::analysis::matrix::summary;
use crate::analysis::themes::areas_of;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::FindingView;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::sections::matrix::summary_word;
use crate::pages::sections::matrix::unknown;
use crate::record::Finding;
use crate::record::Inspection;
use crate::record::inspection::Area;
use crate::record::vocabulary::Term;
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
    /// What is not known of it, where no finding on record is about it.
    unknown: Option<String>,
}

/// A theme that an earlier report of the same council had asked for.
#[derive(Debug, Serialize)]
struct BeforeView {
    theme: String,
    report: Link,
    labels: Vec<String>,
}

/// A visit whose findings are about it.
#[derive(Debug, Serialize)]
struct SeenView {
    visit: Link,
    theme: String,
    reading: &'static str,
    findings: Vec<FindingView>,
}

/// The areas of an inspection, each with what visits since found of it, and with what is not known.
pub fn areas(
    slug: &Id,
    inspection: &Filed<Inspection>,
    dossier: &Dossier,
    notes: &mut Notes<'_>,
) -> Vec<AreaView> {
    let register = notes.register();
    let matrix = Matrix::of(register, dossier, inspection);
    let read = matrix
        .as_ref()
        .is_some_and(|it| it.visits.iter().all(|visit| letter_was_read(register, &visit.record)));
    let row = |area: &Area| {
        let rows = matrix.as_ref().map(|it| &it.rows)?;
        rows.iter().find(|row| row.area.id.value == area.id.value)
    };
    inspection
        .record
        .areas
        .iter()
        .map(|area| AreaView {
            id: format!("area-{}", area.id.value),
            label: area.label.clone(),
            themes: themes(area, notes),
            before: before(slug, inspection, dossier, area, notes),
            seen: row(area)
                .zip(matrix.as_ref())
                .map(|(row, it)| seen(slug, it, row, notes))
                .unwrap_or_default(),
            unknown: row(area)
                .zip(matrix.as_ref().filter(|it| it.has_findings()))
                .and_then(|(row, it)| unknown(row, it, read)),
        })
        .collect()
}

fn themes(area: &Area, notes: &Notes<'_>) -> Vec<Link> {
    let themes = &notes.register().shelves.themes;
    let of = |id: &Spanned<Id>| themes.iter().find(|theme| theme.id.value == id.value);
    let link = |theme: &Term| notes.here().link(&Address::theme(&theme.id.value), theme.title.clone());
    area.themes.iter().filter_map(of).map(link).collect()
}

/// Whether an earlier report named a theme of an area.
pub fn was_named_before(inspection: &Filed<Inspection>, dossier: &Dossier, area: &Area) -> bool {
    let published = inspection.record.published.value;
    let mut earlier = dossier.inspections.iter().filter(|it| it.record.published.value < published);
    earlier.any(|it| area.themes.iter().any(|theme| !areas_of(it, &theme.value).is_empty()))
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

fn seen(slug: &Id, matrix: &Matrix<'_>, row: &MatrixRow<'_>, notes: &mut Notes<'_>) -> Vec<SeenView> {
    let mut views = Vec::new();
    for (cell, visit) in row.cells.iter().zip(&matrix.visits) {
        let MatrixCell::Found(findings) = cell else { continue };
        let Some(summary) = summary(findings) else { continue };
        let cited = |notes: &mut Notes<'_>, finding: &Finding| {
            FindingView::from(finding, finding.source.as_ref().unwrap_or(&visit.record.source), notes)
        };
        views.push(SeenView {
            visit: notes.here().link(&Address::visit(slug, &visit.id), visit.record.start.value.long()),
            theme: visit.record.looked_at().to_owned(),
            reading: summary_word(summary),
            findings: findings.iter().map(|it| cited(notes, it)).collect(),
        });
    }
    views
}
