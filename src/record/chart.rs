//! `content/charts.yaml`: measures that are drawn together, and the bridges that allow it. Two
//! measures are never on one axis, nor taken from each other, unless a bridge explains why they can be.

use crate::domain::Id;
use crate::record::Citations;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Charts {
        /// Drawings of several measures, made for every council that has values of them.
        pub charts: Vec<Chart>,
        /// Why measures can stand on one axis.
        pub bridges: Vec<Bridge>,
    }
}

record! {
    /// Several measures on one axis.
    pub struct Chart {
        /// Its name.
        pub id: Spanned<Id>,
        /// What it shows: `Who provides the care`.
        pub title: String,
        /// What a reader should know, in our own words.
        pub about: String,
        /// The measures, in the order of the table.
        pub measures: Vec<Spanned<Id>>,
        /// A difference between two of them.
        pub difference: Option<Difference>,
    }
}

record! {
    /// One measure less another.
    pub struct Difference {
        /// What it is called in the table.
        pub title: String,
        /// The measure.
        pub of: Spanned<Id>,
        /// What is taken from it.
        pub less: Spanned<Id>,
    }
}

record! {
    /// Why measures can stand on one axis although they are not the same.
    pub struct Bridge {
        /// The measures that it joins.
        pub measures: Vec<Spanned<Id>>,
        /// How one relates to another, in our own words.
        pub because: String,
        /// What says so.
        pub source: Citations,
    }
}
