//! The page of what was promised and said about one council: in full, with who spoke, where and when.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::sections::reply::replies;
use crate::pages::sections::said;
use crate::pages::sections::said::CommitmentView;
use crate::pages::sections::said::StatementView;
use crate::register::Dossier;

/// The page of what was promised and said.
#[derive(Debug, Serialize)]
pub struct StatementsPage {
    council: Link,
    commitments: Vec<CommitmentView>,
    statements: Vec<StatementView>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites; nothing where nothing was said.
pub fn page(frame: &Frame<'_>, slug: &Id, dossier: &Dossier) -> Option<(Head, StatementsPage, Vec<Id>)> {
    if dossier.commitments.is_empty() && dossier.statements.is_empty() {
        return None;
    }
    let here = Here::at(Address::statements(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let page = StatementsPage {
        council: frame.council(&here, slug),
        commitments: dossier
            .commitments
            .iter()
            .map(|it| said::commitment(frame.today, it, &mut notes))
            .collect(),
        statements: dossier
            .statements
            .iter()
            .map(|it| {
                let record = format!("{slug}/statements/{}", it.id.value);
                said::statement(it, replies(frame.register, frame.today, &record), &mut notes)
            })
            .collect(),
        reach: Reach::of("statements", Some(dossier), &mut notes),
        sources: notes.sources(),
    };
    let name = &dossier.council().name;
    let service = &frame.register.site.service;
    let about = format!(
        "What was promised and said about {service} in {name}, by whom, where and when, and what came of it."
    );
    let head = frame.head(&here, format!("{name}: promises and statements"), about, frame.way(&here, slug));
    Some((head, page, notes.ids()))
}
