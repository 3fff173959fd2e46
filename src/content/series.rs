//! Reads a series: `area,period,value,missing`, one file a measure.

use crate::domain::Choice;
use crate::domain::Missing;
use crate::domain::Period;
use crate::domain::PeriodKind;
use crate::record::read::bad_amount;
use crate::record::read::not_one_of;
use crate::register::Point;
use crate::register::Series;
use crate::register::Value;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;

const COLUMNS: [&str; 4] = ["area", "period", "value", "missing"];

/// A series as written, before its measure says what its periods are.
#[derive(Debug, Default)]
pub struct RawSeries {
    rows: Vec<RawRow>,
}

#[derive(Debug)]
struct RawRow {
    area: String,
    period: (String, Span),
    value: Value,
    value_span: Span,
    span: Span,
}

/// Reads the rows; every row that cannot be read is reported.
pub fn read(report: &mut Report, file: FileId, text: &str, measure: &str) -> RawSeries {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let mut series = RawSeries::default();
    let header: Vec<String> =
        reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
    let with_measure = header.len() == 5 && header[4] == "measure";
    if header.get(..4).is_none_or(|first| first != COLUMNS) || (header.len() > 4 && !with_measure) {
        let span = Span::new(file, 0, text.lines().next().map_or(0, str::len));
        let fault = Fault::error("series::columns", span, "these are not the columns of a series");
        report.add(fault.help("write `area,period,value,missing`"));
        return series;
    }
    let mut row = csv::StringRecord::new();
    while let Ok(true) = reader.read_record(&mut row) {
        let start = row.position().map_or(0, csv::Position::byte);
        let cells = Cells { file, text, start: usize::try_from(start).unwrap_or_default(), row: &row };
        series.rows.extend(cells.read(report, measure, header.len()));
    }
    series
}

struct Cells<'a> {
    file: FileId,
    text: &'a str,
    start: usize,
    row: &'a csv::StringRecord,
}

impl Cells<'_> {
    fn cell(&self, at: usize) -> (&str, Span) {
        let skip = |n: usize| (0..n).map(|cell| self.row.get(cell).map_or(0, str::len) + 1).sum::<usize>();
        let start = self.start + skip(at);
        let text = self.row.get(at).unwrap_or_default();
        (text, Span::new(self.file, start, (start + text.len()).min(self.text.len())))
    }

    fn read(&self, report: &mut Report, measure: &str, columns: usize) -> Option<RawRow> {
        let (area, span) = self.cell(0);
        if self.row.len() != columns {
            let message = format!("this row has {} cells, the first line names {columns}", self.row.len());
            report.add(
                Fault::error("series::columns", span, message).help("write a comma for each empty cell"),
            );
            return None;
        }
        let (named, at) = self.cell(4);
        if !named.is_empty() && named != measure {
            let fault =
                Fault::error("series::mixed", at, format!("`{named}` is another measure than this file’s"));
            report
                .add(fault.help(format!("a series holds one measure: move the row to `series/{named}.csv`")));
        }
        let (period, place) = self.cell(1);
        let value = self.value(report)?;
        let value_span = self.cell(2).1;
        Some(RawRow { area: area.to_owned(), period: (period.to_owned(), place), value, value_span, span })
    }

    fn value(&self, report: &mut Report) -> Option<Value> {
        let ((value, at), (missing, why)) = (self.cell(2), self.cell(3));
        match (value.is_empty(), missing.is_empty()) {
            (false, true) => match crate::domain::amount(value) {
                Ok(number) => Some(Value::Known(number)),
                Err(error) if error.meant.is_none() => {
                    let fault = Fault::error(
                        "series::symbol",
                        at,
                        format!("`{value}` stands where a number belongs"),
                    );
                    report
                        .add(fault.help("leave `value` empty and write the reason in the column `missing`"));
                    None
                }
                Err(error) => {
                    report.add(bad_amount(at, value, &error));
                    None
                }
            },
            (true, false) => reason(report, missing, why).map(Value::Missing),
            (true, true) => {
                let fault =
                    Fault::error("series::empty", at, "there is neither a value nor a reason why not");
                report.add(fault.help("write the number, or why there is none: `x`, `c`, `not-recorded` …"));
                None
            }
            (false, false) => {
                let fault = Fault::error("series::coerced", at, "a missing value is not a number")
                    .also(why, "missing");
                report.add(fault.help("leave `value` empty: missing is never zero"));
                None
            }
        }
    }
}

fn reason(report: &mut Report, written: &str, span: Span) -> Option<Missing> {
    let words = Missing::WORDS;
    let found = words.iter().find(|(word, _)| *word == written).map(|(_, value)| *value);
    if found.is_none() {
        report.add(not_one_of(
            "value::choice",
            span,
            written,
            Missing::WHAT,
            words.iter().map(|(word, _)| *word),
        ));
    }
    found
}

impl RawSeries {
    /// The series, with its periods read as the measure counts them.
    pub fn with_periods(self, report: &mut Report, kind: PeriodKind) -> Series {
        let mut series = Series::default();
        for row in self.rows {
            let (written, place) = row.period;
            match Period::read(&written, kind) {
                Ok(period) => {
                    series.places.entry(row.area.clone()).or_insert(row.span);
                    let points = series.areas.entry(row.area).or_default();
                    if points.iter().any(|point| point.period == period) {
                        let fault =
                            Fault::error("series::twice", place, "this area and period stand here twice");
                        report.add(fault.help("keep one of the two rows"));
                        continue;
                    }
                    points.push(Point { period, value: row.value, place: Some(row.value_span) });
                }
                Err(error) => {
                    let fault = Fault::error(
                        "date::period",
                        place,
                        format!("`{written}` is not a period of this measure"),
                    );
                    report.add(
                        fault
                            .label(error.to_string())
                            .help("write the period as the measure’s `period` counts it"),
                    );
                }
            }
        }
        for points in series.areas.values_mut() {
            points.sort_by_key(|point| point.period);
        }
        series
    }
}
