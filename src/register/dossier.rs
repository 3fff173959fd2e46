//! Everything on record about one council.

use crate::domain::Id;
use crate::record::Caution;
use crate::record::Commitment;
use crate::record::Council;
use crate::record::Event;
use crate::record::Figure;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::Statement;
use crate::record::Visit;
use crate::report::FileId;

/// Stands in prose for the way to the site's root, which differs from page to page.
///
/// Plain letters, so that no writer of HTML escapes it; no author can write it, because links have
/// only schemes that are known.
pub const ROOT_MARK: &str = "loxley-root:";

/// A record with a file of its own: its name, its text.
#[derive(Debug)]
pub struct Filed<T> {
    /// Name of the file without `.md`.
    pub id: Id,
    /// The file.
    pub file: FileId,
    /// The front matter.
    pub record: T,
    /// The text under it.
    pub prose: Prose,
}

/// Markdown, made into safe HTML.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    html: String,
    text: String,
}

impl Prose {
    /// Prose from HTML in which links to the site's pages start with [`ROOT_MARK`].
    ///
    /// * `text`: what its author wrote.
    pub fn new(html: String, text: &str) -> Self {
        Self { html, text: text.split_whitespace().collect::<Vec<_>>().join(" ") }
    }

    /// What its author wrote, as Markdown in one line: breaking lines elsewhere changes nothing.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The HTML for a page from which `root` leads to the site's root: `../../` or empty.
    pub fn html(&self, root: &str) -> String {
        self.html.replace(ROOT_MARK, root)
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }
}

/// Everything on record about one council.
#[derive(Debug, Default)]
pub struct Dossier {
    /// Who it is; there is none only while the file is faulty or missing.
    pub council: Option<Filed<Council>>,
    /// Graded inspections, oldest first.
    pub inspections: Vec<Filed<Inspection>>,
    /// Visits, oldest first.
    pub visits: Vec<Filed<Visit>>,
    /// Interventions, oldest first.
    pub interventions: Vec<Intervention>,
    /// Figures that no series has.
    pub figures: Vec<Figure>,
    /// Warnings beside values.
    pub cautions: Vec<Caution>,
    /// What was said, oldest first.
    pub statements: Vec<Statement>,
    /// What was promised, oldest first.
    pub commitments: Vec<Commitment>,
    /// Meetings, decisions and the like, oldest first.
    pub events: Vec<Event>,
}

impl Dossier {
    /// Who the council is.
    pub fn council(&self) -> &Council {
        &self.council.as_ref().expect("checked: every dossier has its council").record
    }

    /// An inspection by its name.
    pub fn inspection(&self, id: &Id) -> Option<&Filed<Inspection>> {
        self.inspections.iter().find(|inspection| inspection.id == *id)
    }
}
