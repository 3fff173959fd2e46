//! Every intervention on record as a table for a spreadsheet.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::PageFile;
use crate::record::Intervention;
use crate::register::Register;

const HEAD: [&str; 15] = [
    "council",
    "id",
    "track",
    "kind",
    "instrument",
    "legal_basis",
    "issued_by",
    "people",
    "from",
    "to",
    "planned_to",
    "lasts",
    "ended_how",
    "replaced_by",
    "sources",
];

/// The table: dates as they are written in the record, with what is not known left empty.
pub fn table(register: &Register) -> PageFile {
    let dossiers = register.shelves.dossiers.iter();
    let rows = dossiers.flat_map(|(slug, dossier)| dossier.interventions.iter().map(move |it| row(slug, it)));
    PageFile::table("interventions", &HEAD, &rows.collect::<Vec<_>>())
}

fn row(slug: &Id, it: &Intervention) -> Vec<String> {
    let date = |date: Option<PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
    let people = it.people.iter().map(|person| format!("{} ({})", person.name, person.role));
    let sources = it.source.0.iter().map(|it| it.id.value.to_string());
    vec![
        slug.to_string(),
        it.id.value.to_string(),
        it.track.value.to_string(),
        it.kind.value.to_string(),
        it.instrument.clone(),
        it.legal_basis.clone(),
        it.issued_by.clone(),
        people.collect::<Vec<_>>().join("; "),
        date(it.from.value.known()),
        date(it.to.as_ref().map(|to| to.value)),
        date(it.planned_to.as_ref().map(|to| to.value)),
        if it.lasts == Some(false) { "no" } else { "yes" }.to_owned(),
        it.ended_how.clone().unwrap_or_default(),
        it.replaced_by.as_ref().map(|it| it.value.to_string()).unwrap_or_default(),
        sources.collect::<Vec<_>>().join(" "),
    ]
}
