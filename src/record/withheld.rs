//! `content/withheld.yaml`: facts of releases that could point to a child or a family. They are in no page
//! and no file of the site from then on, those of releases included, and their values are written nowhere.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct WithheldFile {
        /// In any order.
        pub withheld: Vec<Withheld>,
    }
}

record! {
    /// Facts that are withheld for one reason.
    pub struct Withheld {
        /// Its name.
        pub id: Spanned<Id>,
        /// The day.
        pub on: Spanned<PartialDate>,
        /// Why, in words that point to nobody.
        pub because: String,
        /// Their names, as `loxley diff` prints them.
        pub facts: Vec<Spanned<String>>,
    }
}

impl Withheld {
    /// Whether it is of what a release has: one of its day or before.
    ///
    /// * `released`: the as-at date of the release.
    pub fn is_of(&self, released: PartialDate) -> bool {
        !self.on.value.is_before(released)
    }
}
