//! Areas for improvement × visits as a table: a word in each cell, our reading, with what it rests on
//! beside it on the report's own page.

use serde::Serialize;

use crate::analysis::Matrix;
use crate::analysis::matrix::MatrixCell;
use crate::analysis::matrix::MatrixRow;
use crate::analysis::matrix::Summary;
use crate::analysis::matrix::letter_was_read;
use crate::analysis::matrix::summary;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::Reading;
use crate::domain::Tier;
use crate::domain::capitalised;
use crate::domain::count;
use crate::domain::number;
use crate::pages::parts::DateView;
use crate::pages::parts::Notes;
use crate::record::Visit;
use crate::record::inspection::Area;
use crate::register::Filed;

/// The areas of one report against the visits since.
#[derive(Debug, Serialize)]
pub struct MatrixView {
    visits: Vec<ColumnView>,
    rows: Vec<RowView>,
    /// Which areas no finding on record is about, in a sentence.
    untested: Option<String>,
    /// Whether every letter was read here in full.
    read: bool,
}

/// A visit.
#[derive(Debug, Serialize)]
struct ColumnView {
    date: DateView,
    href: String,
    theme: String,
    /// How the visit is known, and what is to be said of its letter, where neither is as usual.
    letter: Option<String>,
}

/// An area.
#[derive(Debug, Serialize)]
struct RowView {
    id: String,
    label: String,
    /// Whether an earlier report named a theme of it.
    before: bool,
    cells: Vec<CellView>,
}

/// What a visit says of an area, in a word.
#[derive(Debug, Serialize)]
struct CellView {
    word: &'static str,
    /// The shape beside the word; nothing where there is no finding.
    shape: Option<&'static str>,
    /// The date of the visit, for where the table is a list.
    column: String,
}

/// The table of a matrix.
///
/// * `before`: whether an earlier report named a theme of an area.
pub fn matrix(slug: &Id, it: &Matrix<'_>, before: &dyn Fn(&Area) -> bool, notes: &Notes<'_>) -> MatrixView {
    MatrixView {
        visits: it.visits.iter().map(|visit| column(slug, visit, notes)).collect(),
        rows: it.rows.iter().map(|row| self::row(it, row, before(row.area))).collect(),
        untested: untested(it),
        read: it.visits.iter().all(|visit| letter_was_read(notes.register(), &visit.record)),
    }
}

fn column(slug: &Id, visit: &Filed<Visit>, notes: &Notes<'_>) -> ColumnView {
    ColumnView {
        date: visit.record.start.value.into(),
        href: notes.here().href(&Address::visit(slug, &visit.id)),
        theme: capitalised(visit.record.looked_at()),
        letter: letter(&visit.record, notes),
    }
}

