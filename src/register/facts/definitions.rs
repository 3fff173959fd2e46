//! What a value means: definitions of measures, wordings of grades and kinds, price indices. Without
//! them the same value says something else.

use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Framework;
use crate::record::Measure;
use crate::record::Site;
use crate::record::site::Deflator;
use crate::record::vocabulary::InterventionKind;
use crate::record::vocabulary::Line;
use crate::record::vocabulary::Term;
use crate::record::vocabulary::Vocabulary;
use crate::register::Series;
use crate::register::Shelves;
use crate::register::Value;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::register::facts::of_text;

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, shelves: &'r Shelves, words: Option<&'r Vocabulary>) {
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
    terms(all, "themes", &shelves.themes);
    if let Some(words) = words {
        terms(all, "visit-kinds", &words.visit_kinds);
        terms(all, "tracks", &words.tracks);
        words.lines.iter().for_each(|line| of_line(all, line));
        words.intervention_kinds.iter().for_each(|kind| of_kind(all, kind));
    }
}

/// The year in whose prices real terms are.
pub(super) fn real_terms<'r>(all: &mut Vec<Fact<'r>>, site: Option<&'r Site>) {
    if let Some(terms) = site.and_then(|it| it.real_terms.as_ref()) {
        let record = "site/real-terms".to_owned();
        let mut facts = Gathered { all, record, source: None, place: terms.base.span };
        facts.add("base", terms.base.value);
        facts.add_at("deflator", &terms.deflator.value, terms.deflator.span);
    }
}

fn terms<'r>(all: &mut Vec<Fact<'r>>, kind: &str, terms: &'r [Term]) {
    for term in terms {
        let record = format!("vocabulary/{kind}");
        let mut facts = Gathered { all: &mut *all, record, source: None, place: term.id.span };
        facts.add(term.id.value.to_string(), &term.title);
    }
}

/// Which line is the grade for the council as a whole changes what every page leads with.
fn of_line<'r>(all: &mut Vec<Fact<'r>>, line: &'r Line) {
    let record = "vocabulary/lines".to_owned();
    let mut facts = Gathered { all, record, source: None, place: line.id.span };
    facts.add(line.id.value.to_string(), &line.title);
    if line.headline == Some(true) {
        facts.add("headline", &line.id.value);
    }
}

/// Whether a kind is in force, and outlasts what set it up, decides what is said to be in force.
fn of_kind<'r>(all: &mut Vec<Fact<'r>>, kind: &'r InterventionKind) {
    let record = "vocabulary/intervention-kinds".to_owned();
    let mut facts = Gathered { all, record, source: kind.source.as_ref(), place: kind.id.span };
    facts.add(kind.id.value.to_string(), &kind.title);
    for (key, is) in [("proposed", kind.proposed), ("outlasts", kind.outlasts)] {
        is.iter().for_each(|is| facts.add(format!("{}-{key}", kind.id.value), is));
    }
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

fn of_deflator<'r>(all: &mut Vec<Fact<'r>>, id: &Id, it: &'r Deflator) {
    let record = format!("deflators/{id}");
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.base.span };
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
