//! One measure of one council as rows: the value, its change, real terms, per head, and the same
//! measure for its region and England.

use rust_decimal::Decimal;

use crate::analysis::Change;
use crate::analysis::PerHead;
use crate::analysis::change;
use crate::analysis::per_head;
use crate::analysis::real_terms;
use crate::domain::FinancialYear;
use crate::domain::Id;
use crate::domain::Period;
use crate::domain::Precision;
use crate::record::Caution;
use crate::record::Citations;
use crate::record::Figure;
use crate::record::Measure;
use crate::record::measure::Break;
use crate::record::measure::Edition;
use crate::record::measure::Joint;
use crate::register::Dossier;
use crate::register::Register;
use crate::register::Value;

/// One measure of one council, oldest row first.
#[derive(Debug)]
pub struct MeasureTable<'r> {
    /// Its name.
    pub id: &'r Id,
    /// Its definition.
    pub measure: &'r Measure,
    /// The joint return that its values come from.
    pub joint: Option<&'r Joint>,
    /// A row for each period.
    pub rows: Vec<MeasureRow<'r>>,
}

/// The value of one period and what follows from it.
#[derive(Debug)]
pub struct MeasureRow<'r> {
    /// The time.
    pub period: Period,
    /// The value, or why there is none.
    pub value: Value,
    /// How exactly it is given.
    pub precision: Precision,
    /// The figure, where it is not from a series.
    pub figure: Option<&'r Figure>,
    /// Where it is from.
    pub source: Option<&'r Citations>,
    /// Change from the period before; nothing where the two cannot be compared.
    pub change: Option<Change>,
    /// A break in the reckoning since the row before.
    pub broken: Option<&'r Break>,
    /// Whole pounds in the prices of the site's base year.
    pub real: Option<Decimal>,
    /// Pounds for each of those counted, by the measure's `per_head`; as many as it names.
    pub per_head: Vec<Option<PerHead>>,
    /// The same measure and period for the council's region.
    pub region: Option<Value>,
    /// The same measure and period for England.
    pub england: Option<Value>,
    /// Whether it is so unlike the years beside it that the return may be wrong.
    pub odd: bool,
    /// A warning to print beside it.
    pub caution: Option<&'r Caution>,
    /// Other values that earlier editions of the series had for it.
    pub earlier: Vec<(&'r Edition, Value)>,
}

/// The tables of a council: every measure that it has a figure or a series for, by name.
pub fn tables<'r>(register: &'r Register, slug: &'r Id, dossier: &'r Dossier) -> Vec<MeasureTable<'r>> {
    let measures = register.shelves.measures.iter();
    measures
        .map(|(id, measure)| MeasureTable {
            id,
            measure,
            joint: measure.joint_return(slug),
            rows: rows(register, slug, dossier, id, measure),
        })
        .filter(|table| !table.rows.is_empty())
        .collect()
}

fn rows<'r>(
    register: &'r Register,
    slug: &Id,
    dossier: &'r Dossier,
    id: &Id,
    measure: &'r Measure,
) -> Vec<MeasureRow<'r>> {
    let figures = dossier
        .figures
        .iter()
        .filter(|figure| figure.measure.value == *id)
        .filter_map(|it| from_figure(it, measure));
    let points = register.series(id, slug.as_str());
    let series = points.iter().map(|point| blank(point.period, point.value, measure.source.as_ref()));
    let mut rows: Vec<MeasureRow<'r>> = series.chain(figures).collect();
    rows.sort_by_key(|row| row.period);
    for row in &mut rows {
        let same = |caution: &&Caution| {
            caution.measure.value == *id && Period::read(&caution.period, measure.period) == Ok(row.period)
        };
        if row.figure.is_none() {
            row.earlier = register.earlier(id, slug.as_str(), row.period);
            row.earlier.retain(|(_, value)| *value != row.value);
        }
        row.caution = dossier.cautions.iter().find(same);
        compare(register, dossier, id, row);
        money(register, slug, measure, row);
    }
    odd(measure, &mut rows);
    changes(measure, &mut rows);
    rows
}

impl MeasureRow<'_> {
    /// Whether the value is known as such, and not as more or less than it or almost it.
    fn is_exact(&self) -> bool {
        matches!(self.precision, Precision::Exact | Precision::Rounded)
    }
}

