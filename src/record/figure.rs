//! `content/councils/<slug>/figures.yaml`: figures that no national series has.

use rust_decimal::Decimal;

use crate::domain::Id;
use crate::domain::Missing;
use crate::domain::Precision;
use crate::record::Citations;
use crate::record::Disagreement;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Figures {
        /// Figures, in any order.
        pub figures: Vec<Figure>,
        /// Warnings to print beside values of a series or of these figures.
        pub cautions: Vec<Caution>,
    }
}

record! {
    /// One figure.
    pub struct Figure {
        /// Its name.
        pub id: Spanned<Id>,
        /// A file in `measures/`: unit, basis, gross or net come from there (E06).
        pub measure: Spanned<Id>,
        /// The time that it is about, as the measure counts it: `2022-23`, `2023`, `2024-07`.
        pub period: Spanned<String>,
        /// The number, digits only, in the measure's unit; left out where `missing` says why.
        pub value: Option<Spanned<Decimal>>,
        /// Why there is no number (E11).
        pub missing: Option<Spanned<Missing>>,
        /// How exactly it is given.
        pub precision: Precision,
        /// The words of the source, where it gives no digits: `almost a quarter`.
        pub as_said: Option<String>,
        /// More on it, in our own words.
        pub note: Option<String>,
        /// A company or person, as the record names them, of whom it says something adverse: they are asked
        /// for a reply (E17).
        pub adverse_to: Option<Spanned<String>>,
        /// The value as others report it.
        pub also_reported: Option<Disagreement>,
        /// Where it is from.
        pub source: Citations,
    }
}

record! {
    /// A warning to print beside a value.
    pub struct Caution {
        /// The measure.
        pub measure: Spanned<Id>,
        /// The period.
        pub period: Spanned<String>,
        /// What to beware of, in our own words.
        pub note: String,
        /// What says so.
        pub source: Citations,
    }
}
