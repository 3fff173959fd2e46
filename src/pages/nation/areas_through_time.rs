//! England and the regions through time on one measure, as drawings: a line for each, and from what
//! to what since the last break.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::charts::Change;
use crate::charts::Drawing;
use crate::charts::Line;
use crate::charts::Scale;
use crate::charts::changes;
use crate::charts::lines;
use crate::domain::Id;
use crate::domain::Period;
use crate::pages::parts::Frame;
use crate::pages::through_time;
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

/// The periods of England's series, oldest first.
fn periods(frame: &Frame<'_>, id: &Id) -> Vec<Period> {
    let mut periods: Vec<Period> = frame.register.series(id, "england").iter().map(|it| it.period).collect();
    periods.sort();
    periods
}

fn value(frame: &Frame<'_>, id: &Id, area: &str, period: Period) -> Option<Decimal> {
    frame.register.series(id, area).iter().find(|it| it.period == period)?.value.known()
}

/// Periods before which the reckoning changed.
fn breaks(it: &Measure, periods: &[Period]) -> Vec<usize> {
    let between = |n: &usize| {
        let (before, this) = (periods[n - 1].last_day(), periods[*n].last_day());
        it.breaks.iter().any(|it| (before..this).contains(&it.at.first()))
    };
    (1..periods.len()).filter(between).collect()
}

/// England through time; the regions stand beside it in grey where a share or a rate compares them.
pub fn lines_of(frame: &Frame<'_>, id: &Id, it: &Measure) -> Option<(String, Drawing)> {
    let periods = periods(frame, id);
    let of = |area: &str| -> Vec<Option<f64>> {
        periods.iter().map(|period| value(frame, id, area, *period)?.to_f64()).collect()
    };
    let england = of("england");
    let (first, last) = (known(frame, id, &periods)?, known_last(frame, id, &periods)?);
    if england.iter().flatten().count() < 3 {
        return None;
    }
    let label = format!("England {}", through_time::short(it, last.1));
    let mut drawn = vec![Line { label, is_main: true, points: england }];
    if it.spread == Some(true) {
        let regions = areas(frame, id).into_iter().skip(1);
        drawn.extend(regions.map(|(area, _)| Line {
            label: String::new(),
            is_main: false,
            points: of(&area),
        }));
    }
    let names = periods.iter().map(|it| through_time::axis(*it)).collect();
    let chart = through_time::chart(it, drawn, names, breaks(it, &periods));
    let title = format!(
        "England: {} in {}, {} in {}",
        through_time::short(it, first.1),
        through_time::axis(first.0),
        through_time::short(it, last.1),
        through_time::axis(last.0)
    );
    Some((title, lines(&chart)))
}

fn known(frame: &Frame<'_>, id: &Id, periods: &[Period]) -> Option<(Period, Decimal)> {
    periods.iter().find_map(|period| Some((*period, value(frame, id, "england", *period)?)))
}

fn known_last(frame: &Frame<'_>, id: &Id, periods: &[Period]) -> Option<(Period, Decimal)> {
    periods.iter().rev().find_map(|period| Some((*period, value(frame, id, "england", *period)?)))
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
    let title =
        format!("From {} to {}, England and the regions", through_time::axis(from), through_time::axis(to));
    let drawing = changes(&rows, Scale::up_to(high).top());
    (rows.len() > 1).then_some((title, drawing))
}
