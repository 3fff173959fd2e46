//! Inspection reports as sources: one entry for each report that no source file describes yet.

use crate::content::Tree;
use crate::import::Field;
use crate::import::Row;
use crate::import::Settled;
use crate::register::Records;
use crate::report::SourceText;

/// The file that new reports are described in.
pub const FILE: &str = "content/sources/ofsted-reports.yaml";

const SIF: &str = "Inspection of services for children in need of help and protection, children looked after \
                   and care leavers";
const ILACS: &str = "Inspection of children’s social care services";

/// The name of a report's source: `ofsted-barnet-2024-01-25`.
pub fn id(row: &Row) -> String {
    format!("ofsted-{}-{}", row.text("slug"), row.text("published"))
}

/// The report of a row as a source; nothing if the table has no address for it.
pub fn report(row: &Row, council: &str, was_read: bool, has_areas: bool) -> Option<(String, Field)> {
    let url = row.text("source_url");
    if url.is_empty() {
        return None;
    }
    let title = if row.text("framework") == "SIF" { SIF } else { ILACS };
    let read = match (was_read, has_areas) {
        (true, true) => {
            "The dates, the judgement table and the list of areas for improvement were read from the text of the report."
        }
        (true, false) => "The dates and the judgement table were read from the text of the report.",
        (false, _) => {
            "The report itself was not read here; its grades are known from the other sources named beside them."
        }
    };
    let page = if row.text("source_url_kind") == "provider" {
        " The address is that of the council’s page at Ofsted, where the report is listed."
    } else {
        ""
    };
    let fields = Field::map([
        ("tier", Some(Field::text("primary"))),
        ("publisher", Some(Field::text("Ofsted"))),
        ("title", Some(Field::text(format!("{council}: {title}")))),
        ("published", Some(Field::text(row.text("published")))),
        ("url", Some(Field::text(url))),
        ("seen", Some(Field::text(if was_read { "part" } else { "reported" }))),
        ("licence", Some(Field::text("Open Government Licence v3.0"))),
        ("note", Some(Field::text(format!("{read}{page}")))),
    ]);
    Some((id(row), fields))
}

/// The file of reports with those added that no source file has; nothing if there is none to add.
pub fn file(tree: &Tree, records: &Records, mut reports: Vec<(String, Field)>) -> Option<Settled> {
    let known = |id: &str| records.names.sources.iter().any(|known| known.as_str() == id);
    reports.retain(|(id, _)| !known(id));
    reports.sort_by(|a, b| a.0.cmp(&b.0));
    if reports.is_empty() {
        return None;
    }
    let before = tree.find(FILE).map(|(id, _)| tree.text(id)).unwrap_or_default();
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    Some(Settled::New { path: FILE.to_owned(), text: format!("{before}{gap}{}", Field::Map(reports).yaml()) })
}
