//! National series.

use crate::domain::Id;
use crate::record::Measure;
use crate::register::Series;
use crate::register::Shelves;
use crate::register::Value;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::report::FileId;
use crate::report::Span;

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, shelves: &'r Shelves) {
    for (id, (file, series)) in &shelves.series {
        if let Some(measure) = shelves.measures.get(id) {
            of_series(all, id, measure, (*file, series));
        }
    }
}

fn of_series<'r>(all: &mut Vec<Fact<'r>>, id: &Id, measure: &'r Measure, (file, series): (FileId, &Series)) {
    let source = measure.source.as_ref();
    for (area, points) in &series.areas {
        let place = series.places.get(area).copied().unwrap_or(Span::start_of(file));
        let record = format!("{}/series/{id}", area.replace(':', "-"));
        let mut facts = Gathered { all: &mut *all, record, source, place };
        for point in points {
            if let Value::Known(number) = point.value {
                facts.add_at(point.period.to_string(), number.normalize(), point.place.unwrap_or(place));
            }
        }
    }
}
