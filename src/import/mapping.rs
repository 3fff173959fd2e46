//! What a table calls its sources, and what the site calls them.

use std::collections::BTreeMap;

use crate::domain::Id;
use crate::import::Row;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;

/// Sources of the site by the words that a table has for them.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The site's source for each of the table's words.
    pub sources: BTreeMap<String, Id>,
}

impl Mapping {
    /// The source that a cell means: by its words, or by its id as it stands.
    pub fn source(&self, report: &mut Report, records: &Records, row: &Row, column: &str) -> Option<Id> {
        let written = row.text(column);
        let id = self.sources.get(written).cloned().or_else(|| written.parse().ok());
        let known = id.filter(|id| records.names.sources.contains(id));
        if known.is_none() {
            let message = format!("`{written}` is not a source of the site");
            let fault = Fault::error("import::source", row.at(column), message);
            report.add(fault.help(format!(
                "describe it in `content/sources/`, and say which with `--source '{written}=ID'`"
            )));
        }
        known
    }
}
