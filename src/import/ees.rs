//! Series from a data file of the Department for Education's Explore Education Statistics, as it
//! is issued.
//!
//! Columns: `time_period`, `geographic_level` (`National`, `Regional`, `Local authority`),
//! `region_name`, `old_la_code` (DfE numbers; two with ` / ` between them for a joint return, which
//! is taken for both), and one for each measure. Symbols: `z` not applicable, `x` not available, `c`
//! suppressed, `low` rounds to zero, `u` low reliability, `:` not available in older files.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::content::Tree;
use crate::domain::Id;
use crate::import::Edition;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::series::Rows;
use crate::import::series::merge;
use crate::import::series::within_their_time;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;

const COLUMNS: [&str; 4] = ["time_period", "geographic_level", "region_name", "old_la_code"];

const SYMBOLS: [(&str, &str); 6] =
    [("z", "z"), ("x", "x"), ("c", "c"), ("low", "low"), ("u", "u"), (":", "unavailable")];

/// What to take from a data file.
#[derive(Debug)]
pub struct Selection {
    /// Columns and the measures that they are.
    pub columns: Vec<(String, Id)>,
    /// Columns that must have a value: `population_type` of one kind.
    pub only: Vec<(String, String)>,
    /// What to call the edition on record, where the file revises it.
    pub keep_as: Option<Id>,
}

/// Settles every measure of a data file.
pub fn ees(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    selection: &Selection,
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let named = selection.columns.iter().map(|(it, _)| it).chain(selection.only.iter().map(|(it, _)| it));
    let needed: Vec<&str> = COLUMNS.into_iter().chain(named.map(String::as_str)).collect();
    let text = text.trim_start_matches('\u{FEFF}');
    let Some(table) = Table::read(report, file, text, &needed) else { return Vec::new() };
    let areas = Areas::of(records);
    let wanted = |row: &&Row| selection.only.iter().all(|(column, value)| row.text(column) == value);
    let rows: Vec<&Row> = table.rows.iter().filter(wanted).collect();
    tell_unknown(report, &areas, &rows, file);
    let mut settled = Vec::new();
    for (column, measure) in &selection.columns {
        let values = values(report, &areas, &rows, column);
        let values = within_their_time(report, records, measure, values, file);
        let edition = Edition { measure: measure.clone(), earlier: None, keep_as: selection.keep_as.clone() };
        settled.extend(merge(report, tree, &edition, file, values));
    }
    settled
}

/// The site's areas by the codes and names of the file.
struct Areas {
    councils: BTreeMap<String, String>,
    regions: BTreeMap<String, String>,
}

impl Areas {
    fn of(records: &Records) -> Self {
        let councils = records.shelves.dossiers.iter().filter_map(|(slug, dossier)| {
            let code = dossier.council.as_ref()?.record.codes.get("dfe")?;
            Some((code.value.clone(), slug.to_string()))
        });
        let regions = records.regions.iter().flat_map(|it| &it.regions);
        let regions = regions.map(|it| (it.title.to_lowercase(), format!("region:{}", it.id.value)));
        Self { councils: councils.collect(), regions: regions.collect() }
    }

    /// The areas that a row is about: none, one, or those of a joint return.
    fn of_row(&self, row: &Row) -> Vec<String> {
        match row.text("geographic_level") {
            "National" => vec!["england".to_owned()],
            "Regional" => {
                self.regions.get(&row.text("region_name").to_lowercase()).cloned().into_iter().collect()
            }
            "Local authority" => {
                let codes = row.text("old_la_code").split('/').map(str::trim);
                codes.filter_map(|code| self.councils.get(code).cloned()).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn values(report: &mut Report, areas: &Areas, rows: &[&Row], column: &str) -> Rows {
    let mut values = Rows::new();
    for row in rows {
        let written = row.text(column);
        let symbol = SYMBOLS.iter().find(|(symbol, _)| *symbol == written).map(|(_, ours)| *ours);
        let value = match (symbol, crate::domain::amount(written)) {
            (Some(symbol), _) => (String::new(), symbol.to_owned()),
            (None, Ok(number)) => (number.normalize().to_string(), String::new()),
            (None, Err(_)) => {
                let message = format!("`{written}` is neither a number nor a symbol of the publisher");
                let fault = Fault::error("import::cell", row.at(column), message);
                report.add(fault.help("symbols known here: z, x, c, low, u and :"));
                continue;
            }
        };
        for area in areas.of_row(row) {
            let key = (area, period(row.text("time_period")));
            if let Some(other) = values.insert(key.clone(), value.clone()).filter(|other| *other != value) {
                let message =
                    format!("{} {} stands here twice, as `{}` and `{written}`", key.0, key.1, other.0);
                let fault = Fault::error("import::twice", row.at(column), message);
                report.add(fault.help("choose one breakdown with `--only COLUMN=VALUE`"));
            }
        }
    }
    values
}

/// A year of account, which the department writes `202223`, as `2022-23`; other periods as they are.
fn period(written: &str) -> String {
    match (written.len(), written.get(..4), written.get(4..)) {
        (6, Some(opens), Some(closes)) => format!("{opens}-{closes}"),
        _ => written.to_owned(),
    }
}

/// Warns of areas of the file that the site does not have.
fn tell_unknown(report: &mut Report, areas: &Areas, rows: &[&Row], file: FileId) {
    let unknown: BTreeSet<String> = rows
        .iter()
        .filter(|row| areas.of_row(row).is_empty())
        .map(|row| format!("{}{}", row.text("region_name"), row.text("la_name")))
        .collect();
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.iter().map(String::as_str).collect();
        let message = format!("left out, as the site has no such area: {}", names.join(", "));
        let fault = Fault::warning("import::area", Span::start_of(file), message);
        report.add(fault.help("a council is known by the `dfe` number in its `codes`"));
    }
}
