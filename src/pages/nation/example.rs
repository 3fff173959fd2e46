//! The worked example of the page of the data: one real change, worked out three ways.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::domain::Address;
use crate::pages::parts::Frame;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::words::money;
use crate::record::Measure;

/// A change between two values of a council, and where its file is.
#[derive(Debug, Serialize)]
pub struct Example {
    council: Link,
    file: String,
    measure: String,
    title: String,
    before: String,
    after: String,
    percent: String,
}

/// The largest change in per cent of a sum of money that stands on the council’s first page, for the council
/// with the most facts; else of any measure, and nothing where there is none.
pub fn example(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Option<Example> {
    let fullest = findings.councils.keys().max_by_key(|slug| findings.facts_of(slug.as_str()).len())?;
    let tables = &findings.councils[*fullest].tables;
    let all = |is: fn(&Measure) -> bool| tables.iter().filter(move |it| is(it.measure)).flat_map(found);
    let headline = |it: &Measure| it.headline == Some(true) && it.unit.is_money();
    let largest =
        all(headline).max_by_key(|it| it.size).or_else(|| all(|_| true).max_by_key(|it| it.size))?;
    let Found { table, before, after, percent, .. } = largest;
    let page = Address::spending(fullest);
    Some(Example {
        council: frame.council(here, fullest),
        file: here.href(&page).replace("index.html", "figures.csv"),
        measure: table.id.to_string(),
        title: table.measure.title.clone(),
        before,
        after,
        percent,
    })
}

/// A change in per cent between two periods.
struct Found<'a, 'r> {
    table: &'a MeasureTable<'r>,
    before: String,
    after: String,
    /// As pages write it.
    percent: String,
    size: Decimal,
}

/// The changes of a table that have a percentage.
fn found<'a, 'r>(table: &'a MeasureTable<'r>) -> Vec<Found<'a, 'r>> {
    let change = |two: &[MeasureRow<'_>]| {
        let change = two[1].change?;
        let percent = money::change(table.measure, change).percent?;
        let (before, after) = (two[0].period.short(), two[1].period.short());
        Some(Found { table, before, after, percent, size: change.percent?.abs() })
    };
    table.rows.windows(2).filter_map(change).collect()
}
