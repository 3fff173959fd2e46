//! `content/corrections.yaml`: what was wrong on the site and is now right, and every other change
//! of what a release had.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::choice;
use crate::record::read::record;
use crate::report::Spanned;

choice! { "a kind of correction";
    /// Why what was published is different now.
    pub enum CorrectionKind {
        /// It was wrong.
        Correction = "correction" / "Correction",
        /// It was right, and the world or its publisher has moved on.
        Update = "update" / "Update",
        /// It says the same in other words.
        Wording = "wording" / "Other words",
        /// It should not have stood here, or stands elsewhere now.
        Withdrawal = "withdrawal" / "Withdrawn",
    }
}

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
        /// What kind it is.
        pub kind: CorrectionKind,
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
        /// The facts of a release that it changes (E18, E19).
        pub changes: Vec<Change>,
    }
}

record! {
    /// A fact that was published and is different now.
    pub struct Change {
        /// Its name: `nottingham/inspections/2022-09-05/judgements/overall`.
        pub fact: Spanned<String>,
        /// The value that was published.
        pub was: Spanned<String>,
        /// The value now; left out for a fact that is withdrawn.
        pub now: Option<Spanned<String>>,
        /// The name of the fact that took its place, for one that is withdrawn.
        pub moved_to: Option<Spanned<String>>,
    }
}
