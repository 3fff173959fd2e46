//! The headline figures of a council: the latest of each measure that says so, with its change.

use serde::Serialize;

use crate::analysis::MeasureTable;
use crate::domain::Basis;
use crate::domain::Choice;
use crate::domain::Unit;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::sections::through_time::small;
use crate::pages::words::money::ChangeView;
use crate::pages::words::money::FigureView;
use crate::pages::words::money::basis;
use crate::pages::words::money::caution;
use crate::pages::words::money::change;
use crate::pages::words::money::exact;
use crate::pages::words::money::figure;
use crate::register::Value;

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
    /// What to know of a return that several councils make together.
    joint: Option<String>,
    /// How the measure went, as a line without an axis.
    spark: Option<String>,
    notes: Vec<Note>,
}

/// The headline figures of a council: measures that say so, with their latest change.
///
/// * `spending`: where the council's spending page is.
/// * `most`: how many there is room for.
pub fn headlines(
    tables: &[MeasureTable<'_>],
    spending: &str,
    most: usize,
    notes: &mut Notes<'_>,
) -> Vec<HeadlineView> {
    let shown = tables.iter().filter(|table| table.measure.headline == Some(true));
    let groups = &notes.register().vocabulary.measure_groups;
    let group = |table: &MeasureTable<'_>| {
        groups.iter().position(|group| group.id.value == table.measure.group.value)
    };
    let mut shown: Vec<&MeasureTable<'_>> = shown.collect();
    // What the council answered about its own payments stands first, official series after it.
    shown.sort_by_key(|table| (table.measure.basis != Basis::Foi, group(table)));
    shown.into_iter().filter_map(|table| headline(table, spending, notes)).take(most).collect()
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
        caution: caution(later).map(str::to_owned),
        missing_since: table.rows.last().and_then(|row| match row.value {
            Value::Missing(why) => Some((row.period.long(), why.label().to_owned())),
            Value::Known(_) => None,
        }),
        joint: table.joint.map(|it| it.because.clone()),
        spark: small(table),
        notes: later.source.map(|it| notes.cite(it)).unwrap_or_default(),
    })
}
