//! Two figures, one name: measures that readers take for each other, side by side and on no common
//! axis.

use serde::Serialize;

use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::domain::Id;
use crate::domain::Unit;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::words::money::FigureView;
use crate::pages::words::money::basis;
use crate::pages::words::money::exact;
use crate::pages::words::money::figure;
use crate::register::Value;

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
