//! The national series as tables: a row for each area and period, under the names that facts have.

use std::collections::BTreeMap;

use crate::analysis::Findings;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Period;
use crate::pages::parts::PageFile;
use crate::pages::words::money;
use crate::register::Register;
use crate::register::Value;

/// The columns of a series.
pub const COLUMNS: [&str; 10] = [
    "area",
    "period",
    "value",
    "unit",
    "missing",
    "break_before",
    "joint_return",
    "caution",
    "sources",
    "fact",
];

/// The file of a series below `public/`.
pub fn path(id: &Id) -> String {
    format!("data/series/{id}.csv")
}

/// A series as a table.
pub fn file(id: &Id, rows: &[Vec<String>]) -> PageFile {
    PageFile::table(id.as_str(), &COLUMNS, rows)
}

/// The rows of a series, by area and period. A value that is not known is no fact, so it has no name.
pub fn rows(register: &Register, findings: &Findings<'_>, id: &Id) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let measure = register.measure(id);
    let sources = measure.source.iter().flat_map(|it| &it.0).map(|it| it.id.value.as_str());
    let sources = sources.collect::<Vec<_>>().join(" ");
    let series = register.shelves.series.get(id).map(|(_, series)| series);
    for (area, points) in series.into_iter().flat_map(|it| &it.areas) {
        let cautions = cautions(findings, area, id);
        let joint = area.parse().ok().and_then(|slug: Id| measure.joint_return(&slug));
        let joint = joint.map(|it| it.because.as_str()).unwrap_or_default();
        for (n, point) in points.iter().enumerate() {
            let period = point.period.to_string();
            let (value, missing, fact) = match point.value {
                Value::Known(number) => {
                    let fact = format!("{}/series/{id}/{period}", area.replace(':', "-"));
                    (number.normalize().to_string(), "", fact)
                }
                Value::Missing(why) => (String::new(), why.word(), String::new()),
            };
            let before = n.checked_sub(1).map(|before| points[before].period);
            let broken = before.and_then(|before| measure.break_between(before, point.period));
            let broken = broken.map(|it| it.because.as_str()).unwrap_or_default();
            let caution = cautions.get(&point.period).copied().unwrap_or_default();
            let unit = money::unit_word(measure);
            let cells = [area, &period, &value, unit, missing, broken, joint, caution, &sources, &fact];
            rows.push(cells.map(str::to_owned).to_vec());
        }
    }
    rows
}

/// What to beware of in the values of a council, by period.
fn cautions<'r>(findings: &Findings<'r>, area: &str, measure: &Id) -> BTreeMap<Period, &'r str> {
    let council = area.parse::<Id>().ok().and_then(|slug| findings.councils.get(&slug));
    let own = council.into_iter().flat_map(|it| &it.tables).filter(|table| table.id == measure);
    let rows = own.flat_map(|table| &table.rows).filter(|row| row.figure.is_none());
    rows.filter_map(|row| Some((row.period, money::caution(row)?))).collect()
}