fn from_figure<'r>(figure: &'r Figure, measure: &Measure) -> Option<MeasureRow<'r>> {
    let period = Period::read(&figure.period, measure.period).ok()?;
    let number = figure.value.as_ref().map(|it| Value::Known(it.value));
    let value = number.or_else(|| figure.missing.as_ref().map(|it| Value::Missing(it.value)))?;
    let row = blank(period, value, Some(&figure.source));
    Some(MeasureRow { precision: figure.precision, figure: Some(figure), ..row })
}

fn blank(period: Period, value: Value, source: Option<&Citations>) -> MeasureRow<'_> {
    MeasureRow {
        period,
        value,
        source,
        precision: Precision::Exact,
        figure: None,
        change: None,
        broken: None,
        real: None,
        per_head: Vec::new(),
        region: None,
        england: None,
        odd: false,
        caution: None,
        earlier: Vec::new(),
    }
}

/// The same measure and the same period for region and England, never another.
fn compare(register: &Register, dossier: &Dossier, id: &Id, row: &mut MeasureRow<'_>) {
    let find = |area: &str| {
        register.series(id, area).iter().find(|point| point.period == row.period).map(|point| point.value)
    };
    row.region = find(&format!("region:{}", dossier.council().region.value));
    row.england = find("england");
}

fn money(register: &Register, slug: &Id, measure: &Measure, row: &mut MeasureRow<'_>) {
    // Of “over £2m” no exact sum is made.
    let (Some(value), Period::Year(year)) = (row.value.known().filter(|_| row.is_exact()), row.period) else {
        row.per_head = vec![None; measure.per_head.len()];
        return;
    };
    let Some(pounds) = measure.unit.in_pounds(value) else {
        return;
    };
    if measure.real_terms == Some(true)
        && let Some((deflator, base)) = register.deflator()
    {
        row.real = real_terms(deflator, base, year, pounds).ok();
    }
    row.per_head = heads(register, slug, measure, year, pounds);
}

fn heads(
    register: &Register,
    slug: &Id,
    measure: &Measure,
    year: FinancialYear,
    pounds: Decimal,
) -> Vec<Option<PerHead>> {
    measure
        .per_head
        .iter()
        .map(|head| per_head(pounds, year, register.series(&head.value, slug.as_str())))
        .collect()
}

/// Marks sums of money that are more than three times both neighbours, or less than a third of both:
/// real spending does not move so and back within a year, misreported returns do.
fn odd(measure: &Measure, rows: &mut [MeasureRow<'_>]) {
    if !measure.unit.is_money() {
        return;
    }
    let values: Vec<Option<Decimal>> = rows.iter().map(|row| row.value.known()).collect();
    for at in 1..values.len().saturating_sub(1) {
        if let (Some(before), Some(this), Some(after)) = (values[at - 1], values[at], values[at + 1]) {
            let three = Decimal::from(3);
            let above = this > before * three && this > after * three;
            let below = this * three < before && this * three < after;
            rows[at].odd = (above || below) && before > Decimal::ZERO && after > Decimal::ZERO;
        }
    }
}

/// Changes between neighbouring periods: none across a gap, a break, a missing or inexact value.
fn changes(measure: &'_ Measure, rows: &mut [MeasureRow<'_>]) {
    for at in 1..rows.len() {
        let (before, this) = (&rows[at - 1], &rows[at]);
        let exact = before.is_exact() && this.is_exact();
        let broken = measure.break_between(before.period, this.period).is_some();
        let comparable = exact
            && !broken
            && this.period.follows(before.period)
            && [before, this].iter().all(|row| row.caution.is_none() && !row.odd);
        let both = before.value.known().zip(this.value.known());
        rows[at].change = both.filter(|_| comparable).map(|(before, this)| change(before, this));
    }
}

impl<'r> MeasureTable<'r> {
    /// Notes the breaks in the rows after them.
    #[must_use]
    pub fn with_breaks(mut self) -> Self {
        for at in 1..self.rows.len() {
            self.rows[at].broken = self.measure.break_between(self.rows[at - 1].period, self.rows[at].period);
        }
        self
    }

    /// The latest row with a value.
    pub fn latest(&self) -> Option<&MeasureRow<'r>> {
        self.rows.iter().rev().find(|row| row.value.known().is_some())
    }
}
