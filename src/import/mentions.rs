//! Visits that are known only because an inspection report mentions them, to the month.
//!
//! Columns: `slug`, `kind` (of the site's `visit_kinds`, or `jtai`), `month`, `in_report_published`.

use crate::content::Tree;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::import::Draft;
use crate::import::Field;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::field::some;
use crate::import::settle;
use crate::import::visits::Coming;
use crate::import::visits::followed;
use crate::register::Records;
use crate::report::FileId;
use crate::report::Report;

const COLUMNS: [&str; 4] = ["slug", "kind", "month", "in_report_published"];

const JOINT: &str = "joint-targeted-area-inspection";

/// Settles every visit that a report mentions.
pub fn mentions(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let Some(table) = Table::read(report, file, text, &COLUMNS) else { return Vec::new() };
    let (mut drafts, mut settled) = (Vec::new(), Vec::new());
    for row in &table.rows {
        match (draft(report, records, row), dated(records, row)) {
            (Some(_), Some(path)) => settled.push(Settled::Same { path }),
            (made, _) => drafts.extend(made),
        }
    }
    settled.extend(settle(report, tree, drafts));
    settled
}

/// The visit of this kind and month whose day is on record: the same visit, better known; also where that
/// month stands beside the day as what the report says.
fn dated(records: &Records, row: &Row) -> Option<String> {
    let (slug, month): (Id, PartialDate) = (row.text("slug").parse().ok()?, row.text("month").parse().ok()?);
    let mut visits = records.shelves.dossiers.get(&slug)?.visits.iter();
    let same = visits.find(|visit| {
        let start = visit.record.start.value;
        let told = visit.record.also_reported.get("start");
        let is_told = told.is_some_and(|it| it.values.iter().any(|it| it.value.value == month.machine()));
        let in_month = start.is_within(month) || is_told;
        start.knows_day() && in_month && visit.record.kind.as_str() == kind(row)
    })?;
    Some(format!("content/councils/{slug}/visits/{}.md", same.id))
}

/// The kind of visit, in the site's words.
fn kind(row: &Row) -> &str {
    if row.text("kind") == "jtai" { JOINT } else { row.text("kind") }
}

fn draft(report: &mut Report, records: &Records, row: &Row) -> Option<Draft> {
    let slug: Id = row.parse(report, "slug", "the name of a council")?;
    let mention = row.text("in_report_published");
    let month: PartialDate = row.parse(report, "month", "a month")?;
    let kind = kind(row);
    // A joint inspection looks at a partnership: it follows up no inspection of the council.
    let follows = followed(records, &Coming::new(), &slug, month).filter(|_| kind != JOINT);
    let fields = Field::map([
        ("kind", some(kind)),
        ("follows", follows.map(Field::text)),
        ("start", Some(Field::text(month.machine()))),
        ("end", Some(Field::text("not-recorded"))),
        ("mentioned_in", some(mention)),
        ("letter", Some(Field::text("not-recorded"))),
        ("source", Some(Field::text(format!("ofsted-{slug}-{mention}")))),
    ]);
    let path = format!("content/councils/{slug}/visits/{}.md", month.machine());
    Some(Draft { path, fields, from: row.span })
}
