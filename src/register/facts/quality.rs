//! Inspections, visits and interventions.

use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::record::Finding;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::MaybeDate;
use crate::record::Visit;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::register::facts::of_text;
use crate::report::Span;
use crate::report::Spanned;

/// Words that stand where a judgement has no grade yet: what is put in their place changes nothing.
const UNKNOWN: [&str; 2] = ["not-recorded", "not-yet-published"];

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, dossier: &'r Dossier) {
    dossier.inspections.iter().for_each(|it| of_inspection(all, slug, it));
    dossier.visits.iter().for_each(|it| of_visit(all, slug, it));
    dossier.interventions.iter().for_each(|it| of_intervention(all, slug, it));
}

fn of_inspection<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, filed: &'r Filed<Inspection>) {
    let it = &filed.record;
    let record = format!("{slug}/inspections/{}", filed.id);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: Span::start_of(filed.file) };
    facts.add_at("framework", &it.framework.value, it.framework.span);
    facts.add_at("kind", &it.kind.value, it.kind.span);
    day(&mut facts, "start", &it.start);
    day(&mut facts, "end", &it.end);
    facts.add_at("published", it.published.value, it.published.span);
    facts.add("evidence", it.evidence.word());
    for (judgement, judged) in it.judgements.iter() {
        let grade = &judged.grade;
        if !UNKNOWN.contains(&grade.value.as_str()) {
            let key = format!("judgements/{}", judgement.value);
            facts.add_from(key, &grade.value, grade.span, judged.source.as_ref());
        }
    }
    if it.lists_areas == Some(false) {
        facts.add("lists-areas", "no");
    }
    for area in &it.areas {
        facts.add_at(format!("areas/{}", area.id.value), &area.label, area.id.span);
        list(&mut facts, format!("area-themes/{}", area.id.value), &area.themes);
    }
    findings(&mut facts, &it.findings);
    facts.add_note(it.note.as_ref());
    facts.add_summary(&filed.prose);
    facts.add_disagreements(&it.also_reported);
}

fn of_visit<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, filed: &'r Filed<Visit>) {
    let it = &filed.record;
    let record = format!("{slug}/visits/{}", filed.id);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: Span::start_of(filed.file) };
    facts.add_at("kind", &it.kind.value, it.kind.span);
    facts.add_at("start", it.start.value, it.start.span);
    day(&mut facts, "end", &it.end);
    for (key, inspection) in [("follows", &it.follows), ("mentioned-in", &it.mentioned_in)] {
        inspection.iter().for_each(|id| facts.add_at(key, &id.value, id.span));
    }
    it.theme.iter().for_each(|theme| facts.add("theme", theme));
    list(&mut facts, "themes".to_owned(), &it.themes);
    list(&mut facts, "takes-in".to_owned(), &it.takes_in);
    if let Some(ordinal) = &it.ordinal {
        facts.add_from("ordinal", ordinal.number.normalize(), facts.place, Some(&ordinal.source));
    }
    if let LetterStatus::Published | LetterStatus::NotExpected = it.letter.value {
        facts.add_at("letter", it.letter.value.word(), it.letter.span);
    }
    if let Some(published) = &it.published {
        facts.add_at("published", published.value, published.span);
    }
    it.priority_actions.iter().for_each(|text| facts.add_text("priority-actions", text, None));
    findings(&mut facts, &it.findings);
    facts.add_note(it.note.as_ref());
    facts.add_summary(&filed.prose);
    facts.add_disagreements(&it.also_reported);
}

fn of_intervention<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, it: &'r Intervention) {
    let record = format!("{slug}/interventions/{}", it.id.value);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.id.span };
    facts.add_at("track", &it.track.value, it.track.span);
    facts.add_at("kind", &it.kind.value, it.kind.span);
    facts.add("instrument", &it.instrument);
    facts.add("legal-basis", &it.legal_basis);
    facts.add("issued-by", &it.issued_by);
    day(&mut facts, "from", &it.from);
    for (key, date) in [("to", &it.to), ("planned-to", &it.planned_to)] {
        date.iter().for_each(|date| facts.add_at(key, date.value, date.span));
    }
    facts.add("lasts", it.lasts != Some(false));
    it.replaced_by.iter().for_each(|next| facts.add_at("replaced-by", &next.value, next.span));
    it.ended_how.iter().for_each(|text| facts.add("ended-how", text));
    facts.add("about", &it.about);
    for person in &it.people {
        facts.add_text("people", &format!("{}, {}", person.name, person.role), None);
    }
    facts.add_disagreements(&it.also_reported);
}

fn day(facts: &mut Gathered<'_, '_>, key: &str, date: &Spanned<MaybeDate>) {
    if let Some(known) = date.value.known() {
        facts.add_at(key, known, date.span);
    }
}

/// Names with a space between them; no fact where there is none.
fn list(facts: &mut Gathered<'_, '_>, key: String, all: &[Spanned<Id>]) {
    let names: Vec<&str> = all.iter().map(|it| it.value.as_str()).collect();
    if let Some(first) = all.first() {
        facts.add_at(key, names.join(" "), first.span);
    }
}

/// A finding with our reading of it: `improved: …`; and the area under which pages show it.
fn findings<'r>(facts: &mut Gathered<'_, 'r>, all: &'r [Finding]) {
    for it in all {
        let text = format!("{}: {}", it.reading.word(), it.text);
        facts.add_text("findings", &text, it.source.as_ref());
        if let Some(area) = &it.area {
            let key = format!("finding-areas/{}", of_text(&text));
            facts.add_once(key, area.value.as_str(), area.span, it.source.as_ref());
        }
    }
}
