//! What corrections say: an entry, once it is in a release, stays as it is like any fact.

use crate::domain::Choice;
use crate::register::Shelves;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;

pub(super) fn add(all: &mut Vec<Fact<'_>>, shelves: &Shelves) {
    for it in &shelves.corrections {
        let record = format!("corrections/{}", it.id.value);
        let mut facts = Gathered { all: &mut *all, record, source: None, place: it.id.span };
        facts.add("kind", it.kind.word());
        facts.add_at("on", it.on.value, it.on.span);
        facts.add_at("about", &it.about.value, it.about.span);
        facts.add("was", &it.was);
        facts.add("now", &it.now);
        facts.add("because", &it.because);
        it.told_by.iter().for_each(|who| facts.add("told-by", who));
        for change in &it.changes {
            let now = change.now.as_ref().map_or("gone", |now| now.value.as_str());
            let value = format!("{} → {now}", change.was.value);
            facts.add_at(format!("changes/{}", change.fact.value), value, change.fact.span);
            if let Some(to) = &change.moved_to {
                facts.add_at(format!("moved-to/{}", change.fact.value), &to.value, to.span);
            }
        }
    }
}

/// The name of the fact that says what an entry changes of another.
pub fn change_of(id: &str, fact: &str) -> String {
    format!("corrections/{id}/changes/{fact}")
}

/// The name of the fact that says when a correction was made: releases that have it have the entry.
pub fn day_of(id: &str) -> String {
    format!("corrections/{id}/on")
}
