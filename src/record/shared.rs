//! Parts that several kinds of record share: sources, disagreements, findings, speakers.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Preference;
use crate::domain::Reading;
use crate::record::Node;
use crate::record::Read;
use crate::record::read::Entries;
use crate::record::read::record;
use crate::record::read::text_of;
use crate::record::yaml::Kind;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

record! {
    /// A source and the place in it.
    pub struct Citation {
        /// A source in `content/sources/`.
        pub id: Spanned<Id>,
        /// Page, as printed in the source: `2`, `2 to 3`.
        pub page: Option<String>,
        /// Paragraph, sheet or table.
        pub paragraph: Option<String>,
        /// A short quotation, at most 40 words.
        pub quote: Option<Spanned<String>>,
    }
}

/// One source or several: `source: ID`, `source: {id: ID, page: 2}` or a list of these.
#[derive(Debug, Clone)]
pub struct Citations(pub Vec<Citation>);

impl Read for Citations {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let one = std::slice::from_ref(node);
        let nodes = if let Kind::List(nodes) = &node.kind { nodes.as_slice() } else { one };
        if nodes.is_empty() {
            let fault = Fault::error("key::empty", node.span, "the list of sources is empty");
            report.add(fault.help("write `source: ID` with an id from `content/sources/`"));
            return None;
        }
        let read: Vec<Option<Citation>> = nodes.iter().map(|node| citation(node, report)).collect();
        read.into_iter().collect::<Option<_>>().map(Self)
    }
}

fn citation(node: &Node, report: &mut Report) -> Option<Citation> {
    if matches!(node.kind, Kind::Map(_)) {
        return Citation::read(node, report);
    }
    let id = Spanned::<Id>::read(node, report)?;
    Some(Citation { id, page: None, paragraph: None, quote: None })
}

/// A date, or the words `not-recorded`: nothing is known of it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaybeDate {
    /// What is known.
    Known(PartialDate),
    /// Not recorded here.
    NotRecorded,
}

impl MaybeDate {
    /// The date, if one is known.
    pub fn known(self) -> Option<PartialDate> {
        match self {
            Self::Known(date) => Some(date),
            Self::NotRecorded => None,
        }
    }
}

impl Read for MaybeDate {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        match text_of(node, report, "a date or `not-recorded`")? {
            "not-recorded" => Some(Self::NotRecorded),
            _ => PartialDate::read(node, report).map(Self::Known),
        }
    }
}

/// Values of a record that others report differently, by the key of the value.
pub type Disagreements = Entries<Disagreement>;

record! {
    /// One value that others report differently.
    pub struct Disagreement {
        /// The rule by which the value shown is preferred (E22).
        pub preferred: Spanned<Preference>,
        /// More on why, in our own words.
        pub because: Option<String>,
        /// What others report.
        pub values: Vec<Other>,
    }
}

record! {
    /// A value as someone else reports it.
    pub struct Other {
        /// The value: a date, number or grade as the record writes them, or words.
        pub value: Spanned<String>,
        /// Who reports it.
        pub source: Citations,
        /// More on it, in our own words.
        pub note: Option<String>,
        /// Only to be told that a value of another measure is no disagreement (E08).
        pub measure: Option<Spanned<Id>>,
    }
}

record! {
    /// Something that inspectors found, in our own words.
    pub struct Finding {
        /// One sentence.
        pub text: String,
        /// How we read it.
        pub reading: Reading,
        /// The area for improvement that it is about, of the inspection that a visit follows.
        pub area: Option<Spanned<Id>>,
        /// The source, where it is not the record's own.
        pub source: Option<Citations>,
    }
}

record! {
    /// Who said something. All are required (E12).
    pub struct Speaker {
        /// Name of someone in public office, as the source names them; left out for anyone else.
        pub name: Option<String>,
        /// In what capacity: `portfolio holder for children, young people and schools`.
        pub capacity: String,
    }
}

impl Speaker {
    /// The name, where there is one, and the capacity: `Cllr Cheryl Barnard, portfolio holder for children`.
    pub fn named(&self) -> String {
        self.name.as_ref().map_or_else(|| self.capacity.clone(), |name| format!("{name}, {}", self.capacity))
    }
}
