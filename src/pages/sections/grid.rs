//! The rating grid as a table of words.

use serde::Serialize;

use crate::analysis::Cell;
use crate::analysis::Column;
use crate::analysis::Grid;
use crate::analysis::GridRow;
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
    /// Lines that the newest framework no longer has.
    past: Vec<PastView>,
}

/// A line of earlier frameworks, with each grade that was given on it.
#[derive(Debug, Serialize)]
struct PastView {
    title: String,
    grades: Vec<(String, CellView)>,
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
    /// Why reports have no grade on it, each reason once.
    reasons: Vec<String>,
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

impl GridView {
    /// The same with no more than the latest `reports`, and the lines that these have grades on.
    #[must_use]
    pub fn latest(mut self, reports: usize) -> Self {
        let cut = self.columns.len().saturating_sub(reports);
        self.columns.drain(..cut);
        for row in &mut self.rows {
            row.cells.drain(..cut);
        }
        self.rows.retain(|row| row.cells.iter().any(|cell| cell.grade.is_some()));
        // A report with no grade on any of these lines has nothing to say here.
        while self.columns.len() > 1 && self.rows.iter().all(|row| row.cells[0].grade.is_none()) {
            self.columns.remove(0);
            self.rows.iter_mut().for_each(|row| drop(row.cells.remove(0)));
        }
        self
    }
}

/// The grid of a council.
pub fn grid(slug: &Id, grid: &Grid<'_>, notes: &mut Notes<'_>) -> GridView {
    let columns: Vec<ColumnView> = grid.columns.iter().map(|it| column(slug, it, notes)).collect();
    let (now, past): (Vec<_>, Vec<_>) = grid.rows.iter().partition(|row| is_judged_now(notes, row));
    let past = past.into_iter().map(|row| self::past(slug, row, grid, notes));
    let past = past.filter(|it| !it.grades.is_empty()).collect();
    // The reason stands in full where it is that of the latest report's framework.
    let last = grid.columns.last().map(|it| it.framework);
    let is_latest = |of: &Column<'_>| last.is_some_and(|last| std::ptr::eq(last, of.framework));
    let rows = now.into_iter().map(|row| RowView {
        title: row.line.title.clone(),
        about: row.line.about.clone(),
        headline: row.line.headline == Some(true),
        reasons: reasons(&row.cells),
        cells: row
            .cells
            .iter()
            .zip(&grid.columns)
            .map(|(it, of)| cell(slug, it, of, notes, is_latest(of)))
            .collect(),
    });
    GridView { rows: rows.collect(), columns, past }
}

/// Whether any framework that still applies judges the line, or it is the grade for the whole.
fn is_judged_now(notes: &Notes<'_>, row: &GridRow<'_>) -> bool {
    let frameworks = &notes.register().shelves.frameworks;
    let now = frameworks.values().filter(|it| it.applies_to.is_none());
    row.line.headline == Some(true)
        || now.flat_map(|it| &it.judgements).any(|it| it.line.value == row.line.id.value)
}

fn past(slug: &Id, row: &GridRow<'_>, grid: &Grid<'_>, notes: &Notes<'_>) -> PastView {
    let graded = row.cells.iter().zip(&grid.columns).filter(|(it, _)| matches!(it, Cell::Graded { .. }));
    let grades = graded
        .map(|(it, of)| (of.inspection.record.published.value.long(), cell(slug, it, of, notes, false)));
    PastView { title: row.line.title.clone(), grades: grades.collect() }
}

/// Why the reports have no grade on a line.
fn reasons(cells: &[Cell<'_>]) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for cell in cells {
        match cell {
            Cell::NotInFramework { because } if !reasons.iter().any(|it| it == because) => {
                reasons.push((*because).to_owned());
            }
            _ => {}
        }
    }
    reasons
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

/// A cell; the latest report's says in full why there is no grade.
fn cell(slug: &Id, cell: &Cell<'_>, column: &Column<'_>, notes: &Notes<'_>, is_latest: bool) -> CellView {
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
        Cell::NotInFramework { because } => {
            let why = if is_latest { because } else { "not in this framework" };
            CellView { without: Some(why.to_owned()), ..view }
        }
    }
}
