//! A council's grades through time as a drawing, with the sentence that says the same.

use chrono::Datelike;
use chrono::NaiveDate;
use serde::Serialize;

use crate::analysis::Cell;
use crate::analysis::Grid;
use crate::analysis::GridRow;
use crate::charts::Held;
use crate::charts::Lane;
use crate::charts::Ratings;
use crate::charts::ratings;
use crate::domain::PartialDate;
use crate::pages::parts::PageFile;
use crate::register::Dossier;

/// The least number of years that the drawing spans.
const LEAST_YEARS: f64 = 4.0;

/// Grades through time, drawn.
#[derive(Debug, Serialize)]
pub struct RatedView {
    /// What the drawing shows, in a sentence.
    title: String,
    drawing: String,
    /// The same as files.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// The drawing of a council's grades; nothing where no line was graded of late.
///
/// * `today`: the as-at date, at which the last bands end unless the council ended before.
pub fn rated(today: PartialDate, dossier: &Dossier, grid: &Grid<'_>) -> Option<RatedView> {
    let lanes: Vec<&GridRow<'_>> = grid.rows.iter().filter(|row| is_of_late(row)).collect();
    let first = lanes.iter().filter_map(|row| row.cells.iter().position(is_graded)).min()?;
    let dates: Vec<PartialDate> =
        grid.columns.iter().map(|it| it.inspection.record.published.value).collect();
    let end = years(last_day(today, dossier));
    let start = (years(dates[first].first()) - 0.05).min(end - LEAST_YEARS);
    let chart = Ratings {
        lanes: lanes.iter().map(|row| lane(row, &dates, end)).collect(),
        span: (start, end),
        breaks: (first + 1..grid.columns.len())
            .filter(|n| grid.columns[*n].is_new_framework)
            .map(|n| years(dates[n].first()))
            .collect(),
        visits: dossier
            .visits
            .iter()
            .map(|it| years(it.record.start.value.first()))
            .filter(|day| *day >= start)
            .collect(),
    };
    let title = title(lanes[0], &dates);
    let drawing = ratings(&chart);
    let name = &dossier.council().name;
    let source = "Grades from the reports on the council’s page; visits give no grade.";
    let files = vec![PageFile::drawing("grades", &drawing, &format!("{name}. {title}"), source), table(grid)];
    Some(RatedView { drawing: drawing.inline(&title), title, files })
}

/// Whether the latest report, or the one before it, has a grade on the line.
fn is_of_late(row: &GridRow<'_>) -> bool {
    row.cells.iter().rev().take(2).any(is_graded)
}

fn is_graded(cell: &Cell<'_>) -> bool {
    matches!(cell, Cell::Graded { .. })
}

/// The day after which a council's grades say nothing more.
fn last_day(today: PartialDate, dossier: &Dossier) -> NaiveDate {
    let ended = dossier.council().abolished.as_ref().map(|it| it.on.value);
    ended.filter(|on| on.is_before(today)).unwrap_or(today).last()
}

fn lane(row: &GridRow<'_>, dates: &[PartialDate], end: f64) -> Lane {
    let mut held: Vec<Held> = Vec::new();
    for (n, cell) in row.cells.iter().enumerate() {
        let from = years(dates[n].first());
        let to = dates.get(n + 1).map_or(end, |next| years(next.first()));
        let (glyph, words) = match cell {
            Cell::Graded { grade, .. } => (grade.glyph.to_string(), grade.wording.clone()),
            Cell::Without { reason, .. } => ("0".to_owned(), (*reason).to_owned()),
            Cell::NotInFramework { .. } => ("0".to_owned(), "not graded under this framework".to_owned()),
        };
        // Before the first grade of a line there is nothing to say.
        if is_graded(cell) || !held.is_empty() {
            held.push(Held { from, to, glyph, words });
        }
    }
    Lane { title: row.line.title.clone(), held }
}

/// Every cell of the grid, for a spreadsheet.
fn table(grid: &Grid<'_>) -> PageFile {
    let mut rows = Vec::new();
    for (column, n) in grid.columns.iter().zip(0..) {
        for row in &grid.rows {
            let (judgement, grade, without) = match &row.cells[n] {
                Cell::Graded { judgement, grade, .. } => {
                    (judgement.wording.as_str(), grade.wording.as_str(), "")
                }
                Cell::Without { judgement, reason } => (judgement.wording.as_str(), "", *reason),
                Cell::NotInFramework { because } => ("", "", *because),
            };
            let published = column.inspection.record.published.value.machine();
            let words =
                [published.as_str(), &column.framework.short, &row.line.title, judgement, grade, without];
            rows.push(words.map(str::to_owned).to_vec());
        }
    }
    let head = ["report_published", "framework", "line", "judgement", "grade", "why_no_grade"];
    PageFile::table("grades", &head, &rows)
}

/// `Overall effectiveness: Good in May 2014, Inadequate in September 2022`.
fn title(row: &GridRow<'_>, dates: &[PartialDate]) -> String {
    let said = row.cells.iter().zip(dates).filter_map(|(cell, date)| match cell {
        Cell::Graded { grade, .. } => Some(format!("{} in {}", grade.wording, date.in_month())),
        Cell::Without { .. } | Cell::NotInFramework { .. } => None,
    });
    let mut said: Vec<String> = said.collect();
    if row.cells.last().is_some_and(|cell| matches!(cell, Cell::NotInFramework { .. })) {
        let when = dates.last().map(|date| date.in_month()).unwrap_or_default();
        said.push(format!("no such grade in the report of {when}"));
    }
    format!("{}: {}", row.line.title, said.join(", "))
}

/// A day as a year with a fraction.
fn years(day: NaiveDate) -> f64 {
    f64::from(day.year()) + f64::from(day.ordinal0()) / 365.25
}
