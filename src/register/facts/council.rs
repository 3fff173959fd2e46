//! Who a council is, and the figures that only it has.

use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Caution;
use crate::record::Figure;
use crate::register::Dossier;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::register::facts::words_of_site;
use crate::report::Span;

/// What stands where a figure is shown in digits, not in the words of its source.
pub const IN_DIGITS: &str = "in digits";

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, dossier: &'r Dossier) {
    let Some(filed) = &dossier.council else { return };
    let council = &filed.record;
    let place = Span::start_of(filed.file);
    let mut it = Gathered { all, record: format!("{slug}/council"), source: Some(&council.source), place };
    it.add("name", &council.name);
    it.add("official-name", &council.official_name);
    it.add("kind", &council.kind);
    for (scheme, code) in council.codes.iter() {
        it.add_at(format!("codes/{}", scheme.value), &code.value, code.span);
    }
    it.add_at("region", &council.region.value, council.region.span);
    for other in &council.not_to_be_confused_with {
        it.add(format!("not-to-be-confused-with/{}", crate::domain::slug(&other.name)), &other.because);
    }
    if let Some(near) = &council.neighbours {
        let councils: Vec<&str> = near.councils.iter().map(|it| it.value.as_str()).collect();
        it.add_from("neighbours", councils.join(" "), place, Some(&near.source));
        it.add_from("neighbours-model", &near.model, place, Some(&near.source));
    }
    if let Some(first) = &council.established {
        it.add_at("established", first.value, first.span);
    }
    if let Some(end) = &council.abolished {
        it.add_from("abolished", end.on.value, end.on.span, Some(&end.source));
    }
    for body in &council.delivered_by {
        let from = body.from.map(|from| format!("-{}", from.machine())).unwrap_or_default();
        let key = format!("delivered-by/{}{from}", crate::domain::slug(&body.name));
        let source = Some(&body.source);
        it.add_from(format!("{key}/name"), &body.name, place, source);
        body.from.iter().for_each(|day| it.add_from(format!("{key}/from"), day, place, source));
        body.to.iter().for_each(|day| it.add_from(format!("{key}/to"), day, place, source));
    }
    for former in &council.former_names {
        it.add(format!("former-names/{}", crate::domain::slug(&former.name)), former.until.machine());
    }
    let districts: Vec<&str> = council.districts.iter().map(|it| it.name.as_str()).collect();
    if !districts.is_empty() {
        it.add("districts", districts.join(", "));
    }
    it.add_summary(&filed.prose);
    for (kind, horizon) in council.horizons.iter() {
        words_of_site::horizon(all, format!("{slug}/council"), kind, horizon);
    }
    dossier.figures.iter().for_each(|figure| of_figure(all, slug, figure));
    dossier.cautions.iter().for_each(|caution| of_caution(all, slug, caution));
}

/// A warning beside a value, named by the measure and period of that value.
fn of_caution<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, it: &'r Caution) {
    let record = format!("{slug}/cautions/{}", it.measure.value);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.measure.span };
    facts.add_at(it.period.value.as_str(), &it.note, it.period.span);
}

fn of_figure<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, it: &'r Figure) {
    let place = it.id.span;
    let record = format!("{slug}/figures/{}", it.id.value);
    let mut facts = Gathered { all, record, source: Some(&it.source), place };
    facts.add_at("measure", &it.measure.value, it.measure.span);
    facts.add_at("period", &it.period.value, it.period.span);
    if let Some(value) = &it.value {
        facts.add_at("value", value.value.normalize(), value.span);
    }
    facts.add("precision", it.precision.word());
    facts.add("as-said", it.as_said.as_deref().unwrap_or(IN_DIGITS));
    facts.add_note(it.note.as_ref());
    it.also_reported.iter().for_each(|other| facts.add_disagreement("value", other));
}
