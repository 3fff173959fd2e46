//! `content/publications.yaml`: statistics that come every year, so that readers know when the next
//! edition may come.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Citations;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Publications {
        /// In any order.
        pub publications: Vec<Publication>,
    }
}

record! {
    /// Statistics that come every year.
    pub struct Publication {
        /// Its name.
        pub id: Spanned<Id>,
        /// Its title.
        pub title: String,
        /// Who publishes it.
        pub publisher: String,
        /// What it brings to this record, in our own words.
        pub about: String,
        /// The last day that the edition on record here is about.
        pub holds_to: Spanned<PartialDate>,
        /// Editions whose day of publication is known.
        pub editions: Vec<PastEdition>,
    }
}

record! {
    /// An edition that came out.
    pub struct PastEdition {
        /// The last day that it is about.
        pub to: Spanned<PartialDate>,
        /// When it was published.
        pub published: Spanned<PartialDate>,
        /// What says so.
        pub source: Citations,
    }
}
