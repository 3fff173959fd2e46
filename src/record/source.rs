//! `content/sources/*.yaml`: every publication cited, by its id.

use crate::domain::PartialDate;
use crate::domain::Tier;
use crate::domain::choice;
use crate::record::read::record;
use crate::report::Spanned;

choice! { "how much was read";
    /// How much of a source the editors have read.
    pub enum SeenAs {
        /// All of it.
        Whole = "whole" / "read in full",
        /// Some of it; the note says which.
        Part = "part" / "read in part",
        /// Its tables or data file.
        Data = "data" / "data file read",
        /// A stored excerpt.
        Excerpt = "excerpt" / "read as an excerpt",
        /// Only what others say of it.
        Reported = "reported" / "not read here: known through other sources",
    }
}

record! {
    /// A publication.
    pub struct Source {
        /// What kind of source it is.
        pub tier: Spanned<Tier>,
        /// Who published it.
        pub publisher: String,
        /// Its title.
        pub title: String,
        /// Its author, where it names one.
        pub author: Option<String>,
        /// When it was published, as far as known.
        pub published: Option<Spanned<PartialDate>>,
        /// Where it is, as far as known.
        pub url: Option<Spanned<String>>,
        /// An archived copy.
        pub archive: Option<Archive>,
        /// How much of it the editors have read.
        pub seen: SeenAs,
        /// Its licence.
        pub licence: Option<String>,
        /// Caveats, in our own words.
        pub note: Option<String>,
    }
}

record! {
    /// An archived copy.
    pub struct Archive {
        /// Where.
        pub url: Spanned<String>,
        /// When it was taken.
        pub on: PartialDate,
    }
}
