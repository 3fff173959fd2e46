//! The overview of the latest inspection of each council that Data to Insight reads from Ofsted's
//! reports by program, as the spreadsheet that it issues. Some of its values are wrong: where a
//! record is there already, the difference is told, and nothing is changed.
//!
//! Source: Data to Insight, ofsted-ilacs-scrape-tool (XLSX).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::content::Tree;
use crate::domain::Id;
use crate::import::Mapping;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::inspections::Context;
use crate::import::reports;
use crate::import::settle;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;

const COLUMNS: [(&str, &str); 8] = [
    ("la_code", "dfe"),
    ("inspection_link", "source_url"),
    ("inspection_framework", "framework"),
    ("overall_effectiveness_grade", "overall"),
    ("impact_of_leaders_grade", "leaders"),
    ("help_and_protection_grade", "help_and_protection"),
    ("in_care_grade", "in_care"),
    ("care_leavers_grade", "care_leavers"),
];

const DATES: [(&str, &str); 3] = [
    ("inspection_start_date", "inspection_start"),
    ("inspection_end_date", "inspection_end"),
    ("publication_date", "published"),
];

/// Its words for grades; it has others for why there is none.
const GRADES: [&str; 4] = ["outstanding", "good", "requires-improvement", "inadequate"];

/// Settles the latest inspection of every council in an edition, with its report as a source.
///
/// * `source`: the edition, as a source of the site.
pub fn overview(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    source: &Id,
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let needed: Vec<&str> = COLUMNS.iter().chain(&DATES).map(|(theirs, _)| *theirs).collect();
    let Some(table) = Table::read(report, file, text, &needed) else { return Vec::new() };
    let mapping = Mapping { sources: BTreeMap::from([(source.to_string(), source.clone())]) };
    let context = Context { records, mapping: &mapping, areas: None };
    let (mut drafts, mut sources) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let Some(row) = translated(report, records, source, row) else { continue };
        drafts.extend(context.draft(report, &row));
        let council = row.text("slug").parse().ok().and_then(|slug: Id| records.shelves.dossiers.get(&slug));
        let name = council.and_then(|it| it.council.as_ref()).map(|it| it.record.official_name.clone());
        sources.extend(name.and_then(|name| reports::report(&row, &name, false, false)));
    }
    let mut settled = settle(report, tree, drafts);
    settled.extend(reports::file(tree, records, sources));
    settled
}

/// A row in the words of our own tables; nothing, and a warning, where a date cannot be read.
fn translated(report: &mut Report, records: &Records, source: &Id, row: &Row) -> Option<Row> {
    let mut ours = row.renamed(&COLUMNS.into_iter().collect());
    for (theirs, name) in DATES {
        let Some(date) = date(row.text(theirs)) else {
            let message = format!("`{}` has no {} that can be read", row.text("local_authority"), theirs);
            let fault = Fault::warning("import::cell", row.at(theirs), message);
            report.add(fault.help("take this inspection in by hand, from its report"));
            return None;
        };
        ours.put(name, &date, "dfe");
    }
    for column in ["overall", "leaders", "help_and_protection", "in_care", "care_leavers"] {
        let written = ours.text(column).replace(' ', "-");
        let grade = if GRADES.contains(&written.as_str()) { written } else { String::new() };
        ours.put(column, &grade, column);
    }
    let framework = format!("ILACS {}", ours.text("framework"));
    ours.put("framework", &framework, "framework");
    ours.put("kind", "full", "framework");
    ours.put("source_url_kind", "report", "source_url");
    ours.put("evidence", source.as_str(), "dfe");
    // By DfE number: the edition of 2026 has ONS codes of councils that are no more.
    let slug = records.shelves.dossiers.iter().find(|(_, it)| {
        let codes = it.council.as_ref().map(|it| &it.record.codes);
        codes.and_then(|it| it.get("dfe")).is_some_and(|code| code.value == row.text("la_code"))
    });
    ours.put("slug", slug?.0.as_str(), "dfe");
    Some(ours)
}

/// `15/09/2023` or `15/09/23` as `2023-09-15`.
fn date(written: &str) -> Option<String> {
    let short = NaiveDate::parse_from_str(written, "%d/%m/%y");
    let date = short.or_else(|_| NaiveDate::parse_from_str(written, "%d/%m/%Y")).ok()?;
    Some(date.to_string())
}
