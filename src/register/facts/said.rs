//! Events, statements and promises.

use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::OutcomeStatus;
use crate::record::Commitment;
use crate::record::Event;
use crate::record::Statement;
use crate::register::Dossier;
use crate::register::Shelves;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, dossier: &'r Dossier) {
    dossier.events.iter().for_each(|it| of_event(all, slug, it));
    dossier.statements.iter().for_each(|it| of_statement(all, slug, it));
    dossier.commitments.iter().for_each(|it| of_commitment(all, slug, it));
}

fn of_event<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, it: &'r Event) {
    let record = format!("{slug}/events/{}", it.id.value);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.id.span };
    facts.add_at("date", it.date.value, it.date.span);
    facts.add("kind", it.kind.word());
    facts.add("title", &it.title);
    it.about.iter().for_each(|text| facts.add("about", text));
    facts.add_disagreements(&it.also_reported);
}

fn of_statement<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, it: &'r Statement) {
    let record = format!("{slug}/statements/{}", it.id.value);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.id.span };
    facts.add_at("date", it.date.value, it.date.span);
    facts.add("kind", it.kind.word());
    facts.add("speaker", it.speaker.named());
    facts.add("forum", &it.forum);
    facts.add("said", &it.said);
    it.quote.iter().for_each(|quote| facts.add_at("quote", &quote.value, quote.span));
    facts.add_note(it.note.as_ref());
    facts.add_disagreements(&it.also_reported);
}

fn of_commitment<'r>(all: &mut Vec<Fact<'r>>, slug: &Id, it: &'r Commitment) {
    let record = format!("{slug}/promises/{}", it.id.value);
    let mut facts = Gathered { all, record, source: Some(&it.source), place: it.id.span };
    facts.add_at("date", it.date.value, it.date.span);
    facts.add("speaker", it.speaker.named());
    facts.add("forum", &it.forum);
    facts.add("promised", &it.promised);
    it.due.iter().for_each(|due| facts.add_at("due", due.value, due.span));
    let settled = it.outcome.as_ref().filter(|it| it.status.value != OutcomeStatus::TooEarly);
    if let Some(outcome) = settled {
        let source = Some(&outcome.source);
        let place = outcome.status.span;
        facts.add_from("outcome", outcome.status.value.word(), place, source);
        facts.add_from("outcome-what", &outcome.what, place, source);
        outcome.on.iter().for_each(|on| facts.add_from("outcome-on", on.value, on.span, source));
    }
    facts.add_disagreements(&it.also_reported);
}

/// What those say of whom an item says something adverse, among the facts of the item.
pub(super) fn replies<'r>(all: &mut Vec<Fact<'r>>, shelves: &'r Shelves) {
    for it in &shelves.replies {
        let record = it.about.value.clone();
        let mut facts = Gathered { all, record, source: None, place: it.id.span };
        let key = |what: &str| format!("replies/{}/{what}", it.id.value);
        facts.add_at(key("body"), &it.body.value, it.body.span);
        facts.add_at(key("asked"), it.asked.value, it.asked.span);
        facts.add_at(key("due"), it.due.value, it.due.span);
        it.received.iter().for_each(|on| facts.add_at(key("received"), on.value, on.span));
        it.text.iter().for_each(|text| facts.add(key("text"), text));
    }
}
