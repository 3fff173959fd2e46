//! All that follows from the register, council by council.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::analysis::Grid;
use crate::analysis::MeasureTable;
use crate::analysis::Moment;
use crate::analysis::Standing;
use crate::analysis::measure_table;
use crate::analysis::timeline;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::register::Dossier;
use crate::register::Register;

/// What follows from the register.
#[derive(Debug)]
pub struct Findings<'r> {
    /// By council.
    pub councils: BTreeMap<&'r Id, CouncilFindings<'r>>,
}

/// What follows for one council.
#[derive(Debug)]
pub struct CouncilFindings<'r> {
    /// Where it stands; nothing if no inspection is on record.
    pub standing: Option<Standing<'r>>,
    /// Its grades through time.
    pub grid: Grid<'r>,
    /// Its events, latest first.
    pub timeline: Vec<Moment<'r>>,
    /// Its figures by measure.
    pub tables: Vec<MeasureTable<'r>>,
}

/// Works everything out, on all cores.
///
/// * `today`: the as-at date.
pub fn derive(today: PartialDate, register: &Register) -> Findings<'_> {
    let dossiers: Vec<_> = register.shelves.dossiers.iter().collect();
    let councils = dossiers
        .into_par_iter()
        .map(|(slug, dossier)| (slug, council(today, register, slug, dossier)))
        .collect();
    Findings { councils }
}

fn council<'r>(
    today: PartialDate,
    register: &'r Register,
    slug: &'r Id,
    dossier: &'r Dossier,
) -> CouncilFindings<'r> {
    let tables = measure_table::tables(register, slug, dossier);
    CouncilFindings {
        standing: Standing::of(today, register, dossier),
        grid: Grid::of(register, dossier),
        timeline: timeline::timeline(dossier),
        tables: tables.into_iter().map(MeasureTable::with_breaks).collect(),
    }
}
