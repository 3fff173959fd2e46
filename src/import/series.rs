//! A national series from a table: `area,period,value,missing`, one file a measure.
//!
//! Nothing on record is lost: a value that the new table has differently is a revision, and the
//! edition on record is kept beside it under a name.

use std::collections::BTreeMap;

use crate::content::Tree;
use crate::domain::Id;
use crate::domain::Period;
use crate::import::Settled;
use crate::import::Table;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::SourceText;
use crate::report::Span;
use crate::report::list;

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

/// Values by area and period: a number, or why there is none.
pub type Rows = BTreeMap<(String, String), (String, String)>;

/// Settles a series. Areas that are not on record are left out and told.
pub fn series(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    edition: &Edition,
    (file, text): (FileId, &str),
) -> Vec<Settled> {
    let Some(table) = Table::read(report, file, text, &COLUMNS) else { return Vec::new() };
    areas(report, records, &table);
    cells(report, records, &edition.measure, &table);
    if report.has_errors() {
        return Vec::new();
    }
    let new = within_their_time(report, records, &edition.measure, rows(&table), file);
    merge(report, tree, edition, file, new)
}

/// Adds rows to the series on record. What is there is kept; what a row has differently is a
/// revision, and is taken only if the edition on record is kept too.
pub fn merge(report: &mut Report, tree: &Tree, edition: &Edition, file: FileId, new: Rows) -> Vec<Settled> {
    let measure = &edition.measure;
    let name = |edition: Option<&Id>| match edition {
        Some(edition) => format!("content/series/{measure}/{edition}.csv"),
        None => format!("content/series/{measure}.csv"),
    };
    let path = name(edition.earlier.as_ref());
    let before = tree.find(&path).map(|(id, _)| tree.text(id));
    let Some(before) = before else { return vec![Settled::New { path, text: written(&new) }] };
    let mut own = Report::default();
    let old = Table::read(&mut own, file, before, &COLUMNS).map(|it| rows(&it)).unwrap_or_default();
    let is_plain = before.lines().next().is_some_and(|first| first.trim() == COLUMNS.join(","));
    if own.has_errors() || !is_plain {
        let message = format!("`{path}` has rows that cannot be read");
        let fault = Fault::error("import::record", Span::start_of(file), message);
        report.add(fault.help("mend the series on record first: `loxley check` names its faults"));
        return Vec::new();
    }
    // Another reason why there is no value takes nothing away; another value does.
    let is_other = |old: &(String, String), new: &(String, String)| {
        let has_value = !old.0.is_empty() || !new.0.is_empty();
        has_value && !same(old, new)
    };
    let revised: Vec<String> = new
        .iter()
        .filter_map(|(key, new)| Some((key, old.get(key).filter(|old| is_other(old, new))?, new)))
        .map(|((area, period), old, new)| {
            format!("{area} {period}: {} on record, {} here", shown(old), shown(new))
        })
        .collect();
    let mut all = old.clone();
    all.extend(new.into_iter().filter(|(key, new)| old.get(key).is_none_or(|old| !same(old, new))));
    if all == old {
        return vec![Settled::Same { path }];
    }
    let mut settled = vec![Settled::New { path, text: written(&all) }];
    match (revised.len(), &edition.keep_as) {
        (0, _) => {}
        (_, Some(keep))
            if tree.find(&name(Some(keep))).is_some() || edition.earlier.as_ref() == Some(keep) =>
        {
            let message = format!("there is an edition `{keep}` of `{measure}` already");
            let fault = Fault::error("import::revision", Span::start_of(file), message);
            report
                .add(fault.help("give the edition on record another name: an edition is never overwritten"));
            settled.clear();
        }
        (_, Some(keep)) => settled.push(Settled::New { path: name(Some(keep)), text: before.to_owned() }),
        (_, None) => {
            let message =
                format!("{} values of `{measure}` on record are other in this table", revised.len());
            let fault = Fault::error("import::revision", Span::start_of(file), message);
            let fault = fault.label(list(revised.iter().map(String::as_str)));
            report.add(fault.help("keep the edition on record too: `--keep-as first-release` names it"));
            settled.clear();
        }
    }
    settled
}

fn shown(cell: &(String, String)) -> &str {
    if cell.0.is_empty() { &cell.1 } else { &cell.0 }
}

/// Whether two cells say the same: `41171.0` and `41171` do.
fn same(one: &(String, String), other: &(String, String)) -> bool {
    let number = |cell: &(String, String)| cell.0.parse::<rust_decimal::Decimal>().ok();
    one == other || number(one).is_some_and(|one| Some(one) == number(other))
}

/// Leaves out, and tells, rows from before a council's first day or after its last: they are of
/// another council.
pub fn within_their_time(
    report: &mut Report,
    records: &Records,
    measure: &Id,
    mut rows: Rows,
    file: FileId,
) -> Rows {
    let kind = records.shelves.measures.get(measure).map(|it| it.period);
    let before = rows.len();
    rows.retain(|(area, period), _| {
        let council = area.parse::<Id>().ok().and_then(|slug| records.shelves.dossiers.get(&slug));
        let council = council.and_then(|it| it.council.as_ref());
        let period = kind.and_then(|kind| Period::read(period, kind).ok());
        council.zip(period).is_none_or(|(council, period)| council.record.existed_in(period))
    });
    if rows.len() < before {
        let message = format!("{} rows of `{measure}` are left out", before - rows.len());
        let fault = Fault::warning("import::existence", Span::start_of(file), message);
        let fault = fault.label("they are of years in which the council named did not exist");
        report.add(fault.help("a figure of its predecessor belongs to that council: name it in `area`"));
    }
    rows
}

/// Every period is one of the measure, every value a number or a reason why there is none.
fn cells(report: &mut Report, records: &Records, measure: &Id, table: &Table) {
    let kind = records.shelves.measures.get(measure).map(|it| it.period);
    for row in &table.rows {
        let (period, value, missing) = (row.text("period"), row.text("value"), row.text("missing"));
        if kind.is_some_and(|kind| Period::read(period, kind).is_err()) {
            let fault = Fault::error(
                "import::cell",
                row.at("period"),
                format!("`{period}` is no period of `{measure}`"),
            );
            report.add(fault.help("write the period as the measure’s `period` counts it"));
        }
        let is_number = crate::domain::amount(value).is_ok();
        if value.is_empty() == missing.is_empty() || !(value.is_empty() || is_number) {
            let fault =
                Fault::error("import::cell", row.at("value"), "a row has a number or a reason why not");
            report.add(
                fault.help("write digits alone in `value`, or leave it empty and write why in `missing`"),
            );
        }
    }
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
