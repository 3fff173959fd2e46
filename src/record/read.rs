//! From trees to shapes. A shape declared with `record!` reads every field, reports every
//! missing, unknown or ill-written one, and then gives the record or nothing.

use rust_decimal::Decimal;

use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::yaml::Kind;
use crate::record::yaml::Node;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Span;
use crate::report::Spanned;
use crate::report::list;
use crate::report::nearest;

/// Something that can be read from a place in a record.
pub trait Read: Sized {
    /// Reads it; nothing means that the report says why.
    fn read(node: &Node, report: &mut Report) -> Option<Self>;

    /// What stands for it when its key is absent; nothing if the key is required.
    fn absent() -> Option<Self> {
        None
    }
}

/// Declares a record: a documented struct whose field names are the keys that authors write.
///
/// `Option` and `Vec` fields may be left out, all others are required.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type,)* }

        impl $crate::record::Read for $name {
            fn read(node: &$crate::record::Node, report: &mut $crate::report::Report) -> Option<Self> {
                const KEYS: &[&str] = &[$(stringify!($field),)*];
                let fields = $crate::record::read::Fields::open(node, report, KEYS)?;
                $(let $field = fields.take::<$type>(stringify!($field), report);)*
                Some(Self { $($field: $field?,)* })
            }
        }
    };
}
pub(crate) use record;

/// The keys and values of a record that is being read.
pub struct Fields<'a> {
    pairs: &'a [(Spanned<String>, Node)],
    span: Span,
    /// Known keys that a misspelt one probably means: they are not reported as missing too.
    misspelt: Vec<String>,
}

impl<'a> Fields<'a> {
    /// Opens a map, and reports the keys that `known` does not have.
    pub fn open(node: &'a Node, report: &mut Report, known: &[&str]) -> Option<Self> {
        let Kind::Map(pairs) = &node.kind else {
            report.add(expected(node, &format!("keys and values: {}", list(known.iter().copied()))));
            return None;
        };
        let mut misspelt = Vec::new();
        for (key, _) in pairs.iter().filter(|(key, _)| !key.is_empty() && !known.contains(&key.as_str())) {
            report.add(unknown_key(key, known));
            misspelt.extend(nearest(key, known.iter().copied()).map(str::to_owned));
        }
        Some(Self { pairs, span: node.span, misspelt })
    }

    /// Reads one field; nothing means that the report says why.
    pub fn take<T: Read>(&self, name: &str, report: &mut Report) -> Option<T> {
        let node = self.pairs.iter().find(|(key, _)| key.value == name);
        match node {
            Some((_, node)) if node.kind != Kind::Empty => T::read(node, report),
            Some((key, _)) => {
                let help = missing_help(name);
                let otherwise = if T::absent().is_some() { ", or take the line out" } else { "" };
                let fault = Fault::error("key::empty", key.span, format!("`{name}` has no value"));
                report.add(fault.help(format!("{help}{otherwise}")));
                None
            }
            None if T::absent().is_none() && self.misspelt.iter().any(|key| key == name) => None,
            None if T::absent().is_none() => {
                let message = format!("`{name}` is missing");
                report.add(
                    Fault::error("key::missing", self.span, message)
                        .label("in this record")
                        .help(missing_help(name)),
                );
                None
            }
            _ => T::absent(),
        }
    }
}

fn missing_help(name: &str) -> String {
    match name {
        "source" => {
            "every value has a source: write `source: ID` with an id from `content/sources/`".to_owned()
        }
        "legal_basis" => "write the Act and section, or `none (non-statutory)`".to_owned(),
        "speaker" => {
            "say who spoke: `speaker: {name: …, capacity: …}`; the name only of someone in public office"
                .to_owned()
        }
        "capacity" => "say in what capacity they spoke, like `portfolio holder for children`".to_owned(),
        "forum" => "say where it was said: a meeting, a report, an interview".to_owned(),
        "date" => "say when, as far as known: `date: 2024-01-25`, `2024-01` or `2024`".to_owned(),
        "track" => "write the track of intervention, like `track: childrens-services`".to_owned(),
        "preferred" => {
            "say by which rule the value shown is preferred, like `preferred: primary-record`".to_owned()
        }
        _ => format!("write `{name}: …`"),
    }
}

fn unknown_key(key: &Spanned<String>, known: &[&str]) -> Fault {
    let fault =
        Fault::error("key::unknown", key.span, format!("`{}` is not a key of this record", key.value));
    let otherwise = format!("known keys: {}", list(known.iter().copied()));
    fault.suggest(nearest(key, known.iter().copied()), otherwise)
}

/// The fault of finding something other than `what` here.
pub fn expected(node: &Node, what: &str) -> Fault {
    let message = format!("expected {what}, found {}", node.describe());
    Fault::error("value::shape", node.span, message).help(format!("write {what}"))
}

