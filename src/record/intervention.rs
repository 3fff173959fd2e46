//! `content/councils/<slug>/interventions.yaml`: what ministers or the council's own officers set
//! in motion. Tracks are kept apart: two ministries, two Acts, two boards.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Citations;
use crate::record::Disagreements;
use crate::record::MaybeDate;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Interventions {
        /// In any order.
        pub interventions: Vec<Intervention>,
    }
}

record! {
    /// One instrument: a notice, a board, a direction, a commissioner, a report by the finance officer.
    pub struct Intervention {
        /// Its name; becomes its address.
        pub id: Spanned<Id>,
        /// A track of `vocabulary.yaml`.
        pub track: Spanned<Id>,
        /// A kind of intervention of `vocabulary.yaml`.
        pub kind: Spanned<Id>,
        /// What it is: `Improvement notice`.
        pub instrument: String,
        /// The Act and section, or `none (non-statutory)` (E13).
        pub legal_basis: String,
        /// Who issued it, as far as the source says.
        pub issued_by: String,
        /// Since when, or `not-recorded`.
        pub from: Spanned<MaybeDate>,
        /// `false` for what is done on one day, like a report; left out for what lasts.
        pub lasts: Option<bool>,
        /// Until when: left out while the record has no end for it.
        pub to: Option<Spanned<PartialDate>>,
        /// Until when it was to last, as said when it was made.
        pub planned_to: Option<Spanned<PartialDate>>,
        /// How it ended, in our own words.
        pub ended_how: Option<String>,
        /// The intervention that took its place.
        pub replaced_by: Option<Spanned<Id>>,
        /// What it did, in our own words.
        pub about: String,
        /// People in public roles, as the sources name them.
        pub people: Vec<Person>,
        /// Values that others report differently.
        pub also_reported: Disagreements,
        /// Where it is from.
        pub source: Citations,
    }
}

record! {
    /// Someone in a public role.
    pub struct Person {
        /// As the source names them.
        pub name: String,
        /// `Lead commissioner`.
        pub role: String,
    }
}
