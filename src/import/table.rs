//! A table with named columns (RFC 4180), every cell with its place.

use std::collections::BTreeMap;

use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;
use crate::report::Spanned;
use crate::report::list;
use crate::report::nearest;

/// A table that was read.
#[derive(Debug)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    cells: BTreeMap<String, Spanned<String>>,
    /// Where it stands.
    pub span: Span,
}

impl Table {
    /// Reads a table that must have the columns `needed`; nothing means that the report says why.
    pub fn read(report: &mut Report, file: FileId, text: &str, needed: &[&str]) -> Option<Self> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header: Vec<String> = reader
            .headers()
            .map(|row| row.iter().map(|it| it.trim().to_owned()).collect())
            .unwrap_or_default();
        let first = Span::new(file, 0, text.lines().next().map_or(0, str::len));
        let missing: Vec<&&str> =
            needed.iter().filter(|name| !header.iter().any(|it| it == **name)).collect();
        for name in &missing {
            let near = nearest(name, header.iter().map(String::as_str));
            let fault = Fault::error("import::columns", first, format!("there is no column `{name}`"));
            report.add(match near {
                Some(near) => fault.help(format!("call the column `{near}` `{name}`")),
                None => fault.help(format!("its columns must be {}", list(needed.iter().copied()))),
            });
        }
        let rows = rows(report, file, text, &mut reader, &header);
        missing.is_empty().then_some(Self { rows })
    }
}

fn rows(
    report: &mut Report,
    file: FileId,
    text: &str,
    reader: &mut csv::Reader<&[u8]>,
    header: &[String],
) -> Vec<Row> {
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let at = error.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or_default());
                let fault = Fault::error("import::row", Span::new(file, at, at), "this row cannot be read");
                report.add(fault.label(error.to_string()).help("save the table as CSV in UTF-8"));
                continue;
            }
        };
        let start = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or_default());
        let row =
            Row { cells: cells(file, text, start, &record, header), span: Span::new(file, start, start) };
        if record.len() == header.len() {
            rows.push(row);
        } else {
            let message =
                format!("this row has {} cells, the first line names {}", record.len(), header.len());
            report.add(
                Fault::error("import::row", row.span, message).help("write a comma for each empty cell"),
            );
        }
    }
    rows
}

fn cells(
    file: FileId,
    text: &str,
    start: usize,
    record: &csv::StringRecord,
    header: &[String],
) -> BTreeMap<String, Spanned<String>> {
    let mut at = start;
    let mut cells = BTreeMap::new();
    for (name, cell) in header.iter().zip(record) {
        let begin = text.get(at..).and_then(|rest| rest.find(cell)).map_or(at, |skip| at + skip);
        let span = Span::new(file, begin, begin + cell.len());
        cells.insert(name.clone(), Spanned { value: cell.trim().to_owned(), span });
        at = if cell.is_empty() { at } else { begin + cell.len() };
    }
    cells
}

impl Row {
    /// The row with columns under other names; those without one are left out.
    #[must_use]
    pub fn renamed(&self, names: &BTreeMap<&str, &str>) -> Self {
        let cells = self
            .cells
            .iter()
            .filter_map(|(name, cell)| Some(((*names.get(name.as_str())?).to_owned(), cell.clone())));
        Self { cells: cells.collect(), span: self.span }
    }

    /// Puts words into a column; for faults they stand where the column `like` stands.
    pub fn put(&mut self, column: &str, words: &str, like: &str) {
        let span = self.at(like);
        self.cells.insert(column.to_owned(), Spanned { value: words.to_owned(), span });
    }

    /// The cell of a column that the table must have; empty where it has none.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.value.as_str())
    }

    /// Where the cell of a column stands.
    pub fn at(&self, column: &str) -> Span {
        self.cells.get(column).map_or(self.span, |cell| cell.span)
    }

    /// A cell read as something; what cannot be read is reported.
    ///
    /// * `what`: `a date`.
    pub fn parse<T: std::str::FromStr>(&self, report: &mut Report, column: &str, what: &str) -> Option<T>
    where
        T::Err: std::fmt::Display,
    {
        let written = self.text(column);
        let fault = |error: T::Err| {
            Fault::error("import::cell", self.at(column), format!("`{written}` is not {what}"))
                .label(error.to_string())
                .help(format!("write {what} in the column `{column}`"))
        };
        written.parse().map_err(|error| report.add(fault(error))).ok()
    }
}
