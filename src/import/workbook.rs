//! Spreadsheets as they are issued (ODS, XLSX), sheet by sheet as tables.

use std::io::Cursor;

use calamine::Data;
use calamine::DataType;
use calamine::Reader;

/// The first row with so many cells names the columns; what stands above it is the sheet's title.
const FEWEST_COLUMNS: usize = 5;

/// The sheets of a workbook as CSV, by name, each from the row that names its columns.
///
/// # Errors
/// Words that say why the file cannot be read.
pub fn sheets(bytes: Vec<u8>) -> Result<Vec<(String, String)>, String> {
    let mut workbook =
        calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for (name, range) in workbook.worksheets() {
        let rows =
            range.rows().skip_while(|row| row.iter().filter(|it| !it.is_empty()).count() < FEWEST_COLUMNS);
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in rows.filter(|row| row.iter().any(|it| !it.is_empty())) {
            writer.write_record(row.iter().map(cell)).map_err(|error| error.to_string())?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        sheets.push((name, String::from_utf8_lossy(&bytes).into_owned()));
    }
    Ok(sheets)
}

/// A cell as text: dates as `2024-01-25`, white space folded.
fn cell(data: &Data) -> String {
    let day = match data {
        Data::DateTime(_) | Data::DateTimeIso(_) => data.as_date(),
        _ => None,
    };
    let text = day.map_or_else(|| data.to_string(), |day| day.format("%Y-%m-%d").to_string());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
