//! Checks of the tile map: each council that exists has a tile of its own, in whole columns and rows.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::PartialDate;
use crate::record::Council;
use crate::record::council::Tile;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Span;

/// The most columns or rows that a map can have.
const MOST: u8 = 99;

/// Reports tiles that are no place on a map, and those that two councils share.
pub fn check(report: &mut Report, today: PartialDate, records: &Records) {
    let mut taken: BTreeMap<(Decimal, Decimal), (Span, &str)> = BTreeMap::new();
    for council in records.shelves.dossiers.values().filter_map(|it| Some(&it.council.as_ref()?.record)) {
        let Some(tile) = council.tile.as_ref().filter(|_| council.exists_on(today)) else { continue };
        if is_a_place(report, tile) {
            take(report, council, tile, &mut taken);
        }
    }
}

fn is_a_place(report: &mut Report, tile: &Tile) -> bool {
    let wrong = [&tile.column, &tile.row]
        .into_iter()
        .filter(|it| !it.value.fract().is_zero() || it.value.is_sign_negative() || it.value > MOST.into());
    let faults: Vec<Fault> = wrong
        .map(|it| {
            let message = format!("`{}` is no column or row of the tile map", it.value);
            Fault::error("council::tile", it.span, message)
                .help(format!("write a whole number from 0, at most {MOST}"))
        })
        .collect();
    let is_right = faults.is_empty();
    faults.into_iter().for_each(|fault| report.add(fault));
    is_right
}

fn take<'r>(
    report: &mut Report,
    council: &'r Council,
    tile: &Tile,
    taken: &mut BTreeMap<(Decimal, Decimal), (Span, &'r str)>,
) {
    let place = (tile.column.value, tile.row.value);
    if let Some((first, name)) = taken.insert(place, (tile.column.span, &council.name)) {
        let message = format!("{} and {name} have the same tile", council.name);
        let fault = Fault::error("council::tile", tile.column.span, message).also(first, "the other one");
        report.add(fault.help("give one of them a place that is free, near where it is"));
    }
}
