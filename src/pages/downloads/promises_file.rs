//! Every promise on record as a table for a spreadsheet.

use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::OutcomeStatus;
use crate::pages::parts::PageFile;
use crate::pages::sections::said;
use crate::record::Commitment;
use crate::register::Register;

/// Every promise as a table, whatever its outcome.
pub fn all(register: &Register) -> PageFile {
    let dossiers = register.shelves.dossiers.iter();
    let all: Vec<(&Id, &Commitment)> =
        dossiers.flat_map(|(slug, it)| it.commitments.iter().map(move |it| (slug, it))).collect();
    table(&all)
}

/// These promises as a table, in this order.
pub fn table(all: &[(&Id, &Commitment)]) -> PageFile {
    let head = [
        "council",
        "id",
        "promised",
        "said_on",
        "speaker",
        "forum",
        "due",
        "status",
        "outcome_on",
        "outcome",
        "sources",
        "outcome_sources",
    ];
    let ids = |it: &crate::record::Citations| {
        it.0.iter().map(|it| it.id.value.to_string()).collect::<Vec<_>>().join(" ")
    };
    let rows = all.iter().map(|(slug, it)| {
        let outcome = it.outcome.as_ref();
        let on = outcome.and_then(|it| it.on.as_ref());
        vec![
            slug.to_string(),
            it.id.value.to_string(),
            it.promised.clone(),
            it.date.value.to_string(),
            said::speaker(&it.speaker),
            it.forum.clone(),
            it.due.as_ref().map(|it| it.value.to_string()).unwrap_or_default(),
            outcome.map_or("open", |it| OutcomeStatus::word(it.status.value)).to_owned(),
            on.map(|it| it.value.to_string()).unwrap_or_default(),
            outcome.map(|it| it.what.clone()).unwrap_or_default(),
            ids(&it.source),
            outcome.map(|it| ids(&it.source)).unwrap_or_default(),
        ]
    });
    PageFile::table("promises", &head, &rows.collect::<Vec<_>>())
}
