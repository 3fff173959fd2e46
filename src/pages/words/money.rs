//! Figures in words and rows: each with its year, unit, basis and source, each change with both
//! amounts.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::analysis::Change;
use crate::analysis::MeasureRow;
use crate::domain::Choice;
use crate::domain::Unit;
use crate::domain::grouped;
use crate::record::Figure;
use crate::record::Measure;
use crate::register::Value;

/// What stands beside a value that is unlike the years beside it.
pub const ODD: &str = "this value is more than three times those of the years beside it, or less than a third; the \
                       return may be wrong, so no change is worked out";

/// The unit of a measure for programs: `pounds`, `thousand-pounds`, or what is counted: `weeks`.
pub fn unit_word(measure: &Measure) -> &str {
    measure.counted.as_deref().unwrap_or(measure.unit.word())
}

/// What to beware of in a value: what its record says, or that it is unlike the years beside it.
pub fn caution<'r>(row: &MeasureRow<'r>) -> Option<&'r str> {
    row.caution.map(|it| it.note.as_str()).or(row.odd.then_some(ODD))
}

/// A figure, twice: for the eye and for the machine.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// `£44,990,000`, `almost 25%`, `not available`.
    pub text: String,
    /// Digits only; empty where there is no number.
    pub machine: String,
    /// Whether there is a number.
    pub known: bool,
}

/// A change, with its sign in words.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// `up £11,514,000 (34.4%)`.
    pub words: String,
    /// `+34.4%`, for table cells.
    pub percent: Option<String>,
    /// `+£11,514,000`.
    pub difference: String,
}

/// A number in its measure's unit, with its decimals.
pub fn exact(measure: &Measure, number: Decimal) -> String {
    let decimals = measure.decimals.and_then(|it| u32::try_from(it).ok());
    measure.unit.exact(number, decimals)
}

/// A value as its measure writes it, with words for its precision.
pub fn figure(measure: &Measure, row: &MeasureRow<'_>) -> FigureView {
    let said = row.figure.and_then(|it| it.as_said.clone());
    match row.value {
        Value::Missing(why) => {
            FigureView { text: why.label().to_owned(), machine: String::new(), known: false }
        }
        Value::Known(number) => {
            let exact = exact(measure, number);
            let counted =
                measure.counted.as_deref().filter(|_| row.figure.is_some() && measure.unit == Unit::Number);
            let exact = counted.map_or(exact.clone(), |counted| format!("{exact} {counted}"));
            let inexact = format!("{} {exact}", row.precision.label());
            let text = said.map_or_else(|| inexact.trim().to_owned(), |said| format!("“{said}”"));
            FigureView { text, machine: machine(measure, number), known: true }
        }
    }
}

/// A figure of a single council in words: what was said, or the number with its precision.
pub fn stated(measure: &Measure, figure: &Figure) -> String {
    let said = figure.as_said.as_ref().map(|said| format!("“{said}”"));
    let number =
        figure.value.as_ref().map(|it| format!("{} {}", figure.precision.label(), exact(measure, it.value)));
    let missing = || figure.missing.as_ref().map(|it| it.value.label().to_owned());
    said.or(number).or_else(missing).unwrap_or_default().trim().to_owned()
}

/// A plain value in a measure's unit.
pub fn value(measure: &Measure, value: Value) -> FigureView {
    match value {
        Value::Missing(why) => {
            FigureView { text: why.label().to_owned(), machine: String::new(), known: false }
        }
        Value::Known(number) => {
            FigureView { text: exact(measure, number), machine: machine(measure, number), known: true }
        }
    }
}

/// A number as it is shown, for programs: sums in pounds, in whatever unit they were returned.
fn machine(measure: &Measure, number: Decimal) -> String {
    measure.unit.in_pounds(number).unwrap_or(number).normalize().to_string()
}

/// Whole pounds.
pub fn pounds(number: Decimal) -> FigureView {
    FigureView {
        text: Unit::Pounds.exact(number, None),
        machine: number.normalize().to_string(),
        known: true,
    }
}

/// A change in words. Of percentages the change is in points; everything else has per cent too.
pub fn change(measure: &Measure, change: Change) -> ChangeView {
    let size = change.difference.abs();
    let sign = if change.difference.is_sign_negative() { "−" } else { "+" };
    let verb = if change.difference.is_zero() {
        "no change"
    } else if change.difference.is_sign_negative() {
        "down"
    } else {
        "up"
    };
    let amount = match measure.unit {
        Unit::Percent => format!("{} percentage points", grouped(size, size.normalize().scale().clamp(1, 2))),
        _ => exact(measure, size),
    };
    if change.difference.is_zero() {
        return ChangeView { words: verb.to_owned(), percent: None, difference: "no change".to_owned() };
    }
    let percent = change.percent.filter(|_| measure.unit != Unit::Percent && !is_small(measure, change));
    let percent = percent.map(|it| grouped(it.abs(), 1));
    let words = match &percent {
        Some(percent) => format!("{verb} {amount} ({percent}%)"),
        None => format!("{verb} {amount}"),
    };
    ChangeView {
        words,
        percent: percent.map(|percent| format!("{sign}{percent}%")),
        difference: format!("{sign}{amount}"),
    }
}

/// Whether a change is between counts so small that a percentage would mislead.
fn is_small(measure: &Measure, change: Change) -> bool {
    let earlier =
        change.percent.and_then(|percent| (change.difference * Decimal::ONE_HUNDRED).checked_div(percent));
    measure.unit == Unit::Number && measure.counted.is_some() && earlier.is_some_and(|it| it < SMALL.into())
}

/// Counts below this have no percentage.
const SMALL: i64 = 20;

/// The unit as readers meet it: sums returned in thousands are printed in full.
pub fn unit(measure: &Measure) -> String {
    match measure.unit {
        Unit::ThousandPounds => "£, returned in thousands".to_owned(),
        unit => unit.label().to_owned(),
    }
}

/// Basis, gross or net, prices: `FOI answer, gross or net not stated, cash terms`.
pub fn basis(measure: &Measure) -> String {
    let parts = [measure.basis.label(), measure.gross_net.label(), measure.price_basis.label()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
