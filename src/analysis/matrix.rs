//! Areas for improvement × visits: what each later visit says of each area that a report named, and
//! where the record says nothing, why.

use crate::domain::LetterStatus;
use crate::domain::Reading;
use crate::domain::Tier;
use crate::record::Finding;
use crate::record::Inspection;
use crate::record::Visit;
use crate::record::inspection::Area;
use crate::record::source::SeenAs;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Register;

/// The areas of one report against the visits that followed it up.
#[derive(Debug)]
pub struct Matrix<'r> {
    /// The report.
    pub inspection: &'r Filed<Inspection>,
    /// The visits, oldest first.
    pub visits: Vec<&'r Filed<Visit>>,
    /// One row for each area, in the order of the report.
    pub rows: Vec<MatrixRow<'r>>,
}

/// One area.
#[derive(Debug)]
pub struct MatrixRow<'r> {
    /// The area.
    pub area: &'r Area,
    /// A cell for each visit.
    pub cells: Vec<MatrixCell<'r>>,
}

/// What a visit says of an area.
#[derive(Debug)]
pub enum MatrixCell<'r> {
    /// Findings that are about it.
    Found(Vec<&'r Finding>),
    /// The letter was read here in full and says nothing of it.
    NotLookedAt,
    /// The letter was not read here in full; its theme, as recorded, is another.
    OtherTheme,
    /// The letter was not read here in full; the visit took the area in, or its subject is not recorded,
    /// and none of the findings on record is about it.
    NoneMatched,
    /// The same, and no finding of the visit is on record at all.
    NothingRecorded,
}

/// Findings of one cell in a word: our reading, never a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summary {
    /// All findings are of this reading.
    All(Reading),
    /// They differ.
    Mixed,
}

impl<'r> Matrix<'r> {
    /// The matrix of a report; nothing where it lists no areas or no visit followed it up.
    pub fn of(
        register: &'r Register,
        dossier: &'r Dossier,
        inspection: &'r Filed<Inspection>,
    ) -> Option<Self> {
        let follows =
            |visit: &&Filed<Visit>| visit.record.follows.as_ref().is_some_and(|it| it.value == inspection.id);
        let visits: Vec<&Filed<Visit>> = dossier.visits.iter().filter(follows).collect();
        let areas = &inspection.record.areas;
        if areas.is_empty() || visits.is_empty() {
            return None;
        }
        let row = |area: &'r Area| MatrixRow {
            area,
            cells: visits.iter().map(|visit| cell(register, area, &visit.record)).collect(),
        };
        Some(Self { inspection, rows: areas.iter().map(row).collect(), visits })
    }

    /// Areas that no finding on record is about.
    pub fn untested(&self) -> Vec<&'r Area> {
        self.rows.iter().filter(|row| !row.is_tested()).map(|row| row.area).collect()
    }

    /// Whether any finding on record is matched to an area.
    pub fn has_findings(&self) -> bool {
        self.rows.iter().any(MatrixRow::is_tested)
    }
}

impl MatrixRow<'_> {
    /// Whether a finding on record is about the area.
    pub fn is_tested(&self) -> bool {
        self.cells.iter().any(|cell| matches!(cell, MatrixCell::Found(_)))
    }
}

fn cell<'r>(register: &'r Register, area: &'r Area, visit: &'r Visit) -> MatrixCell<'r> {
    let is_about = |finding: &&Finding| finding.area.as_ref().is_some_and(|it| it.value == area.id.value);
    let found: Vec<&Finding> = visit.findings.iter().filter(is_about).collect();
    if !found.is_empty() {
        return MatrixCell::Found(found);
    }
    let is_theme = area.themes.iter().any(|theme| visit.themes.iter().any(|it| it.value == theme.value));
    let takes_in = is_theme || visit.takes_in.iter().any(|it| it.value == area.id.value);
    match (letter_was_read(register, visit), takes_in || visit.themes.is_empty()) {
        (true, _) => MatrixCell::NotLookedAt,
        (false, false) => MatrixCell::OtherTheme,
        (false, true) if visit.findings.is_empty() => MatrixCell::NothingRecorded,
        (false, true) => MatrixCell::NoneMatched,
    }
}

/// Whether the letter itself is among the sources and was read in full.
pub fn letter_was_read(register: &Register, visit: &Visit) -> bool {
    if visit.letter.value != LetterStatus::Published {
        return false;
    }
    let sources = || visit.source.0.iter().map(|it| register.source(&it.id.value));
    sources().any(|it| it.tier.value == Tier::Primary && it.seen == SeenAs::Whole)
}

/// Findings in a word; nothing where there are none.
pub fn summary(findings: &[&Finding]) -> Option<Summary> {
    let first = findings.first()?.reading;
    let all = findings.iter().all(|it| it.reading == first);
    Some(if all { Summary::All(first) } else { Summary::Mixed })
}
