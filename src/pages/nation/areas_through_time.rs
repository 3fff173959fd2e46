//! England and the regions through time on one measure, as drawings: a line for each, and from what
//! to what since the last break.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::charts::Change;
use crate::charts::Drawing;
use crate::charts::Line;
use crate::charts::Lines;
use crate::charts::Scale;
use crate::charts::changes;
use crate::domain::Id;
use crate::domain::Period;
use crate::pages::parts::Frame;
use crate::pages::sections::through_time;
use crate::record::Measure;

/// England and the regions that the series has: key in the series, name.
fn areas(frame: &Frame<'_>, id: &Id) -> Vec<(String, String)> {
    let regions = frame.register.regions.regions.iter();
    let regions = regions.map(|it| (format!("region:{}", it.id.value), it.title.clone()));
    std::iter::once(("england".to_owned(), "England".to_owned()))
        .chain(regions)
        .filter(|(area, _)| !frame.register.series(id, area).is_empty())
        .collect()
}

/// Every period of England's series, oldest first, those without a row too.
fn periods(frame: &Frame<'_>, id: &Id) -> Vec<Period> {
    through_time::axis(frame.register.series(id, "england").iter().map(|it| it.period))
}

fn value(frame: &Frame<'_>, id: &Id, area: &str, period: Period) -> Option<Decimal> {
    frame.register.series(id, area).iter().find(|it| it.period == period)?.value.known()
}

/// Periods before which the reckoning changed.
fn breaks(it: &Measure, periods: &[Period]) -> Vec<usize> {
    (1..periods.len()).filter(|n| it.break_between(periods[n - 1], periods[*n]).is_some()).collect()
}

/// England through time; the regions stand beside it in grey where a share or a rate compares them.
pub fn lines_of(frame: &Frame<'_>, id: &Id, it: &Measure) -> Option<(String, Lines)> {
    let periods = periods(frame, id);
    let of = |area: &str| -> Vec<Option<f64>> {
        periods.iter().map(|period| value(frame, id, area, *period)?.to_f64()).collect()
    };
    let england = of("england");
    let known = |period: &Period| Some((*period, value(frame, id, "england", *period)?));
    // What the title compares lies after the last break.
    let breaks = breaks(it, &periods);
    let first = periods[breaks.last().copied().unwrap_or(0)..].iter().find_map(known);
    let last = periods.iter().rev().find_map(known)?;
    if england.iter().flatten().count() < 3 {
        return None;
    }
    let label = through_time::label(it, "England", last.1, last.0, &periods);
    let mut drawn = vec![Line { label, is_main: true, points: england }];
    if it.spread == Some(true) {
        let regions = areas(frame, id).into_iter().skip(1);
        drawn.extend(regions.map(|(area, _)| Line {
            label: String::new(),
            is_main: false,
            points: of(&area),
        }));
    }
    let said = |(period, value): (Period, Decimal)| {
        format!("{} {}", through_time::short(it, value), through_time::when(period))
    };
    let title = match first.filter(|first| first.0 != last.0) {
        Some(first) => format!("England: {}, {}", said(first), said(last)),
        None => format!("England: {}", said(last)),
    };
    Some((title, through_time::chart(it, drawn, &periods, breaks, Vec::new())))
}

/// England and the regions from the first period after the last break to the latest; nothing where
/// that is one period, or sizes would be compared.
pub fn change_of(frame: &Frame<'_>, id: &Id, it: &Measure) -> Option<(String, Drawing)> {
    let periods = periods(frame, id);
    let after = breaks(it, &periods).last().copied().unwrap_or(0);
    let (from, to) = (*periods.get(after)?, *periods.last()?);
    if it.spread != Some(true) || from == to {
        return None;
    }
    let row = |(area, name): (String, String)| {
        let (before, now) = (value(frame, id, &area, from)?, value(frame, id, &area, to)?);
        let words = |value| through_time::short(it, value);
        Some(Change {
            label: format!("{name}: {} to {}", words(before), words(now)),
            from: before.to_f64()?,
            to: now.to_f64()?,
            is_main: area == "england",
        })
    };
    let rows: Vec<Change> = areas(frame, id).into_iter().filter_map(row).collect();
    let high = rows.iter().flat_map(|row| [row.from, row.to]).fold(0.0, f64::max);
    let title = format!("From {} to {}, England and the regions", from.long(), to.long());
    let drawing = changes(&rows, Scale::over(0.0, high).top());
    (rows.len() > 1).then_some((title, drawing))
}
