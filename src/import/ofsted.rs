//! Ofsted's statistics of local authority inspection outcomes, as they are issued: the sheets
//! `ILACS_inspection_history` and `In-year_inspections`.
//!
//! Source: Ofsted, Local authority inspection outcomes, yearly (OpenDocument spreadsheet). It gives
//! the first day of an inspection and not the last, and the grade for children in care and care
//! leavers together, before 2023, in the column for children in care.

use std::collections::BTreeMap;

use crate::content::Tree;
use crate::domain::Id;
use crate::import::Draft;
use crate::import::Mapping;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::inspections::Context;
use crate::import::settle;
use crate::import::visits;
use crate::import::visits::Coming;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;

/// Sheets that this importer reads.
pub const SHEETS: [&str; 2] = ["ILACS_inspection_history", "In-year_inspections"];

const COLUMNS: [(&str, &str); 7] = [
    ("Publication date", "published"),
    ("Overall effectiveness", "overall"),
    ("The impact of leaders on social work practice with children and families", "leaders"),
    ("The experiences and progress of children who need help and protection", "help_and_protection"),
    ("The experiences and progress of children in care", "in_care"),
    ("The experiences and progress of care leavers", "care_leavers"),
    ("Local authority area code", "gss"),
];

const GRADES: [(&str, &str); 4] = [
    ("Outstanding", "outstanding"),
    ("Good", "good"),
    ("Requires improvement to be good", "requires-improvement"),
    ("Inadequate", "inadequate"),
];

const KINDS: [(&str, &str); 4] = [
    ("ILACS Standard Inspection", "ILACS standard"),
    ("ILACS Short Inspection", "ILACS short"),
    ("ILACS Focused Visit", "focused-visit"),
    ("LA Monitoring visit", "monitoring-visit"),
];

/// Settles every inspection and visit of an edition.
///
/// * `source`: the edition, as a source of the site.
/// * `sheets`: those of [`SHEETS`] that the workbook has, as CSV.
pub fn ofsted(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    source: &Id,
    sheets: &[(&str, (FileId, &str))],
) -> Vec<Settled> {
    let councils = by_gss(records);
    let mut rows = Vec::new();
    for (name, (file, text)) in sheets {
        let (date, kind) = match *name {
            "ILACS_inspection_history" => ("Inspection date", "Inspection type"),
            _ => ("Inspection/Visit date", "Inspection/Visit type"),
        };
        let needed: Vec<&str> = COLUMNS.iter().map(|(theirs, _)| *theirs).chain([date, kind]).collect();
        let Some(table) = Table::read(report, *file, text, &needed) else { continue };
        let renamed = COLUMNS.into_iter().chain([(date, "inspection_start"), (kind, "type")]).collect();
        for row in &table.rows {
            unknown_grades(report, row);
            rows.extend(placed(report, &councils, translated(row, &renamed, date, source)));
        }
    }
    // Inspections first: a visit follows the latest before it, one that is new here too.
    let (inspections, visits): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.text("kind") == "full");
    let mapping = Mapping { sources: BTreeMap::from([(source.to_string(), source.clone())]) };
    let context = Context { records, mapping: &mapping, areas: None };
    let mut drafts: Vec<Draft> = inspections.iter().filter_map(|row| context.draft(report, row)).collect();
    let coming = coming(&inspections);
    drafts.extend(visits.iter().filter_map(|row| visits::draft(report, (records, &coming), &mapping, row)));
    settle(report, tree, drafts)
}

/// The days of publication of the inspections, by council.
fn coming(inspections: &[Row]) -> Coming {
    let mut coming = Coming::new();
    for row in inspections {
        if let (Ok(slug), Ok(published)) = (row.text("slug").parse(), row.text("published").parse()) {
            coming.entry(slug).or_default().push(published);
        }
    }
    coming
}

/// Councils by their ONS codes.
fn by_gss(records: &Records) -> BTreeMap<String, Id> {
    let dossiers = records.shelves.dossiers.iter();
    let code = |(slug, dossier): (&Id, &crate::register::Dossier)| {
        let code = dossier.council.as_ref()?.record.codes.get("gss")?;
        Some((code.value.clone(), slug.clone()))
    };
    dossiers.filter_map(code).collect()
}

/// Warns of words in the columns of grades that are none.
fn unknown_grades(report: &mut Report, row: &Row) {
    for (theirs, _) in COLUMNS.iter().skip(1).take(5) {
        let written = row.text(theirs);
        if !written.is_empty() && !GRADES.iter().any(|(grade, _)| *grade == written) {
            let fault =
                Fault::warning("import::grade", row.at(theirs), format!("`{written}` is not a grade"));
            report.add(fault.help("look it up in the report, and write the grade by hand"));
        }
    }
}

/// A row in the words of our own tables.
fn translated(row: &Row, renamed: &BTreeMap<&str, &str>, date: &str, source: &Id) -> Row {
    let mut ours = row.renamed(renamed);
    for column in ["overall", "leaders", "help_and_protection", "in_care", "care_leavers"] {
        let written = ours.text(column).to_owned();
        let grade = GRADES.iter().find(|(theirs, _)| *theirs == written).map_or("", |(_, ours)| ours);
        ours.put(column, grade, column);
    }
    let kind = ours.text("type").to_owned();
    let kind =
        KINDS.iter().find(|(theirs, _)| *theirs == kind).map_or(kind.as_str(), |(_, ours)| ours).to_owned();
    ours.put("framework", &kind, "type");
    ours.put("kind", if kind.ends_with("visit") { &kind } else { "full" }, "type");
    let theme = row.text("Visit Theme").to_owned();
    ours.put("theme", &theme, "type");
    ours.put("start", row.text(date), "inspection_start");
    ours.put("inspection_start", row.text(date), "inspection_start");
    ours.put("evidence", source.as_str(), "type");
    ours.put("source", source.as_str(), "type");
    ours
}

/// The row with the council's name; nothing, and a warning, if no council has its code.
fn placed(report: &mut Report, councils: &BTreeMap<String, Id>, mut row: Row) -> Option<Row> {
    let Some(slug) = councils.get(row.text("gss")) else {
        let message = format!("no council has the ONS code `{}`", row.text("gss"));
        let fault = Fault::warning("import::area", row.at("gss"), message);
        report.add(fault.help("write the code under `codes: gss:` of the council"));
        return None;
    };
    row.put("slug", slug.as_str(), "gss");
    Some(row)
}
