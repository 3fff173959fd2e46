//! The rating grid: inspections across, lines of judgement down, and for every cell a grade or
//! the reason why there is none.

use crate::domain::Id;
use crate::record::Citations;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::framework::Grade;
use crate::record::framework::Judgement;
use crate::record::vocabulary::Line;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Register;

/// A council's grades through time, oldest first.
#[derive(Debug)]
pub struct Grid<'r> {
    /// One for each inspection.
    pub columns: Vec<Column<'r>>,
    /// One for each line that any of the frameworks judges.
    pub rows: Vec<GridRow<'r>>,
}

/// An inspection in the grid.
#[derive(Debug)]
pub struct Column<'r> {
    /// The inspection.
    pub inspection: &'r Filed<Inspection>,
    /// Its framework.
    pub framework: &'r Framework,
    /// Whether the framework differs from the one before: grades may not compare across.
    pub is_new_framework: bool,
}

/// A line of the grid.
#[derive(Debug)]
pub struct GridRow<'r> {
    /// The line.
    pub line: &'r Line,
    /// A cell for each column.
    pub cells: Vec<Cell<'r>>,
}

/// What stands where a line meets an inspection.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'r> {
    /// A grade, in the words of its framework.
    Graded {
        /// The judgement.
        judgement: &'r Judgement,
        /// The grade.
        grade: &'r Grade,
        /// Its own source, where it is not the inspection's.
        source: Option<&'r Citations>,
    },
    /// The framework has the judgement; there is no grade, for a reason.
    Without {
        /// The judgement.
        judgement: &'r Judgement,
        /// `not judged`, `not yet published`, `not recorded here`.
        reason: &'static str,
    },
    /// Not a judgement of the framework.
    NotInFramework {
        /// Why.
        because: &'r str,
    },
}

impl<'r> Grid<'r> {
    /// The grid of a council.
    pub fn of(register: &'r Register, dossier: &'r Dossier) -> Self {
        let mut columns: Vec<Column<'r>> = Vec::new();
        for inspection in &dossier.inspections {
            let framework = register.framework(&inspection.record.framework.value);
            let is_new_framework = columns.last().is_some_and(|it| !std::ptr::eq(it.framework, framework));
            columns.push(Column { inspection, framework, is_new_framework });
        }
        let row = |line: &'r Line| GridRow {
            line,
            cells: columns
                .iter()
                .map(|it| cell_of(it.framework, &it.inspection.record, &line.id.value))
                .collect(),
        };
        let judged =
            |row: &GridRow<'_>| row.cells.iter().any(|cell| !matches!(cell, Cell::NotInFramework { .. }));
        let rows = register.vocabulary.lines.iter().map(row).filter(judged).collect();
        Self { columns, rows }
    }
}

/// What an inspection says on a line.
pub fn cell_of<'r>(framework: &'r Framework, inspection: &'r Inspection, line: &Id) -> Cell<'r> {
    let Some(judgement) = framework.judgements.iter().find(|it| it.line.value == *line) else {
        let absent = framework.not_judged.iter().find(|it| it.line.value == *line);
        return Cell::NotInFramework { because: absent.map_or("not judged", |it| it.because.as_str()) };
    };
    let judged = inspection.judgements.get(judgement.id.as_str());
    let written = judged.map_or("not-recorded", |it| it.grade.as_str());
    match framework.scale.iter().find(|grade| grade.id.as_str() == written) {
        Some(grade) => Cell::Graded { judgement, grade, source: judged.and_then(|it| it.source.as_ref()) },
        None => Cell::Without { judgement, reason: reason(written) },
    }
}

fn reason(word: &str) -> &'static str {
    match word {
        "not-judged" => "not judged",
        "not-yet-published" => "not yet published",
        _ => "not recorded here",
    }
}
