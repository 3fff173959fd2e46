//! `content/vocabulary.yaml`, `themes.yaml`, `regions.yaml`, `glossary.yaml`: the words that
//! records are sorted by.

use crate::domain::Id;
use crate::record::Citations;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The words that records are sorted by.
    pub struct Vocabulary {
        /// Lines of the rating grid, in order.
        pub lines: Vec<Line>,
        /// Kinds of visit. Visits have no grade.
        pub visit_kinds: Vec<Term>,
        /// Tracks of intervention, kept apart.
        pub tracks: Vec<Term>,
        /// Kinds of intervention: notices, directions, commissioners.
    pub intervention_kinds: Vec<InterventionKind>,
    /// Groups of measures on the spending page, in order.
        pub measure_groups: Vec<Term>,
    }
}

record! {
    /// A line of the rating grid: judgements of several frameworks that are about the same thing.
    pub struct Line {
        /// The word in content.
        pub id: Spanned<Id>,
        /// The words on the page.
        pub title: String,
        /// Whether it is the grade for the council as a whole.
        pub headline: Option<bool>,
        /// How far its judgements can be compared through time.
        pub about: Option<String>,
    }
}

record! {
    /// A word with its meaning.
    pub struct Term {
        /// The word in content.
        pub id: Spanned<Id>,
        /// The words on the page.
        pub title: String,
        /// Its plural, where the page counts it.
        pub plural: Option<String>,
        /// What it means, in our own words.
        pub about: String,
        /// What says so.
        pub source: Option<Citations>,
    }
}

record! {
    /// A kind of intervention.
    pub struct InterventionKind {
        /// The word in content.
        pub id: Spanned<Id>,
        /// The words on the page.
        pub title: String,
        /// What it means, in our own words.
        pub about: String,
        /// Whether it is only a proposal, which sets nothing in force.
        pub proposed: Option<bool>,
        /// Whether it can outlast the intervention that set it up, so that it is no sign that one is in
        /// force.
        pub outlasts: Option<bool>,
        /// What says so.
        pub source: Option<Citations>,
    }
}

record! {
    /// `content/regions.yaml`.
    pub struct Regions {
        /// Whose division of the country this is.
        pub scheme: String,
        /// What a reader should know about the division, in our own words.
        pub note: Option<String>,
        /// The regions.
        pub regions: Vec<Region>,
    }
}

record! {
    /// A region.
    pub struct Region {
        /// The word in content; series write `region:ID`.
        pub id: Spanned<Id>,
        /// Its name.
        pub title: String,
    }
}

record! {
    /// `content/themes.yaml`: our own classification of what needs to improve.
    pub struct Themes {
        /// The themes.
        pub themes: Vec<Term>,
    }
}

record! {
    /// `content/glossary.yaml`: words explained.
    pub struct Glossary {
        /// The words, in any order.
        pub glossary: Vec<Term>,
    }
}
