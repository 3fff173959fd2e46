//! Said then, happened since: every promise on record, by what became of it. Nobody is ranked and no
//! share is struck: what is on record depends on where somebody looked.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::downloads::promises_file;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::SourceView;
use crate::pages::sections::said;
use crate::pages::sections::said::CommitmentView;
use crate::record::Commitment;

/// Every promise on record.
#[derive(Debug, Serialize)]
pub struct PromisesPage {
    groups: Vec<GroupView>,
    councils: Vec<Link>,
    others: usize,
    total: usize,
    sources: Vec<SourceView>,
    /// The promises as a table.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// The promises with one outcome.
#[derive(Debug, Serialize)]
struct GroupView {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    promises: Vec<RowView>,
}

/// One promise.
#[derive(Debug, Serialize)]
struct RowView {
    council: Link,
    /// Where it stands in full.
    href: String,
    promise: CommitmentView,
}

/// The groups in the order of the page, what each means, and what is in it.
const GROUPS: [(&str, &str, &str); 7] = [
    (
        "not-met",
        "Not met",
        "Not done, or not come, by the time that was said. Some were warnings, or expected by others than the council.",
    ),
    ("open", "Open", "No outcome is recorded here. Those past their date stand first."),
    ("met-late", "Met late", "Done, later than said."),
    ("replaced", "Replaced", "Another promise took its place before it came due, or after."),
    ("met", "Met", "Done in time, or no time was said."),
    ("too-early", "Too early to say", "The time that was said has not come."),
    (
        "cannot-tell",
        "Cannot tell",
        "This record does not show what came of it. That is not to say that nothing did.",
    ),
];

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>) -> (Head, PromisesPage, Vec<Id>) {
    let here = Here::at(Address::top("promises"));
    let mut notes = Notes::new(frame.register, here.clone());
    let dossiers = || frame.register.shelves.dossiers.iter();
    let mut all: Vec<(&Id, &Commitment)> =
        dossiers().flat_map(|(slug, it)| it.commitments.iter().map(move |of| (slug, of))).collect();
    all.sort_by_key(|(slug, it)| (std::cmp::Reverse(it.date.value), *slug));
    let row = |(slug, it): &(&Id, &Commitment), notes: &mut Notes<'_>| RowView {
        council: frame.council(&here, slug),
        href: format!("{}#{}", here.href(&Address::statements(slug)), it.id.value),
        promise: said::commitment(frame.today, it, notes),
    };
    let groups = GROUPS.iter().map(|(id, title, about)| {
        let mut of: Vec<&(&Id, &Commitment)> =
            all.iter().filter(|(_, it)| group(frame.today, it) == *id).collect();
        of.sort_by_key(|(_, it)| !it.is_late(frame.today));
        GroupView { id, title, about, promises: of.into_iter().map(|it| row(it, &mut notes)).collect() }
    });
    let groups: Vec<GroupView> =
        groups.collect::<Vec<_>>().into_iter().filter(|it| !it.promises.is_empty()).collect();
    let with = dossiers().filter(|(_, it)| !it.commitments.is_empty());
    let page = PromisesPage {
        groups,
        councils: with.map(|(slug, _)| frame.council(&here, slug)).collect(),
        others: dossiers().filter(|(_, it)| it.commitments.is_empty()).count(),
        total: all.len(),
        sources: notes.sources(),
        files: vec![promises_file::table(&all)],
    };
    let about = format!(
        "What was promised or expected of {}, by whom and by when, and what came of it.",
        frame.register.site.service
    );
    (frame.head(&here, "Said then, happened since", about, Vec::new()), page, notes.ids())
}

/// Its group; one that was too early to tell and is past its day by now is open.
fn group(today: PartialDate, it: &Commitment) -> &'static str {
    match &it.outcome {
        Some(outcome) if !it.is_late(today) => outcome.status.value.word(),
        _ => "open",
    }
}