/// The text at this place, with its white space at the ends taken off.
pub fn text_of<'a>(node: &'a Node, report: &mut Report, what: &str) -> Option<&'a str> {
    match &node.kind {
        Kind::Text(text) if !text.trim().is_empty() => Some(text.trim()),
        _ => {
            report.add(expected(node, what));
            None
        }
    }
}

impl Read for String {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        text_of(node, report, "text").map(str::to_owned)
    }
}

impl Read for bool {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        match text_of(node, report, "`true` or `false`")? {
            "true" => Some(true),
            "false" => Some(false),
            written => {
                let message = format!("`{written}` is neither `true` nor `false`");
                report.add(Fault::error("value::choice", node.span, message).help("write `true` or `false`"));
                None
            }
        }
    }
}

impl Read for Id {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let written = text_of(node, report, "a name")?;
        written.parse().map_err(|error| report.add(bad_id(node.span, written, &error))).ok()
    }
}

fn bad_id(span: Span, written: &str, error: &crate::domain::IdError) -> Fault {
    let fault =
        Fault::error("id::shape", span, format!("`{written}` is not a name")).label(error.to_string());
    match crate::domain::slug(written) {
        meant if meant.is_empty() => fault.help("write a short name, like `front-door`"),
        meant => fault.help(format!("write `{meant}`")),
    }
}

impl Read for PartialDate {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let written = text_of(node, report, "a date")?;
        let fault = |error: crate::domain::DateError| {
            Fault::error("date::shape", node.span, format!("`{written}` is not a date"))
                .label(error.to_string())
                .help("write `2024-01-25`, or what is known of it: `2024-01`, `2024`, `about 2024-01`")
        };
        written.parse().map_err(|error| report.add(fault(error))).ok()
    }
}

impl Read for Decimal {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let written = text_of(node, report, "a number")?;
        crate::domain::amount(written)
            .map_err(|error| report.add(bad_amount(node.span, written, &error)))
            .ok()
    }
}

/// The fault of an amount that is not plain digits, with the number that was probably meant.
pub fn bad_amount(span: Span, written: &str, error: &crate::domain::AmountError) -> Fault {
    let fault = Fault::error("amount::shape", span, format!("`{written}` is not a plain number"))
        .label(error.to_string());
    match error.meant {
        Some(meant) => fault.help(format!("write `{meant}`: no £, no commas, no `m`")),
        None => fault.help("write the number in digits, or leave `value` out and say why in `missing`"),
    }
}

impl<T: Choice> Read for T {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let written = text_of(node, report, T::WHAT)?;
        let found = T::WORDS.iter().find(|(word, _)| *word == written);
        if found.is_none() {
            let words = || T::WORDS.iter().map(|(word, _)| *word);
            report.add(not_one_of("value::choice", node.span, written, T::WHAT, words()));
        }
        found.map(|(_, value)| *value)
    }
}

/// The fault of a word that is none of the `known` ones.
pub fn not_one_of<'a>(
    code: &'static str,
    span: Span,
    written: &str,
    what: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Fault {
    let fault = Fault::error(code, span, format!("`{written}` is not {what}"));
    let fault = match nearest(written, known.clone()) {
        Some(word) => fault.label(format!("did you mean `{word}`?")),
        None => fault,
    };
    fault.help(format!("write one of {}", list(known)))
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        T::read(node, report).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let Kind::List(nodes) = &node.kind else {
            report.add(expected(node, "a list").help("start each entry with `- `"));
            return None;
        };
        let read: Vec<Option<T>> = nodes.iter().map(|node| T::read(node, report)).collect();
        read.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: Read> Read for Spanned<T> {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        T::read(node, report).map(|value| Spanned { value, span: node.span })
    }
}

/// Values under names that the author chooses, in the order written.
#[derive(Debug, Clone)]
pub struct Entries<T>(pub Vec<(Spanned<Id>, T)>);

impl<T> Entries<T> {
    /// The value under this name.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key.value.as_str() == id).map(|(_, value)| value)
    }

    /// Names and values in the order written.
    pub fn iter(&self) -> impl Iterator<Item = &(Spanned<Id>, T)> {
        self.0.iter()
    }
}

impl<T: Read> Read for Entries<T> {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let Kind::Map(pairs) = &node.kind else {
            report.add(expected(node, "names and values"));
            return None;
        };
        let mut read = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let name = key.value.replace('_', "-");
            let id = name.parse().map_err(|error| report.add(bad_id(key.span, key, &error))).ok();
            let value = T::read(value, report);
            read.push(id.zip(value).map(|(id, value)| (Spanned { value: id, span: key.span }, value)));
        }
        read.into_iter().collect::<Option<_>>().map(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}
