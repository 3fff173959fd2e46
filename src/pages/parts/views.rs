//! Dates, grades and links as templates print them: once for the eye, once for the machine.

use serde::Serialize;

use crate::domain::Choice;
use crate::domain::PartialDate;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::record::Citations;
use crate::record::Finding;
use crate::record::framework::Grade;

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// A date.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// `22 November 2023`.
    pub long: String,
    /// `22 Nov 2023`.
    pub short: String,
    /// `2023-11-22`.
    pub machine: String,
}

impl From<PartialDate> for DateView {
    fn from(date: PartialDate) -> Self {
        Self { long: date.long(), short: date.short(), machine: date.machine() }
    }
}

/// A grade: a word and a shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GradeView {
    /// Official wording, in full.
    pub wording: String,
    /// Name of the glyph beside it.
    pub glyph: String,
}

/// A grade as templates print it.
pub fn grade(grade: &Grade) -> GradeView {
    GradeView { wording: grade.wording.clone(), glyph: grade.glyph.to_string() }
}

/// Something that inspectors found.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    text: String,
    reading: &'static str,
    reading_id: &'static str,
    area: Option<Link>,
    quote: Vec<String>,
    notes: Vec<Note>,
}

impl FindingView {
    /// A finding with its sources, those of its record where it has none of its own.
    pub fn from(finding: &Finding, source: &Citations, notes: &mut Notes<'_>) -> Self {
        Self { notes: notes.cite(source), ..Self::new(finding, None, notes) }
    }

    /// A finding; `area` links to what it is about.
    pub fn new(finding: &Finding, area: Option<Link>, notes: &mut Notes<'_>) -> Self {
        let source = finding.source.as_ref();
        let quotes = source.into_iter().flat_map(|it| &it.0).filter_map(|it| it.quote.as_ref());
        Self {
            text: finding.text.clone(),
            reading: finding.reading.label(),
            reading_id: finding.reading.word(),
            area,
            quote: quotes.map(|quote| quote.value.clone()).collect(),
            notes: source.map(|it| notes.cite(it)).unwrap_or_default(),
        }
    }
}
