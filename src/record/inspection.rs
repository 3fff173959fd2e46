//! `content/councils/<slug>/inspections/<published>.md`: a graded inspection. The text under the
//! front matter is a summary in our own words.

use crate::domain::Evidence;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Citations;
use crate::record::Disagreements;
use crate::record::Entries;
use crate::record::Finding;
use crate::record::MaybeDate;
use crate::record::Node;
use crate::record::Read;
use crate::record::read::record;
use crate::record::yaml::Kind;
use crate::report::Report;
use crate::report::Spanned;

record! {
    /// A graded inspection.
    pub struct Inspection {
        /// A file in `frameworks/`.
        pub framework: Spanned<Id>,
        /// A kind of that framework.
        pub kind: Spanned<Id>,
        /// First day on site, or `not-recorded`.
        pub start: Spanned<MaybeDate>,
        /// Last day on site, or `not-recorded`.
        pub end: Spanned<MaybeDate>,
        /// When the report was published.
        pub published: Spanned<PartialDate>,
        /// How well the grades are known.
        pub evidence: Evidence,
        /// Every judgement of the framework: a grade of its scale, or `not-judged`,
        /// `not-yet-published`, `not-recorded`.
        pub judgements: Entries<Judged>,
        /// What needs to improve, as the report lists it, with labels in our own words.
        pub areas: Vec<Area>,
        /// `false` for a report that has no list of what needs to improve.
        pub lists_areas: Option<bool>,
        /// What inspectors found, in our own words.
        pub findings: Vec<Finding>,
        /// Values that others report differently.
        pub also_reported: Disagreements,
        /// Something that a reader should know about this record.
        pub note: Option<String>,
        /// Where it is from.
        pub source: Citations,
    }
}

/// A judgement as written: a grade alone, or a grade with a source of its own.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The grade, or why there is none.
    pub grade: Spanned<Id>,
    /// The source, where it is not the record's own.
    pub source: Option<Citations>,
}

record! {
    /// A judgement with a source of its own.
    pub struct JudgedApart {
        /// The grade, or why there is none.
        pub grade: Spanned<Id>,
        /// Its source.
        pub source: Option<Citations>,
    }
}

impl Read for Judged {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        if matches!(node.kind, Kind::Map(_)) {
            let JudgedApart { grade, source } = JudgedApart::read(node, report)?;
            return Some(Self { grade, source });
        }
        Spanned::<Id>::read(node, report).map(|grade| Self { grade, source: None })
    }
}

record! {
    /// One area for improvement.
    pub struct Area {
        /// Its name within this inspection.
        pub id: Spanned<Id>,
        /// What it is about, in our own words.
        pub label: String,
        /// Themes of `themes.yaml`.
        pub themes: Vec<Spanned<Id>>,
    }
}
