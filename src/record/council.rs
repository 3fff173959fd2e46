//! `content/councils/<slug>/council.md`: who a council is. The text under the front matter is a
//! short introduction.

use crate::domain::Id;
use crate::record::Citations;
use crate::record::Entries;
use crate::record::read::record;
use crate::record::site::Horizon;
use crate::report::Spanned;

record! {
    /// Who a council is.
    pub struct Council {
        /// Its everyday name: `Nottingham`.
        pub name: String,
        /// Its full name: `Nottingham City Council`.
        pub official_name: String,
        /// What kind of council it is: `unitary authority`.
        pub kind: String,
        /// Its codes by scheme: `gss`, `dfe`, `ofsted_urn`, `ecode`.
        pub codes: Entries<Spanned<String>>,
        /// A region of `regions.yaml`.
        pub region: Spanned<Id>,
        /// Other names that people look for.
        pub also_known_as: Vec<String>,
        /// Councils with similar names (E14).
        pub not_to_be_confused_with: Vec<Namesake>,
        /// Its website.
        pub website: Option<String>,
        /// Its statistical neighbours.
        pub neighbours: Option<Neighbours>,
        /// Where the record reaches differently from the site's.
        pub horizons: Entries<Horizon>,
        /// What says so.
        pub source: Citations,
    }
}

record! {
    /// A council with a similar name.
    pub struct Namesake {
        /// Its full name.
        pub name: String,
        /// Its codes by scheme.
        pub codes: Entries<Spanned<String>>,
        /// How to tell the two apart.
        pub because: String,
    }
}

record! {
    /// Councils that a published model holds to be alike.
    pub struct Neighbours {
        /// The model and its edition.
        pub model: String,
        /// Their names, nearest first.
        pub names: Vec<String>,
        /// What says so.
        pub source: Citations,
    }
}
