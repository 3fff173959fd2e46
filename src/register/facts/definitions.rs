//! What a value means: definitions of measures, wordings of grades and kinds, price indices. Without
//! them the same value says something else.

use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Framework;
use crate::record::Measure;
use crate::record::site::Deflator;
use crate::register::Series;
use crate::register::Shelves;
use crate::register::Value;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::register::facts::of_text;
use crate::report::Spanned;

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, shelves: &'r Shelves) {
    shelves.frameworks.iter().for_each(|(id, it)| of_framework(all, id, it));
    for (id, it) in &shelves.measures {
        of_measure(all, id, it);
        let place = it.group.span;
        let record = format!("measures/{id}");
        let mut facts = Gathered { all, record, source: it.source.as_ref(), place };
        for edition in &it.editions {
            let key = (id.clone(), edition.id.value.clone());
            if let Some((_, series)) = shelves.editions.get(&key) {
                facts.add_at(format!("editions/{}", edition.id.value), all_of(series), edition.id.span);
            }
        }
    }
    shelves.deflators.iter().for_each(|(id, it)| of_deflator(all, id, it));
}

fn of_framework<'r>(all: &mut Vec<Fact<'r>>, id: &Id, it: &'r Framework) {
    let record = format!("frameworks/{id}");
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.applies_from.span };
    for grade in &it.scale {
        facts.add_at(format!("grades/{}", grade.id.value), &grade.wording, grade.id.span);
        facts.add_at(format!("glyphs/{}", grade.id.value), &grade.glyph, grade.id.span);
    }
    for judgement in &it.judgements {
        facts.add_at(format!("judgements/{}", judgement.id.value), &judgement.wording, judgement.id.span);
        facts.add_at(format!("lines/{}", judgement.id.value), &judgement.line.value, judgement.line.span);
    }
    for line in &it.not_judged {
        facts.add_at(format!("not-judged/{}", line.line.value), &line.because, line.line.span);
    }
    let order: Vec<&str> = it.scale.iter().map(|grade| grade.id.value.as_str()).collect();
    facts.add("scale", order.join(" "));
    for grade in &it.scale {
        grade.meaning.iter().for_each(|text| facts.add(format!("meanings/{}", grade.id.value), text));
    }
    for judgement in &it.judgements {
        judgement.scope.iter().for_each(|text| facts.add(format!("scopes/{}", judgement.id.value), text));
    }
    facts.add("short", &it.short);
    facts.add_at("applies-from", it.applies_from.value, it.applies_from.span);
    it.applies_to.iter().for_each(|to| facts.add_at("applies-to", to.value, to.span));
    facts.add("regulator", &it.regulator);
    for kind in &it.kinds {
        facts.add_at(format!("kinds/{}", kind.id.value), &kind.title, kind.id.span);
    }
}

fn of_measure<'r>(all: &mut Vec<Fact<'r>>, id: &Id, it: &'r Measure) {
    let (record, place) = (format!("measures/{id}"), it.group.span);
    let mut facts = Gathered { all, record, source: it.source.as_ref(), place };
    facts.add("title", &it.title);
    facts.add("unit", it.unit.word());
    it.counted.iter().for_each(|counted| facts.add("counted", counted));
    facts.add("collector", &it.collector);
    facts.add("basis", it.basis.word());
    facts.add("gross-net", it.gross_net.word());
    facts.add("price-basis", it.price_basis.word());
    facts.add("definition", &it.definition);
    it.per.iter().for_each(|per| facts.add("per", per));
    let names = |all: &[Spanned<Id>]| all.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(" ");
    facts.add("per-head", or_none(names(&it.per_head)));
    facts.add("decimals", it.decimals.map_or_else(|| "as they came".to_owned(), |it| it.to_string()));
    for (key, is) in [("real-terms", it.real_terms), ("headline", it.headline), ("spread", it.spread)] {
        facts.add(key, is == Some(true));
    }
    let days: Vec<String> = it.breaks.iter().map(|it| it.at.machine()).collect();
    facts.add("break-days", or_none(days.join(" ")));
    for at in &it.breaks {
        facts.add_from(format!("breaks/{}", at.at.machine()), &at.because, place, Some(&at.source));
    }
    for joint in &it.joint {
        let councils: Vec<&str> = joint.councils.iter().map(|it| it.value.as_str()).collect();
        facts.add_from(format!("joint/{}", councils.join("+")), &joint.because, place, Some(&joint.source));
    }
    for other in &it.look_alikes {
        facts.add_at(format!("look-alikes/{}", other.measure.value), &other.because, other.measure.span);
    }
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}

fn of_deflator<'r>(all: &mut Vec<Fact<'r>>, id: &Id, it: &'r Deflator) {
    let record = format!("deflators/{id}");
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.base.span };
    facts.add("edition", &it.edition);
    for (year, index) in it.index.iter() {
        facts.add_at(year.value.to_string(), index.normalize(), year.span);
    }
}

/// A name made of all values of an edition.
fn all_of(series: &Series) -> String {
    let points = series.areas.iter().flat_map(|(area, points)| points.iter().map(move |it| (area, it)));
    let value = |it: Value| match it {
        Value::Known(number) => number.normalize().to_string(),
        Value::Missing(why) => why.word().to_owned(),
    };
    let lines = points.map(|(area, it)| format!("{area},{},{}\n", it.period, value(it.value)));
    of_text(&lines.collect::<String>())
}
