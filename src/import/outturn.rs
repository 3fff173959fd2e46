//! Series from a sheet with one row a council and one column a line of account, as the ministry
//! issues its revenue outturn (form RO3).
//!
//! Columns: `ONS Code`, and one for each measure. Symbols: `[x]` no return received, `[z]` not
//! collected, `[c]` suppressed, `[note 4]` no value for the reason in that note.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::content::Tree;
use crate::domain::Id;
use crate::import::Edition;
use crate::import::Settled;
use crate::import::Table;
use crate::import::series::Rows;
use crate::import::series::merge;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;

const AREA: &str = "ONS Code";

const SYMBOLS: [(&str, &str); 4] = [("[x]", "not-received"), ("[z]", "z"), ("[c]", "c"), ("", "x")];

/// What to take from a sheet.
#[derive(Debug)]
pub struct Lines {
    /// Columns and the measures that they are.
    pub columns: Vec<(String, Id)>,
    /// The year of account that the sheet is for, as series write it: `2024-25`.
    pub period: String,
    /// Name of the edition, for one that a later one has replaced.
    pub edition: Option<Id>,
    /// What to call the edition on record, where the sheet revises it.
    pub keep_as: Option<Id>,
}

/// Settles every measure of a sheet; rows of districts, fire and police authorities are passed over.
pub fn outturn(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    lines: &Lines,
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let needed: Vec<&str> =
        [AREA].into_iter().chain(lines.columns.iter().map(|(it, _)| it.as_str())).collect();
    let Some(table) = Table::read(report, file, text, &needed) else { return Vec::new() };
    let councils: BTreeMap<&str, &Id> = records
        .shelves
        .dossiers
        .iter()
        .filter_map(|(slug, it)| Some((it.council.as_ref()?.record.codes.get("gss")?.value.as_str(), slug)))
        .collect();
    let mut settled = Vec::new();
    for (column, measure) in &lines.columns {
        let mut rows = Rows::new();
        for row in &table.rows {
            let Some(slug) = councils.get(row.text(AREA)) else { continue };
            let written = row.text(column);
            let Some(value) = value(written) else {
                let message = format!("`{written}` is neither a number nor a symbol of the publisher");
                let fault = Fault::error("import::cell", row.at(column), message);
                report.add(fault.help("symbols known here: [x], [z], [c] and [note 4]"));
                continue;
            };
            rows.insert((slug.to_string(), lines.period.clone()), value);
        }
        let edition = Edition {
            measure: measure.clone(),
            earlier: lines.edition.clone(),
            keep_as: lines.keep_as.clone(),
        };
        settled.extend(merge(report, tree, &edition, file, rows));
    }
    settled
}

/// A cell: a number of thousands, to the tenth of a pound, or why there is none.
fn value(written: &str) -> Option<(String, String)> {
    let symbol = SYMBOLS.iter().find(|(theirs, _)| *theirs == written).map(|(_, ours)| *ours);
    let noted = written.starts_with("[note ").then_some("x");
    if let Some(symbol) = symbol.or(noted) {
        return Some((String::new(), symbol.to_owned()));
    }
    // More digits than four are the trace of a calculation, not of an account.
    let number = crate::domain::amount(written).ok()?.round_dp(4).normalize();
    let number = if (number - number.round()).abs() < Decimal::new(1, 3) { number.round() } else { number };
    Some((number.normalize().to_string(), String::new()))
}
