//! National series, and the definitions without which a value means something else.

use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Framework;
use crate::record::Measure;
use crate::register::Series;
use crate::register::Shelves;
use crate::register::Value;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::report::FileId;
use crate::report::Span;

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, shelves: &'r Shelves) {
    for (id, framework) in &shelves.frameworks {
        of_framework(all, id, framework);
    }
    for (id, measure) in &shelves.measures {
        let Some(source) = &measure.source else { continue };
        let record = format!("measures/{id}");
        let mut it = Gathered { all, record, source, place: measure.group.span };
        definition(&mut it, measure);
        if let Some((file, series)) = shelves.series.get(id) {
            of_series(all, id, measure, (*file, series));
        }
    }
}

fn of_framework<'r>(all: &mut Vec<Fact<'r>>, id: &Id, it: &'r Framework) {
    let record = format!("frameworks/{id}");
    let mut facts = Gathered { all, record, source: &it.source, place: it.applies_from.span };
    for grade in &it.scale {
        facts.add_at(format!("grades/{}", grade.id.value), &grade.wording, grade.id.span);
    }
    for judgement in &it.judgements {
        facts.add_at(format!("judgements/{}", judgement.id.value), &judgement.wording, judgement.id.span);
    }
}

/// What a value of the measure is.
fn definition(facts: &mut Gathered<'_, '_>, it: &Measure) {
    facts.add("title", &it.title);
    facts.add("unit", it.unit.word());
    facts.add("basis", it.basis.word());
    facts.add("gross-net", it.gross_net.word());
    facts.add("price-basis", it.price_basis.word());
    facts.add("definition", &it.definition);
}

fn of_series<'r>(all: &mut Vec<Fact<'r>>, id: &Id, measure: &'r Measure, (file, series): (FileId, &Series)) {
    let Some(source) = &measure.source else { return };
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
