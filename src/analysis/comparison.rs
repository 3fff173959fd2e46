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

/// Every measure on which councils of different size compare, in the latest period in which
/// councils have values, as far as this one has a row for it.
pub fn beside<'r>(register: &'r Register, slug: &Id, dossier: &'r Dossier) -> Vec<Beside<'r>> {
    let measures = register.shelves.measures.iter().filter(|(_, it)| it.spread == Some(true));
    measures.filter_map(|(id, measure)| one(register, slug, dossier, id, measure)).collect()
}

fn one<'r>(
    register: &'r Register,
    slug: &Id,
    dossier: &'r Dossier,
    id: &'r Id,
    measure: &'r Measure,
) -> Option<Beside<'r>> {
    let period = latest_period(register, id)?;
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
