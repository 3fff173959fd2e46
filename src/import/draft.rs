//! A record that an importer made, before it is held against the site.

use crate::import::Field;
use crate::report::Span;

/// A record made from a row of a table.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Path below the site's root: `content/councils/barnet/visits/2024-01-25.md`.
    pub path: String,
    /// Its front matter.
    pub fields: Field,
    /// Where in the table it comes from.
    pub from: Span,
}

impl Draft {
    /// The file as it would be written.
    pub fn text(&self) -> String {
        format!("---\n{}---\n", self.fields.yaml())
    }
}
