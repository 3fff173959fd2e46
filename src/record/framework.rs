//! `content/frameworks/<id>.yaml`: what an inspectorate judged in which years, and in what words.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Citations;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// An inspection framework: its judgements, its grades, its years.
    pub struct Framework {
        /// Full name.
        pub title: String,
        /// Short name for tables: `ILACS 2018`.
        pub short: String,
        /// Who inspects.
        pub regulator: String,
        /// What it is and how it differs from its neighbours, in our own words.
        pub about: String,
        /// First day on which an inspection under it can have begun.
        pub applies_from: Spanned<PartialDate>,
        /// Last day; left out while it is in force.
        pub applies_to: Option<Spanned<PartialDate>>,
        /// Kinds of inspection.
        pub kinds: Vec<Named>,
        /// The grades, best first, in official wording.
        pub scale: Vec<Grade>,
        /// The judgements in the order of the report.
        pub judgements: Vec<Judgement>,
        /// Lines of the rating grid that this framework does not judge, and why.
        pub not_judged: Vec<NotJudged>,
        /// What says so.
        pub source: Citations,
    }
}

record! {
    /// A name and what readers see.
    pub struct Named {
        /// The word in content.
        pub id: Spanned<Id>,
        /// The words on the page.
        pub title: String,
    }
}

record! {
    /// A grade.
    pub struct Grade {
        /// The word in content.
        pub id: Spanned<Id>,
        /// Official wording, in full.
        pub wording: String,
        /// Which of the theme's glyphs stands beside it: `1` (strongest) to `4`, `0` for none.
        pub glyph: Id,
        /// What it means, for the glossary, in our own words.
        pub meaning: Option<String>,
    }
}

record! {
    /// A judgement.
    pub struct Judgement {
        /// The word in content.
        pub id: Spanned<Id>,
        /// Official wording, in full.
        pub wording: String,
        /// The line of the rating grid that it stands in, from `vocabulary.yaml`.
        pub line: Spanned<Id>,
        /// Whether it is part of another judgement (a sub-judgement).
        pub within: Option<Spanned<Id>>,
        /// What its scope was, where it differs from its neighbours on the line.
        pub scope: Option<String>,
    }
}

record! {
    /// A line of the grid that a framework leaves empty.
    pub struct NotJudged {
        /// The line, from `vocabulary.yaml`.
        pub line: Spanned<Id>,
        /// Why, in a sentence without a full stop.
        pub because: String,
    }
}
