//! Holds what an importer made against what an editor wrote: facts only.

use crate::import::Field;
use crate::record::Node;
use crate::record::yaml::Kind;

/// Keys that are the editor's: names, sources, notes and how well a fact is known may differ from what an importer writes.
const EDITORS: [&str; 7] = ["id", "source", "note", "letter", "theme", "follows", "evidence"];

/// What an importer writes where its table says nothing: no record can differ from it.
const NOTHING: &str = "not-recorded";

/// A fact that a table and a record have differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The key, like `judgements.overall`.
    pub key: String,
    /// What the record says.
    pub record: String,
    /// What the table says.
    pub table: String,
}

/// The facts of `made` that `node` has differently or not at all.
pub fn differences(made: &Field, node: &Node) -> Vec<Difference> {
    let mut found = Vec::new();
    compare("", made, Some(node), &mut found);
    found
}

fn compare(key: &str, made: &Field, node: Option<&Node>, found: &mut Vec<Difference>) {
    match (made, node.map(|node| &node.kind)) {
        (Field::Text(made), Some(_)) if made == NOTHING => {}
        (Field::Map(made), Some(Kind::Map(pairs))) => {
            for (name, field) in made.iter().filter(|(name, _)| !EDITORS.contains(&name.as_str())) {
                let value = pairs.iter().find(|(key, _)| key.value == *name).map(|(_, node)| node);
                compare(&join(key, name), field, value, found);
            }
        }
        // An editor may know of more themes than the table.
        (Field::List(made), Some(Kind::List(list))) if made.iter().all(|it| holds(list, it)) => {}
        (Field::List(made), Some(Kind::List(list))) if made.len() == list.len() => {
            for (at, (field, node)) in made.iter().zip(list).enumerate() {
                compare(&join(key, &(at + 1).to_string()), field, Some(node), found);
            }
        }
        // A judgement with a source of its own.
        (Field::Text(_), Some(Kind::Map(pairs))) if pairs.iter().any(|(key, _)| key.value == "grade") => {
            let grade = pairs.iter().find(|(key, _)| key.value == "grade").map(|(_, node)| node);
            compare(key, made, grade, found);
        }
        (Field::Text(made), Some(Kind::Text(text))) if made.trim() == text.trim() => {}
        (made, _) => found.push(Difference {
            key: key.to_owned(),
            record: node.map_or_else(|| "nothing".to_owned(), shown),
            table: shown_field(made),
        }),
    }
}

/// Whether a list on record holds a word.
fn holds(list: &[Node], word: &Field) -> bool {
    let Field::Text(word) = word else { return false };
    list.iter().any(|node| matches!(&node.kind, Kind::Text(text) if text.trim() == word))
}

fn join(key: &str, name: &str) -> String {
    if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") }
}

fn shown(node: &Node) -> String {
    match &node.kind {
        Kind::Text(text) => format!("`{}`", text.trim()),
        Kind::List(list) => format!("[{}]", list.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Kind::Map(pairs) => pairs.iter().map(|(_, node)| shown(node)).collect::<Vec<_>>().join(" "),
        Kind::Empty => "nothing".to_owned(),
    }
}

fn shown_field(field: &Field) -> String {
    match field {
        Field::Text(text) => format!("`{text}`"),
        Field::List(list) => format!("[{}]", list.iter().map(shown_field).collect::<Vec<_>>().join(", ")),
        Field::Map(pairs) => pairs.iter().map(|(_, field)| shown_field(field)).collect::<Vec<_>>().join(" "),
    }
}
