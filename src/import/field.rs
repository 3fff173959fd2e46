//! What an importer writes: text, lists and keys in their order, as YAML.

use serde::Serialize;
use serde::Serializer;
use serde::ser::SerializeMap;

/// A value of a record that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// A word, number, date or text.
    Text(String),
    /// A list.
    List(Vec<Field>),
    /// Keys and values in their order.
    Map(Vec<(String, Field)>),
}

impl Field {
    /// Text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A list of words.
    pub fn words<T: Into<String>>(words: impl IntoIterator<Item = T>) -> Self {
        Self::List(words.into_iter().map(Self::text).collect())
    }

    /// Keys and values; what has no value is left out.
    pub fn map<const N: usize>(pairs: [(&str, Option<Field>); N]) -> Self {
        Self::Map(pairs.into_iter().filter_map(|(key, field)| Some((key.to_owned(), field?))).collect())
    }

    /// As YAML, ending in a line break.
    ///
    /// # Panics
    /// Never: text, lists and keys can always be written.
    pub fn yaml(&self) -> String {
        let options = serde_yaml::ser_options! { compact_list_indent: false };
        let mut text =
            serde_yaml::to_string_with_options(self, options).expect("text, lists and keys can be written");
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Map(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (key, field) in pairs {
                    map.serialize_entry(key, field)?;
                }
                map.end()
            }
        }
    }
}

/// Text, or nothing where there is none.
pub fn some(text: &str) -> Option<Field> {
    (!text.is_empty()).then(|| Field::text(text))
}

#[cfg(test)]
mod tests {
    use super::Field;
    use crate::record::Node;
    use crate::record::yaml;
    use crate::record::yaml::Kind;
    use crate::report::FileId;
    use crate::report::Report;

    fn field(node: &Node) -> Field {
        match &node.kind {
            Kind::Text(text) => Field::text(text.clone()),
            Kind::List(list) => Field::List(list.iter().map(field).collect()),
            Kind::Map(pairs) => {
                Field::Map(pairs.iter().map(|(key, node)| (key.value.clone(), field(node))).collect())
            }
            Kind::Empty => Field::text(""),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let texts =
            ["2024-01-25", "0123", "no", "null", "a: b", "it’s # here", "- x", "~", "two\nlines", "%"];
        let areas = Field::List(vec![Field::map([("id", Some(Field::text("a"))), ("themes", None)])]);
        let written = Field::map([("texts", Some(Field::words(texts))), ("areas", Some(areas))]);
        let mut report = Report::default();
        let node = yaml::parse(&mut report, FileId(0), 0, &written.yaml()).expect("is YAML");
        assert_eq!(field(&node), written, "{}", written.yaml());
        assert!(report.faults().is_empty());
    }
}
