//! `content/councils/<slug>/events.yaml`: meetings and decisions that belong on the timeline and
//! are neither inspection, visit nor intervention.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::choice;
use crate::record::Citations;
use crate::record::Disagreements;
use crate::record::read::record;
use crate::report::Spanned;

choice! { "a kind of event";
    /// What kind of event it is.
    pub enum EventKind {
        /// A council's or board's meeting in public.
        Meeting = "meeting" / "Council meeting",
        /// A decision of the council.
        Decision = "decision" / "Council decision",
        /// A grant or contract.
        Funding = "funding" / "Grant or contract",
        /// Anything else on public record.
        Other = "other" / "On record",
    }
}

record! {
    /// The file.
    pub struct Events {
        /// In any order.
        pub events: Vec<Event>,
    }
}

record! {
    /// A meeting, a decision, a grant.
    pub struct Event {
        /// Its name.
        pub id: Spanned<Id>,
        /// What kind it is.
        pub kind: EventKind,
        /// When.
        pub date: Spanned<PartialDate>,
        /// What happened, in a few words.
        pub title: String,
        /// More on it, in our own words.
        pub about: Option<String>,
        /// A company or person, as the record names them, of whom it says something adverse: they are asked
        /// for a reply (E17).
        pub adverse_to: Option<Spanned<String>>,
        /// Values that others report differently.
        pub also_reported: Disagreements,
        /// Where it is from.
        pub source: Citations,
    }
}
