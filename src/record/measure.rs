//! `content/measures/<id>.yaml`: what a figure measures. Two figures of different measures are
//! never compared, added up or drawn on one axis.

use crate::domain::Basis;
use crate::domain::GrossNet;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Period;
use crate::domain::PeriodKind;
use crate::domain::PriceBasis;
use crate::domain::Unit;
use crate::record::Citations;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The definition of a measure.
    pub struct Measure {
        /// Its name: `Payments to private care providers (FOI)`.
        pub title: String,
        /// A short name for tables.
        pub short: Option<String>,
        /// A group of `vocabulary.yaml`.
        pub group: Spanned<Id>,
        /// The unit of its values.
        pub unit: Unit,
        /// What is counted, for the unit `number`: `children`.
        pub counted: Option<String>,
        /// How many decimals its values are printed with; left out for as many as they came with.
        pub decimals: Option<rust_decimal::Decimal>,
        /// What time a value is about.
        pub period: PeriodKind,
        /// What kind of reckoning it is.
        pub basis: Basis,
        /// Whether income is taken off.
        pub gross_net: GrossNet,
        /// Prices of which year.
        pub price_basis: PriceBasis,
        /// Who collects it.
        pub collector: String,
        /// What is in it and what is not, in our own words.
        pub definition: String,
        /// Measures to divide it by, with their own dates and sources (E10).
        pub per_head: Vec<Spanned<Id>>,
        /// How its name reads after "per", where others divide by it: `child aged 0 to 17`.
        pub per: Option<String>,
        /// Whether the council's own page shows its latest change.
        pub headline: Option<bool>,
        /// Whether councils of different size compare on it: a share, a rate, a cost per week. Its spread
        /// is then shown; that of others only for each of those they are divided by.
        pub spread: Option<bool>,
        /// Whether to show it in prices of one year too.
        pub real_terms: Option<bool>,
        /// Measures that look alike and are not, and why they differ.
        pub look_alikes: Vec<LookAlike>,
        /// Points in time across which its values do not compare.
        pub breaks: Vec<Break>,
        /// Councils that make one return together: the same value stands for each of them.
        pub joint: Vec<Joint>,
        /// Earlier editions of its series that later ones have replaced.
        pub editions: Vec<Edition>,
        /// The source of its series in `content/series/`.
        pub source: Option<Citations>,
        /// The last period of its series.
        pub complete_to: Option<PartialDate>,
    }
}

record! {
    /// Councils that make one return together.
    pub struct Joint {
        /// Their folders in `councils/`.
        pub councils: Vec<Spanned<Id>>,
        /// What a reader should know, in our own words.
        pub because: String,
        /// What says so.
        pub source: Citations,
    }
}

impl Measure {
    /// The break in the reckoning between two periods, so that they are not compared.
    pub fn break_between(&self, before: Period, this: Period) -> Option<&Break> {
        self.breaks.iter().find(|it| (before.last_day()..this.last_day()).contains(&it.at.first()))
    }

    /// The joint return that a council is part of.
    pub fn joint_return(&self, council: &Id) -> Option<&Joint> {
        self.joint.iter().find(|it| it.councils.iter().any(|slug| slug.value == *council))
    }

    /// The council of its joint return for which the value of `council` is counted, if it is another.
    pub fn told_by(&self, council: &Id) -> Option<&Id> {
        let first = self.joint_return(council).and_then(|it| it.councils.first());
        first.map(|first| &first.value).filter(|first| *first != council)
    }
}

record! {
    /// An edition of a series that a later one has replaced: `content/series/MEASURE/ID.csv`.
    pub struct Edition {
        /// Name of its file.
        pub id: Spanned<Id>,
        /// What it is called, inside a sentence: `first release, 18 September 2025`.
        pub title: String,
        /// Its source.
        pub source: Citations,
    }
}

record! {
    /// Two figures, one name.
    pub struct LookAlike {
        /// The other measure.
        pub measure: Spanned<Id>,
        /// Why the two differ, in our own words.
        pub because: String,
    }
}

record! {
    /// A point in time across which values do not compare.
    pub struct Break {
        /// The first day of the new reckoning.
        pub at: PartialDate,
        /// What changed.
        pub because: String,
        /// What says so.
        pub source: Citations,
    }
}
