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
use crate::charts::Sheet;
use crate::charts::ratings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::PageFile;
use crate::pages::parts::Pasted;
use crate::register::Dossier;
use crate::register::Register;

/// The least number of years that the drawing spans.
const LEAST_YEARS: f64 = 4.0;

/// Grades through time, drawn.
#[derive(Debug, Serialize)]
pub struct RatedView {
    /// What the drawing shows, in a sentence.
    title: String,
    drawing: String,
    /// The day to which the last bands reach.
    until: DateView,
    /// The same as files.
    #[serde(skip)]
    pub files: Vec<PageFile>,
    /// Lines to paste, for the page about embedding.
    #[serde(skip)]
    pub pasted: Pasted,
}

/// The drawing of a council's grades; nothing where no line was graded of late.
pub fn rated(frame: &Frame<'_>, slug: &Id, dossier: &Dossier, grid: &Grid<'_>) -> Option<RatedView> {
    let lanes: Vec<&GridRow<'_>> = grid.rows.iter().filter(|row| is_of_late(row)).collect();
    let first = lanes.iter().filter_map(|row| row.cells.iter().position(is_graded)).min()?;
    let dates: Vec<PartialDate> =
        grid.columns.iter().map(|it| it.inspection.record.published.value).collect();
    // A report newer than the day to which the record is complete is held on its own day at least.
    let until = last_day(frame.today, frame.register, dossier).max(*dates.last()?);
    let end = years(until.last());
    let visits: Vec<(f64, f64)> = dossier
        .visits
        .iter()
        .map(|it| it.record.start.value)
        .map(|date| (years(date.first()), years(date.last())))
        .collect();
    // Visits may be known for longer than inspections: the drawing reaches as far as either.
    let last = visits.iter().map(|(_, last)| *last).fold(end, f64::max);
    let start = (years(dates[first].first()) - 0.05).min(last - LEAST_YEARS);
    let chart = Ratings {
        lanes: lanes.iter().map(|row| lane(row, &dates, end)).collect(),
        span: (start, last),
        breaks: (first + 1..grid.columns.len())
            .filter(|n| grid.columns[*n].is_new_framework)
            .map(|n| years(dates[n].first()))
            .collect(),
        visits: visits.into_iter().filter(|(_, last)| *last >= start).collect(),
    };
    let title = title(lanes[0], grid);
    let drawing = ratings(&chart);
    let name = &dossier.council().name;
    let (page, source, key) = (Address::council(slug), source(grid), key(&lanes));
    let heading = format!("{name}. {title}");
    let sheet = Sheet { title: &heading, source: &source, key: &key, ..Sheet::default() };
    let files = vec![PageFile::drawing(frame, &page, "grades", &drawing, sheet), table(grid)];
    let named = format!("{name}: the grades of each report");
    let pasted = Pasted::new(frame, &page, "grades.svg", &named, source.trim_end_matches('.'));
    Some(RatedView { drawing: drawing.named_by("rated"), title, until: until.into(), files, pasted })
}

/// Whether the latest report, or the one before it, has a grade on the line.
fn is_of_late(row: &GridRow<'_>) -> bool {
    row.cells.iter().rev().take(2).any(is_graded)
}

fn is_graded(cell: &Cell<'_>) -> bool {
    matches!(cell, Cell::Graded { .. })
}

/// The last day of which the record says what a council's grades are: the day to which it holds
/// inspections, or the council's last.
fn last_day(today: PartialDate, register: &Register, dossier: &Dossier) -> PartialDate {
    let council = dossier.council();
    let own = council.horizons.get("inspections").or_else(|| register.site.horizons.get("inspections"));
    let reach = own.map(|it| it.complete_to.value).filter(|reach| reach.is_before(today)).unwrap_or(today);
    let ended = council.abolished.as_ref().map(|it| it.on.value);
    ended.filter(|on| on.is_before(reach)).unwrap_or(reach)
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
            let known = column.inspection.record.evidence.label();
            let words = [
                published.as_str(),
                &column.framework.short,
                &row.line.title,
                judgement,
                grade,
                without,
                known,
            ];
            rows.push(words.map(str::to_owned).to_vec());
        }
    }
    let head = ["report_published", "framework", "line", "judgement", "grade", "why_no_grade", "known_from"];
    PageFile::table("grades", &head, &rows)
}

/// The grades on the drawing: glyph and wording of each, the best first.
fn key(lanes: &[&GridRow<'_>]) -> Vec<(String, String)> {
    let cells = lanes.iter().flat_map(|row| &row.cells);
    let mut key: Vec<(String, String)> = cells
        .filter_map(|cell| match cell {
            Cell::Graded { grade, .. } => Some((grade.glyph.to_string(), grade.wording.clone())),
            _ => None,
        })
        .collect();
    key.sort();
    key.dedup();
    key
}

/// How the grades are known, and what else is on the drawing.
fn source(grid: &Grid<'_>) -> String {
    let mut known: Vec<&str> = Vec::new();
    for column in &grid.columns {
        let label = column.inspection.record.evidence.label();
        if !known.contains(&label) {
            known.push(label);
        }
    }
    format!(
        "Grades {}. A double line is a new framework. Circles are visits, which give no grade.",
        known.join(" or ")
    )
}

/// `Overall effectiveness: Good in May 2014 (SIF 2013), Inadequate in September 2022 (ILACS 2018)`.
fn title(row: &GridRow<'_>, grid: &Grid<'_>) -> String {
    let said = row.cells.iter().zip(&grid.columns).filter_map(|(cell, column)| {
        let words = match cell {
            Cell::Graded { grade, .. } => grade.wording.as_str(),
            Cell::Without { reason, .. } => reason,
            Cell::NotInFramework { .. } => return None,
        };
        let date = column.inspection.record.published.value.in_month();
        Some(format!("{words} in {date} ({})", column.framework.short))
    });
    let mut said: Vec<String> = said.collect();
    if let (Some(Cell::NotInFramework { .. }), Some(column)) = (row.cells.last(), grid.columns.last()) {
        let date = column.inspection.record.published.value.in_month();
        said.push(format!("no such grade in the report of {date} ({})", column.framework.short));
    }
    format!("{}: {}", row.line.title, said.join(", "))
}

/// A day as a year with a fraction.
fn years(day: NaiveDate) -> f64 {
    f64::from(day.year()) + f64::from(day.ordinal0()) / 365.25
}
