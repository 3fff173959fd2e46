//! A national series from a table: `area,period,value,missing`, one file a measure.
//!
//! A series on record is replaced only where nothing in it is lost: a value that the new table has
//! differently is a revision, and the edition on record is kept beside it under a name.

use std::collections::BTreeMap;

use crate::content::Tree;
use crate::domain::Id;
use crate::import::Settled;
use crate::import::Table;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::SourceText;

const COLUMNS: [&str; 4] = ["area", "period", "value", "missing"];

/// Which edition of a measure a table is, and what to call the one on record if values changed.
#[derive(Debug)]
pub struct Edition {
    /// The measure.
    pub measure: Id,
    /// Name of the edition, for one that is not the latest.
    pub earlier: Option<Id>,
    /// What to call the edition on record, where the table revises it.
    pub keep_as: Option<Id>,
}

/// Words that tables have for why a value is missing, and the symbol of ours that means the same.
const MISSING: [(&str, &str); 4] =
    [("not-available", "x"), ("not-applicable", "z"), ("rounds-to-zero", "low"), ("low-reliability", "u")];

type Rows = BTreeMap<(String, String), (String, String)>;

/// Settles a series. Areas that are not on record are left out and told.
pub fn series(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    edition: &Edition,
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let Some(table) = Table::read(report, file, text, &COLUMNS) else { return Vec::new() };
    areas(report, records, &table);
    if report.has_errors() {
        return Vec::new();
    }
    let measure = &edition.measure;
    let name = |edition: Option<&Id>| match edition {
        Some(edition) => format!("content/series/{measure}/{edition}.csv"),
        None => format!("content/series/{measure}.csv"),
    };
    let path = name(edition.earlier.as_ref());
    let new = rows(&table);
    let before = tree.find(&path).map(|(id, _)| tree.text(id));
    let Some(before) = before else { return vec![Settled::New { path, text: written(&new) }] };
    let old =
        Table::read(&mut Report::default(), file, before, &COLUMNS).map(|it| rows(&it)).unwrap_or_default();
    if old == new {
        return vec![Settled::Same { path }];
    }
    let revised = old.iter().filter(|(key, value)| new.get(*key).is_none_or(|now| now != *value)).count();
    let mut settled = vec![Settled::New { path: path.clone(), text: written(&new) }];
    match (revised, &edition.keep_as) {
        (0, _) => {}
        (_, Some(keep)) => settled.push(Settled::New { path: name(Some(keep)), text: before.to_owned() }),
        (_, None) => {
            let message = format!("{revised} values on record are other or missing in this table");
            let fault = Fault::error("import::revision", crate::report::Span::start_of(file), message);
            report.add(fault.help("keep the edition on record too: `--keep-as first-release` names it"));
            settled.clear();
        }
    }
    settled
}

fn areas(report: &mut Report, records: &Records, table: &Table) {
    let is_known = |area: &str| {
        let region = area.strip_prefix("region:");
        let regions = || records.regions.iter().flat_map(|it| &it.regions);
        area == "england"
            || region.is_some_and(|id| regions().any(|it| it.id.as_str() == id))
            || records.names.councils.iter().any(|slug| slug.as_str() == area)
    };
    for row in table.rows.iter().filter(|row| !is_known(row.text("area"))) {
        let message = format!("`{}` is not an area of the site", row.text("area"));
        let fault = Fault::error("import::area", row.at("area"), message);
        report.add(fault.help("write the slug of a council, `region:ID` or `england`"));
    }
}

fn rows(table: &Table) -> Rows {
    let row = |row: &crate::import::Row| {
        let text = |column| row.text(column).to_owned();
        let words = MISSING.iter().find(|(words, _)| *words == row.text("missing"));
        let missing = words.map_or_else(|| text("missing"), |(_, symbol)| (*symbol).to_owned());
        ((text("area"), text("period")), (text("value"), missing))
    };
    table.rows.iter().map(row).collect()
}

fn written(rows: &Rows) -> String {
    let mut text = COLUMNS.join(",") + "\n";
    for ((area, period), (value, missing)) in rows {
        text += &format!("{area},{period},{value},{missing}\n");
    }
    text
}
