//! The page that sets one council beside its statistical neighbours, its region and England.

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::council::comparison::ComparisonView;
use crate::pages::council::comparison::comparison;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::register::Dossier;

/// A council beside others.
#[derive(Debug, Serialize)]
pub struct BesidePage {
    council: Link,
    comparison: ComparisonView,
    compare: String,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites; nothing without neighbours or values.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    findings: &CouncilFindings<'_>,
) -> Option<(Head, BesidePage, Vec<Id>)> {
    let here = Here::at(Address::beside(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let region = frame.region(&dossier.council().region.value);
    let comparison = comparison(slug, dossier, &findings.beside, &region, &mut notes)?;
    let page = BesidePage {
        council: frame.council(&here, slug),
        comparison,
        compare: format!("{}#councils={slug}", here.href(&Address::top("compare"))),
        sources: notes.sources(),
    };
    let name = &dossier.council().name;
    let about = format!(
        "{name} beside the councils most like it, its region and England: the same measures in the same period."
    );
    let head = frame.head(&here, format!("{name} beside others"), about, frame.way(&here, slug));
    Some((head, page, notes.ids()))
}

/// Whether a council has such a page.
pub fn exists(dossier: &Dossier, findings: &CouncilFindings<'_>) -> bool {
    dossier.council().neighbours.as_ref().is_some_and(|it| !it.councils.is_empty())
        && !findings.beside.is_empty()
}
