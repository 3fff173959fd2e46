//! The rating grid as a table of words.

use serde::Serialize;

use crate::analysis::Cell;
use crate::analysis::Column;
use crate::analysis::Grid;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::GradeView;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::grade;

/// A council's grades through time.
#[derive(Debug, Serialize)]
pub struct GridView {
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
}

/// An inspection, at the head of its column.
#[derive(Debug, Serialize)]
struct ColumnView {
    href: String,
    published: DateView,
    framework: String,
    regulator: String,
    /// Whether grades may not compare with the column before.
    is_break: bool,
    evidence: Option<&'static str>,
    notes: Vec<Note>,
}

/// A line of the grid.
#[derive(Debug, Serialize)]
struct RowView {
    title: String,
    about: Option<String>,
    headline: bool,
    cells: Vec<CellView>,
}

/// A grade, or the reason why there is none.
#[derive(Debug, Serialize)]
struct CellView {
    /// Label of the column, for narrow screens.
    column: String,
    is_break: bool,
    grade: Option<GradeView>,
    /// What the judgement was about, where it differs along the line.
    scope: Option<String>,
    /// Why there is no grade.
    without: Option<String>,
    href: String,
}

/// The grid of a council.
pub fn grid(slug: &Id, grid: &Grid<'_>, notes: &mut Notes<'_>) -> GridView {
    let columns = grid.columns.iter().map(|it| column(slug, it, notes)).collect();
    let rows = grid.rows.iter().map(|row| RowView {
        title: row.line.title.clone(),
        about: row.line.about.clone(),
        headline: row.line.headline == Some(true),
        cells: row.cells.iter().zip(&grid.columns).map(|(it, of)| cell(slug, it, of, notes)).collect(),
    });
    GridView { rows: rows.collect(), columns }
}

fn column(slug: &Id, column: &Column<'_>, notes: &mut Notes<'_>) -> ColumnView {
    use crate::domain::Choice;
    use crate::domain::Evidence;
    let inspection = &column.inspection.record;
    ColumnView {
        href: notes.here().href(&Address::inspection(slug, &column.inspection.id)),
        published: inspection.published.value.into(),
        framework: column.framework.short.clone(),
        regulator: column.framework.regulator.clone(),
        is_break: column.is_new_framework,
        evidence: (inspection.evidence != Evidence::Report).then(|| inspection.evidence.label()),
        notes: notes.cite(&inspection.source),
    }
}

fn cell(slug: &Id, cell: &Cell<'_>, column: &Column<'_>, notes: &Notes<'_>) -> CellView {
    let page = notes.here().href(&Address::inspection(slug, &column.inspection.id));
    let view = CellView {
        column: format!("{} ({})", column.inspection.record.published.value.short(), column.framework.short),
        is_break: column.is_new_framework,
        grade: None,
        scope: None,
        without: None,
        href: page.clone(),
    };
    match cell {
        Cell::Graded { judgement, grade: it, .. } => {
            let href = format!("{page}#judgement-{}", judgement.id.value);
            CellView { grade: Some(grade(it)), scope: judgement.scope.clone(), href, ..view }
        }
        Cell::Without { reason, .. } => CellView { without: Some((*reason).to_owned()), ..view },
        Cell::NotInFramework { because } => CellView { without: Some((*because).to_owned()), ..view },
    }
}
