//! `content/councils/<slug>/statements.yaml`: what was said, by whom, and what was promised. A
//! statement is not a fact: it is shown as said.

use crate::domain::Id;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::StatementKind;
use crate::record::Citations;
use crate::record::Disagreements;
use crate::record::Speaker;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Statements {
        /// What was said.
        pub statements: Vec<Statement>,
        /// What was promised or expected.
        pub commitments: Vec<Commitment>,
    }
}

record! {
    /// Something that was said. Speaker, forum and date are required (E12).
    pub struct Statement {
        /// Its name.
        pub id: Spanned<Id>,
        /// Who is speaking.
        pub kind: StatementKind,
        /// When.
        pub date: Spanned<PartialDate>,
        /// Who said it, in what capacity.
        pub speaker: Speaker,
        /// Where: a meeting, a report, an interview.
        pub forum: String,
        /// What was said, in our own words, after "that": `the findings were accepted`.
        pub said: String,
        /// A short quotation, at most 40 words.
        pub quote: Option<Spanned<String>>,
        /// Something that a reader should know about it.
        pub note: Option<String>,
        /// A company or person, as the record names them, of whom it says something adverse: they are asked
        /// for a reply (E17).
        pub adverse_to: Option<Spanned<String>>,
        /// Values that others report differently.
        pub also_reported: Disagreements,
        /// Where it is from.
        pub source: Citations,
    }
}

record! {
    /// Something that was promised or expected, and what became of it.
    pub struct Commitment {
        /// Its name.
        pub id: Spanned<Id>,
        /// What was promised or expected, in our own words, as a noun: `a full inspection in February or March 2023`.
        pub promised: String,
        /// When it was said.
        pub date: Spanned<PartialDate>,
        /// Who said it, in what capacity.
        pub speaker: Speaker,
        /// Where.
        pub forum: String,
        /// The last day by which it was to happen, where one was said.
        pub due: Option<Spanned<PartialDate>>,
        /// What became of it; left out while open.
        pub outcome: Option<Outcome>,
        /// Values that others report differently.
        pub also_reported: Disagreements,
        /// Where it is from.
        pub source: Citations,
    }
}

impl Commitment {
    /// Whether no outcome is on record, or only that it was too early to tell.
    pub fn is_open(&self) -> bool {
        self.outcome.as_ref().is_none_or(|it| it.status.value == OutcomeStatus::TooEarly)
    }

    /// Whether it is open although the last day that was said is past.
    pub fn is_late(&self, today: PartialDate) -> bool {
        self.is_open() && self.due.as_ref().is_some_and(|due| due.value.is_before(today))
    }
}

record! {
    /// What became of a commitment.
    pub struct Outcome {
        /// In a word.
        pub status: Spanned<OutcomeStatus>,
        /// When, where there is a date.
        pub on: Option<Spanned<PartialDate>>,
        /// What happened, in our own words.
        pub what: String,
        /// What says so.
        pub source: Citations,
    }
}
