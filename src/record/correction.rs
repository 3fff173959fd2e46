//! `content/corrections.yaml`: what was wrong on the site and is now right.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Corrections {
        /// In any order.
        pub corrections: Vec<Correction>,
    }
}

record! {
    /// One correction.
    pub struct Correction {
        /// Its name.
        pub id: Spanned<Id>,
        /// When it was made.
        pub on: Spanned<PartialDate>,
        /// The page it is about, as an address on this site: `/councils/nottingham/`.
        pub about: Spanned<String>,
        /// What the site said.
        pub was: String,
        /// What it says now.
        pub now: String,
        /// Why, in our own words.
        pub because: String,
        /// Who told us, in role.
        pub told_by: Option<String>,
    }
}
