//! The figures of a council as a file, and the names under which they are cited.

use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::parts::PageFile;
use crate::pages::words::money;
use crate::register::Value;

/// Every row of every table, for a spreadsheet: numbers in the unit of the measure, each with what
/// has to be known before it is used.
pub fn figures(slug: &Id, tables: &[MeasureTable<'_>]) -> PageFile {
    let rows = tables.iter().flat_map(|table| table.rows.iter().map(move |row| cells(slug, table, row)));
    let head = [
        "measure",
        "title",
        "period",
        "unit",
        "value",
        "precision",
        "missing",
        "england",
        "region",
        "break_before",
        "caution",
        "joint_return",
        "sources",
        "fact",
    ];
    PageFile::table("figures", &head, &rows.collect::<Vec<Vec<String>>>())
}

fn cells(slug: &Id, table: &MeasureTable<'_>, row: &MeasureRow<'_>) -> Vec<String> {
    let number = |value: Option<Value>| value.and_then(Value::known).map(|it| it.normalize().to_string());
    let missing = match row.value {
        Value::Missing(why) => Some(why.label().to_owned()),
        Value::Known(_) => None,
    };
    let cells = [
        Some(table.id.to_string()),
        Some(table.measure.title.clone()),
        Some(row.period.to_string()),
        Some(money::unit_word(table.measure).to_owned()),
        number(Some(row.value)),
        Some(row.precision.word().to_owned()).filter(|_| row.value.known().is_some()),
        missing,
        number(row.england),
        number(row.region),
        row.broken.map(|it| it.because.clone()),
        money::caution(row).map(str::to_owned),
        table.joint.map(|it| it.because.clone()),
        row.source.map(|it| it.0.iter().map(|it| it.id.value.as_str()).collect::<Vec<_>>().join(" ")),
        fact(table, row).map(|it| format!("{slug}/{it}")),
    ];
    cells.map(Option::unwrap_or_default).to_vec()
}

/// The fact that a row shows, below its council; nothing where no value is known.
pub fn fact(table: &MeasureTable<'_>, row: &MeasureRow<'_>) -> Option<String> {
    row.value.known().map(|_| match row.figure {
        Some(it) => format!("figures/{}/value", it.id.value),
        None => format!("series/{}/{}", table.id, row.period),
    })
}

/// The record of the facts of a table: the series, or the latest figure of one that has none; nothing where no value
/// is known.
pub fn record(table: &MeasureTable<'_>) -> Option<String> {
    let known = || table.rows.iter().filter(|row| row.value.known().is_some());
    let series = known().find(|row| row.figure.is_none()).map(|_| format!("series/{}", table.id));
    series.or_else(|| {
        known().filter_map(|row| row.figure).next_back().map(|it| format!("figures/{}", it.id.value))
    })
}