/// `known from council minutes or papers; letter not published by the inspectorate`.
fn letter(visit: &Visit, notes: &Notes<'_>) -> Option<String> {
    let tiers = visit.source.0.iter().map(|it| notes.register().source(&it.id.value).tier.value);
    let nearest = tiers.min().filter(|tier| *tier > Tier::OfficialData);
    let known = nearest.map(|tier| format!("known from {}", tier.label()));
    let status = visit.letter.value;
    let told = (status != LetterStatus::Published).then(|| status.label().to_owned());
    let all: Vec<String> = known.into_iter().chain(told).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn row(matrix: &Matrix<'_>, row: &MatrixRow<'_>, before: bool) -> RowView {
    let cells = row.cells.iter().zip(&matrix.visits);
    RowView {
        id: format!("area-{}", row.area.id.value),
        label: row.area.label.clone(),
        before,
        cells: cells
            .map(|(cell, visit)| CellView {
                word: word(cell),
                shape: shape(cell),
                column: visit.record.start.value.short(),
            })
            .collect(),
    }
}

/// What stands in a cell.
fn word(cell: &MatrixCell<'_>) -> &'static str {
    match cell {
        MatrixCell::Found(findings) => summary(findings).map_or("", summary_word),
        MatrixCell::NotLookedAt => "not looked at",
        MatrixCell::OtherTheme => "other subject",
        MatrixCell::NoneMatched => "none matched",
        MatrixCell::NothingRecorded => "not recorded",
    }
}

/// Findings in a word.
pub fn summary_word(it: Summary) -> &'static str {
    match it {
        Summary::All(reading) => reading.label(),
        Summary::Mixed => Reading::Mixed.label(),
    }
}

fn shape(cell: &MatrixCell<'_>) -> Option<&'static str> {
    let MatrixCell::Found(findings) = cell else { return None };
    Some(match summary(findings)? {
        Summary::All(Reading::Improved | Reading::Strength) => "up",
        Summary::All(Reading::Mixed) | Summary::Mixed => "mixed",
        Summary::All(Reading::NotImproved | Reading::Weakness) => "down",
        Summary::All(Reading::NewConcern) => "new",
    })
}

/// `Of the eight areas named in September 2022, five have no finding of the six visits on record: …`
fn untested(it: &Matrix<'_>) -> Option<String> {
    let untested = it.untested();
    let labels: Vec<&str> = untested.iter().map(|area| area.label.as_str()).collect();
    let visits = count(it.visits.len(), "visit", "visits");
    let of = if it.visits.len() == 1 { "the one visit".to_owned() } else { format!("the {visits}") };
    let areas = count(it.rows.len(), "area", "areas");
    let when = it.inspection.record.published.value.in_month();
    match labels.len() {
        0 => None,
        n if n == it.rows.len() => {
            Some(format!("No finding of {of} on record is about any of the {areas} named in {when}."))
        }
        n => Some(format!(
            "Of the {areas} named in {when}, {} {} no finding of {of} on record: {}.",
            number(n),
            if n == 1 { "has" } else { "have" },
            labels.join("; ")
        )),
    }
}

/// What is and is not known of an area that no finding on record is about.
pub fn unknown(row: &MatrixRow<'_>, matrix: &Matrix<'_>, read: bool) -> Option<String> {
    if row.is_tested() {
        return None;
    }
    let all = row.cells.len();
    let n = |test: fn(&MatrixCell<'_>) -> bool| row.cells.iter().filter(|cell| test(cell)).count();
    let other = n(|cell| matches!(cell, MatrixCell::OtherTheme));
    let silent = n(|cell| matches!(cell, MatrixCell::NotLookedAt));
    let of = |part: usize| {
        let visits = count(all, "visit", "visits");
        if part == all && all == 1 {
            "The one visit since".to_owned()
        } else if part == all {
            format!("All {visits} since")
        } else {
            format!("{} of the {visits} since", capitalised(&number(part)))
        }
    };
    let matched = n(|cell| matches!(cell, MatrixCell::NoneMatched));
    let nothing = n(|cell| matches!(cell, MatrixCell::NothingRecorded));
    let mut told = vec!["No finding on record is about it.".to_owned()];
    let mut add = |part: usize, words: &str| {
        if part > 0 {
            told.push(format!("{} {words}", of(part)));
        }
    };
    add(silent, "did not look at it: we read the letter in full.");
    add(other, "had another subject, as recorded here.");
    add(matched, "took its subject in; findings are on record, none of them about this area by itself.");
    add(nothing, "took its subject in, or had a subject that is not recorded; no finding is on record.");
    if !read {
        told.push("Letters that were not read here in full may say more.".to_owned());
    }
    let unpublished = matrix.visits.iter().filter(|it| it.record.letter.value == LetterStatus::NotExpected);
    let unpublished = unpublished.count();
    if unpublished > 0 {
        let letters = if unpublished == 1 { "one letter was" } else { "some letters were" };
        told.push(format!("{} not published.", capitalised(letters)));
    }
    Some(told.join(" "))
}
