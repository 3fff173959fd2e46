//! Settles drafts against the site: new, the same, or different.

use crate::content::Tree;
use crate::content::front_matter;
use crate::import::Draft;
use crate::import::compare;
use crate::import::compare::Difference;
use crate::record::yaml;
use crate::report::Fault;
use crate::report::Report;
use crate::report::SourceText;
use crate::report::Span;

/// What becomes of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// The record is not there: this is its file.
    New {
        /// Path below the site's root.
        path: String,
        /// What to write.
        text: String,
    },
    /// The record is there and says the same.
    Same {
        /// Its path.
        path: String,
    },
    /// The record is there and says something else. It is left alone.
    Differs {
        /// Its path.
        path: String,
        /// What differs.
        differences: Vec<Difference>,
        /// The row of the table.
        from: Span,
    },
}

impl Settled {
    /// The file that would be written.
    pub fn new_path(&self) -> Option<&str> {
        match self {
            Self::New { path, .. } => Some(path),
            _ => None,
        }
    }
}

/// Settles every draft, in the order of their paths.
/// Two rows for one file are a fault unless they say the same.
pub fn settle(report: &mut Report, tree: &Tree, mut drafts: Vec<Draft>) -> Vec<Settled> {
    drafts.sort_by(|a, b| a.path.cmp(&b.path));
    for pair in
        drafts.windows(2).filter(|pair| pair[0].path == pair[1].path && pair[0].fields != pair[1].fields)
    {
        let message = format!("two rows are for one file, `{}`", pair[1].path);
        let fault = Fault::error("import::twice", pair[1].from, message).also(pair[0].from, "the other one");
        report.add(fault.help("take one of them out, or take it in by hand"));
    }
    drafts.dedup_by(|next, first| next.path == first.path);
    drafts.into_iter().map(|draft| one(tree, draft)).collect()
}

fn one(tree: &Tree, draft: Draft) -> Settled {
    let Some((id, file)) = tree.find(&draft.path) else {
        return Settled::New { text: draft.text(), path: draft.path };
    };
    // Faults of the record itself are told by `check`.
    let mut report = Report::default();
    let node = front_matter::split(&mut report, id, tree.text(id))
        .and_then(|parts| yaml::parse(&mut report, id, parts.yaml.0, parts.yaml.1));
    let nothing =
        || Difference { key: "all of it".into(), record: "unreadable".into(), table: "a record".into() };
    let differences = node.map_or_else(|| vec![nothing()], |node| compare::differences(&draft.fields, &node));
    match differences.is_empty() {
        true => Settled::Same { path: file.path.clone() },
        false => Settled::Differs { path: draft.path, differences, from: draft.from },
    }
}
