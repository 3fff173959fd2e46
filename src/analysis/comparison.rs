//! A council beside its statistical neighbours, its region and England: the same measure and the
//! same period, or nothing.

use crate::analysis::latest_period;
use crate::domain::Id;
use crate::domain::Period;
use crate::record::Measure;
use crate::register::Dossier;
use crate::register::Register;
use crate::register::Value;

/// One measure in one period for a council and those beside it.
#[derive(Debug)]
pub struct Beside<'r> {
    /// The measure.
    pub id: &'r Id,
    /// Its definition.
    pub measure: &'r Measure,
    /// The period.
    pub period: Period,
    /// The council's value.
    pub own: Value,
    /// Those of its statistical neighbours, in the model's order.
    pub neighbours: Vec<(&'r Id, Option<Value>)>,
    /// The region's.
    pub region: Option<Value>,
    /// England's.
    pub england: Option<Value>,
}

/// A measure on which councils of different size compare, and the latest period in which councils have values.
#[derive(Debug, Clone, Copy)]
pub struct Comparable<'r> {
    id: &'r Id,
    measure: &'r Measure,
    period: Period,
}

/// Every such measure.
pub fn comparable(register: &Register) -> Vec<Comparable<'_>> {
    let measures = register.shelves.measures.iter().filter(|(_, it)| it.spread == Some(true));
    let one = |(id, measure)| Some(Comparable { id, measure, period: latest_period(register, id)? });
    measures.filter_map(one).collect()
}

/// A council beside others on one measure; nothing where it has no row for the period.
pub fn beside<'r>(
    register: &'r Register,
    slug: &Id,
    dossier: &'r Dossier,
    on: &Comparable<'r>,
) -> Option<Beside<'r>> {
    let Comparable { id, measure, period } = *on;
    let at = |area: &str| {
        register.series(id, area).iter().find(|point| point.period == period).map(|point| point.value)
    };
    let council = dossier.council();
    let neighbours = council.neighbours.iter().flat_map(|it| &it.councils);
    Some(Beside {
        id,
        measure,
        period,
        own: at(slug.as_str())?,
        neighbours: neighbours.map(|other| (&other.value, at(other.as_str()))).collect(),
        region: at(&format!("region:{}", council.region.value)),
        england: at("england"),
    })
}
