//! Visits from a table of official statistics: one row a visit.
//!
//! Columns: `slug`, `kind` (of the site's `visit_kinds`), `start`, `published` (of the letter; may be
//! empty), `theme`, `source`.

use std::collections::BTreeMap;

use crate::content::Tree;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::import::Draft;
use crate::import::Field;
use crate::import::Mapping;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::field::some;
use crate::import::settle;
use crate::register::Records;
use crate::report::FileId;
use crate::report::Report;

const COLUMNS: [&str; 6] = ["slug", "kind", "start", "published", "theme", "source"];

/// Ofsted's words for what a visit looked at, and the theme of ours that means the same. It has none
/// for children in care as a whole.
///
/// Source: Ofsted, Local authority inspection outcomes, in-year inspections 2022-23 to 2024-25.
const THEMES: [(&str, &str); 5] = [
    ("Front door", "front-door"),
    ("Children in need/subject to a plan", "planning"),
    ("Care leavers", "care-leavers"),
    ("Achieving permanence", "permanence"),
    ("Vulnerable adolescents", "exploitation-and-missing"),
];

/// Settles every visit of a table.
pub fn visits(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    mapping: &Mapping,
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let Some(table) = Table::read(report, file, text, &COLUMNS) else { return Vec::new() };
    let drafts =
        table.rows.iter().filter_map(|row| draft(report, (records, &Coming::new()), mapping, row)).collect();
    settle(report, tree, drafts)
}

/// The visit of a row; nothing if the report says why.
pub fn draft(
    report: &mut Report,
    (records, coming): (&Records, &Coming),
    mapping: &Mapping,
    row: &Row,
) -> Option<Draft> {
    let slug: Id = row.parse(report, "slug", "the name of a council")?;
    let start: PartialDate = row.parse(report, "start", "a date")?;
    let source = mapping.source(report, records, row, "source")?;
    let theme = row.text("theme");
    let ours = THEMES.iter().find(|(words, _)| *words == theme).map(|(_, id)| Field::words([*id]));
    let published = row.text("published");
    let fields = Field::map([
        ("kind", some(row.text("kind"))),
        ("follows", followed(records, coming, &slug, start).map(Field::text)),
        ("start", Some(Field::text(start.machine()))),
        ("end", Some(Field::text("not-recorded"))),
        ("theme", some(theme)),
        ("themes", ours),
        ("letter", Some(Field::text(if published.is_empty() { "not-recorded" } else { "published" }))),
        ("published", some(published)),
        ("source", Some(Field::text(source.as_str()))),
    ]);
    let path = format!("content/councils/{slug}/visits/{}.md", start.machine());
    Some(Draft { path, fields, from: row.span })
}

/// Inspections that the same import is about to add: days of publication, by council.
pub type Coming = BTreeMap<Id, Vec<PartialDate>>;

/// The latest inspection of a council that was published before a visit began, on record or coming,
/// by the name of its file.
pub fn followed(records: &Records, coming: &Coming, slug: &Id, start: PartialDate) -> Option<String> {
    let dossier = records.shelves.dossiers.get(slug);
    let on_record = dossier.into_iter().flat_map(|it| &it.inspections).map(|it| it.record.published.value);
    let all = on_record.chain(coming.get(slug).into_iter().flatten().copied());
    all.filter(|published| published.is_before(start)).max().map(PartialDate::machine)
}
