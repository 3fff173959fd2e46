//! `content/councils/<slug>/visits/<start>.md`: a visit without a grade. The text under the front
//! matter is a summary in our own words.

use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::PartialDate;
use crate::record::Citations;
use crate::record::Disagreements;
use crate::record::Finding;
use crate::record::MaybeDate;
use crate::record::Node;
use crate::record::Read;
use crate::record::read::record;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

record! {
    /// A focused or monitoring visit. It never has a grade (E04).
    pub struct Visit {
        /// A kind of `vocabulary.yaml`.
        pub kind: Spanned<Id>,
        /// The inspection that it follows up: the name of its file.
        pub follows: Option<Spanned<Id>>,
        /// Which visit it is since that inspection, where a source says so.
        pub ordinal: Option<Ordinal>,
        /// First day.
        pub start: Spanned<PartialDate>,
        /// Last day, or `not-recorded`.
        pub end: Spanned<MaybeDate>,
        /// What it looked at, in a few words: `Care leavers`; left out where it is not recorded.
        pub theme: Option<String>,
        /// Themes of `themes.yaml`.
        pub themes: Vec<Spanned<Id>>,
        /// Areas of the inspection that it follows which its subject takes in, where no theme says so.
        pub takes_in: Vec<Spanned<Id>>,
        /// For a visit that is known only because a report mentions it: that inspection, by the name of its file.
        pub mentioned_in: Option<Spanned<Id>>,
        /// Whether its letter is public.
        pub letter: Spanned<LetterStatus>,
        /// When the letter was published.
        pub published: Option<Spanned<PartialDate>>,
        /// Areas for priority action that it set, in our own words.
        pub priority_actions: Vec<String>,
        /// What inspectors found, in our own words.
        pub findings: Vec<Finding>,
        /// Values that others report differently.
        pub also_reported: Disagreements,
        /// Something that a reader should know about this record.
        pub note: Option<String>,
        /// Where it is from.
        pub source: Citations,
        /// Never: visits are not graded.
        pub judgements: NoGrade,
        /// Never: visits are not graded.
        pub grade: NoGrade,
        /// Never: visits are not graded.
        pub rating: NoGrade,
        /// Never: visits are not graded.
        pub overall: NoGrade,
    }
}

impl Visit {
    /// What it looked at, as a page says it.
    pub fn looked_at(&self) -> &str {
        self.theme.as_deref().unwrap_or("theme not recorded here")
    }
}

record! {
    /// Which visit it is, as a source counts.
    pub struct Ordinal {
        /// The number.
        pub number: rust_decimal::Decimal,
        /// Who counts so.
        pub source: Citations,
    }
}

/// The absence of a grade: writing one is a fault (E04).
#[derive(Debug, Clone, Copy)]
pub struct NoGrade;

impl Read for NoGrade {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let fault = Fault::error("visit::grade", node.span, "a visit has no grade").label("take this out");
        report.add(fault.help("say what inspectors found under `findings:`; only inspections are graded"));
        Some(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self)
    }
}
