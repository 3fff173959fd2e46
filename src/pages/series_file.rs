//! The national series as tables: a row for each area and period, under the names that facts have.

use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::parts::PageFile;
use crate::register::Register;
use crate::register::Value;

/// The columns of a series.
pub const COLUMNS: [&str; 6] = ["area", "period", "value", "missing", "caution", "fact"];

/// The file of a series below `public/`.
pub fn path(id: &Id) -> String {
    format!("data/series/{id}.csv")
}

/// A series as a table.
pub fn file(register: &Register, id: &Id) -> PageFile {
    PageFile::table(id.as_str(), &COLUMNS, &rows(register, id))
}

/// The rows of a series, by area and period.
pub fn rows(register: &Register, id: &Id) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let series = register.shelves.series.get(id).map(|(_, series)| series);
    for (area, points) in series.into_iter().flat_map(|it| &it.areas) {
        for point in points {
            let (value, missing) = match point.value {
                Value::Known(number) => (number.normalize().to_string(), ""),
                Value::Missing(why) => (String::new(), why.word()),
            };
            let period = point.period.to_string();
            let fact = format!("{}/series/{id}/{period}", area.replace(':', "-"));
            let caution = caution(register, area, id, &period).unwrap_or_default();
            rows.push([area.as_str(), &period, &value, missing, caution, &fact].map(str::to_owned).to_vec());
        }
    }
    rows
}

/// What to beware of in a value of a council.
pub fn caution<'r>(register: &'r Register, area: &str, measure: &Id, period: &str) -> Option<&'r str> {
    let cautions = register.shelves.dossiers.get(area).into_iter().flat_map(|it| &it.cautions);
    let mut own = cautions.filter(|it| it.measure.value == *measure && it.period.value == period);
    own.next().map(|it| it.note.as_str())
}
