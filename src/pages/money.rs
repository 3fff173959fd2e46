//! Figures in words and rows: each with its year, unit, basis and source, each change with both
//! amounts.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::analysis::Change;
use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::domain::Basis;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Unit;
use crate::domain::grouped;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::record::Figure;
use crate::record::Measure;
use crate::register::Value;

/// What stands beside a value that is unlike the years beside it.
pub const ODD: &str = "this value is more than three times those of the years beside it, or less than a third; the \
                       return may be wrong, so no change is worked out";

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

/// The latest change of a measure, for a council's own page.
#[derive(Debug, Serialize)]
pub struct HeadlineView {
    title: String,
    href: String,
    earlier: Option<(String, FigureView)>,
    later: (String, FigureView),
    change: Option<ChangeView>,
    basis: String,
    comparators: Vec<(String, String)>,
    caution: Option<String>,
    missing_since: Option<(String, String)>,
    notes: Vec<Note>,
}

/// Two figures, one name: measures that look alike, side by side and on no common axis.
#[derive(Debug, Serialize)]
pub struct LookAlikeView {
    /// The one measure.
    pub one: AlikeView,
    /// The other.
    pub other: AlikeView,
    /// Why they differ.
    pub because: String,
}

/// One of two look-alikes.
#[derive(Debug, Serialize)]
pub struct AlikeView {
    title: String,
    href: String,
    value: FigureView,
    period: String,
    basis: String,
    england: Option<String>,
    caution: Option<String>,
    notes: Vec<Note>,
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
            FigureView { text, machine: number.normalize().to_string(), known: true }
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
            FigureView { text: exact(measure, number), machine: number.normalize().to_string(), known: true }
        }
    }
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

/// The headline figures of a council: measures that say so, with their latest change.
pub fn headlines(tables: &[MeasureTable<'_>], spending: &str, notes: &mut Notes<'_>) -> Vec<HeadlineView> {
    let shown = tables.iter().filter(|table| table.measure.headline == Some(true));
    let groups = &notes.register().vocabulary.measure_groups;
    let group = |table: &MeasureTable<'_>| {
        groups.iter().position(|group| group.id.value == table.measure.group.value)
    };
    let mut shown: Vec<&MeasureTable<'_>> = shown.collect();
    // What the council answered about its own payments stands first, official series after it.
    shown.sort_by_key(|table| (table.measure.basis != Basis::Foi, group(table)));
    shown.into_iter().filter_map(|table| headline(table, spending, notes)).collect()
}

fn headline(table: &MeasureTable<'_>, spending: &str, notes: &mut Notes<'_>) -> Option<HeadlineView> {
    let measure = table.measure;
    let at = table.rows.iter().rposition(|row| row.value.known().is_some())?;
    let later = &table.rows[at];
    let earlier = at.checked_sub(1).map(|at| &table.rows[at]).filter(|_| later.change.is_some());
    let comparator = |name: &str, it: Option<Value>| {
        it.and_then(Value::known).map(|it| (name.to_owned(), exact(measure, it)))
    };
    let comparable = matches!(measure.unit, Unit::Percent | Unit::PoundsPerWeek);
    let comparators =
        [comparator("England", later.england)].into_iter().flatten().filter(|_| comparable).collect();
    Some(HeadlineView {
        title: measure.title.clone(),
        href: format!("{spending}#{}", table.id),
        earlier: earlier.map(|row| (row.period.long(), figure(measure, row))),
        later: (later.period.long(), figure(measure, later)),
        change: later.change.map(|it| change(measure, it)),
        basis: basis(measure),
        comparators,
        caution: later.caution.map(|it| it.note.clone()).or_else(|| later.odd.then(|| ODD.to_owned())),
        missing_since: table.rows.last().and_then(|row| match row.value {
            Value::Missing(why) => Some((row.period.long(), why.label().to_owned())),
            Value::Known(_) => None,
        }),
        notes: later.source.map(|it| notes.cite(it)).unwrap_or_default(),
    })
}

/// For each headline measure the look-alike of another basis that readers may take for it, at
/// the two dates nearest to each other.
pub fn look_alikes(tables: &[MeasureTable<'_>], spending: &str, notes: &mut Notes<'_>) -> Vec<LookAlikeView> {
    let headlines = tables.iter().filter(|table| table.measure.headline == Some(true));
    headlines.filter_map(|table| look_alike(table, tables, spending, notes)).collect()
}

fn look_alike(
    table: &MeasureTable<'_>,
    tables: &[MeasureTable<'_>],
    spending: &str,
    notes: &mut Notes<'_>,
) -> Option<LookAlikeView> {
    let known =
        |id: &Id| tables.iter().find(|it| it.id == id && it.measure.collector != table.measure.collector);
    let alike =
        table.measure.look_alikes.iter().find_map(|it| known(&it.measure.value).map(|other| (it, other)));
    let (alike, other) = alike?;
    let (one, two) = nearest(table, other)?;
    Some(LookAlikeView {
        one: side(table, one, spending, notes),
        other: side(other, two, spending, notes),
        because: alike.because.clone(),
    })
}

/// Two values that belong side by side: the latest within some six months of each other, else the
/// nearest.
fn nearest<'a, 'r>(
    one: &'a MeasureTable<'r>,
    other: &'a MeasureTable<'r>,
) -> Option<(&'a MeasureRow<'r>, &'a MeasureRow<'r>)> {
    let known = |table: &'a MeasureTable<'r>| table.rows.iter().filter(|row| row.value.known().is_some());
    let pairs = known(one).flat_map(|a| known(other).map(move |b| (a, b)));
    pairs.min_by_key(|(a, b)| {
        let (one, other) = (a.period.last_day(), b.period.last_day());
        let apart = (one - other).num_days().abs();
        (if apart <= 200 { 0 } else { apart }, std::cmp::Reverse(one.min(other)), apart)
    })
}

fn side(table: &MeasureTable<'_>, row: &MeasureRow<'_>, spending: &str, notes: &mut Notes<'_>) -> AlikeView {
    let england = row.england.and_then(Value::known).filter(|_| table.measure.unit == Unit::Percent);
    AlikeView {
        title: table.measure.title.clone(),
        href: format!("{spending}#{}", table.id),
        value: figure(table.measure, row),
        period: row.period.long(),
        basis: basis(table.measure),
        england: england.map(|it| exact(table.measure, it)),
        caution: row.caution.map(|it| it.note.clone()),
        notes: row.source.map(|it| notes.cite(it)).unwrap_or_default(),
    }
}
