//! Spells of intervention: instruments of one track that overlap or follow on from each other are one
//! spell. A spell is over only if every instrument of it has an end on record.

use std::cmp::Reverse;

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Intervention;
use crate::record::vocabulary::InterventionKind;
use crate::record::vocabulary::Vocabulary;
use crate::register::Dossier;
use crate::register::Register;

/// A spell of intervention on one track.
#[derive(Debug)]
pub struct Spell<'r> {
    /// The council.
    pub council: &'r Id,
    /// The track.
    pub track: &'r Id,
    /// Its instruments, in the order of their first days.
    pub instruments: Vec<&'r Intervention>,
    /// Its first day, as far as known.
    pub from: PartialDate,
    /// Its last day; nothing where an instrument of it has no end on record.
    pub to: Option<PartialDate>,
    /// Days from the first to the last, where both months are known; one known to the month counts
    /// from the first day of it.
    pub days: Option<i64>,
}

/// Every spell, by track and council, the latest first.
pub fn spells(register: &Register) -> Vec<Spell<'_>> {
    let mut all: Vec<Spell<'_>> = Vec::new();
    for track in register.vocabulary.tracks.iter().map(|it| &it.id.value) {
        for (council, dossier) in &register.shelves.dossiers {
            all.extend(of_track(&register.vocabulary, council, dossier, track));
        }
    }
    all.sort_by_key(|it| (it.track, Reverse(it.from), it.council));
    all
}

fn of_track<'r>(
    words: &'r Vocabulary,
    council: &'r Id,
    dossier: &'r Dossier,
    track: &'r Id,
) -> Vec<Spell<'r>> {
    let counts = |it: &&Intervention| it.track.value == *track && is_in_spell(words, it);
    let mut lasting: Vec<(&Intervention, PartialDate)> = dossier
        .interventions
        .iter()
        .filter(counts)
        .filter_map(|it| Some((it, it.from.value.known()?)))
        .collect();
    lasting.sort_by_key(|(_, from)| *from);
    let mut spells: Vec<Spell<'r>> = Vec::new();
    for (it, from) in lasting {
        let to = ended(dossier, it);
        let last = spells.last_mut().filter(|last| last.to.is_none_or(|end| from.first() <= end.last()));
        match last {
            Some(last) => {
                last.instruments.push(it);
                last.to = last.to.zip(to).map(|(one, other)| one.max(other));
            }
            None => spells.push(Spell { council, track, instruments: vec![it], from, to, days: None }),
        }
    }
    for spell in &mut spells {
        spell.days = spell.to.and_then(|to| length(spell.from, to));
    }
    spells
}

/// The last day of an instrument: its own, or the first of what took its place.
pub fn ended(dossier: &Dossier, it: &Intervention) -> Option<PartialDate> {
    let next = || {
        let id = &it.replaced_by.as_ref()?.value;
        dossier.interventions.iter().find(|other| other.id.value == *id)?.from.value.known()
    };
    it.to.as_ref().map(|to| to.value).or_else(next)
}

/// Days between two dates that are known to the month at least.
pub fn length(from: PartialDate, to: PartialDate) -> Option<i64> {
    (from.knows_month() && to.knows_month()).then(|| (to.first() - from.first()).num_days())
}

/// Whether an instrument was only proposed.
pub fn is_proposal(words: &Vocabulary, it: &Intervention) -> bool {
    kind_of(words, it).is_some_and(|kind| kind.proposed == Some(true))
}

/// Whether an instrument is part of a spell: it lasts, was more than proposed, and cannot outlast the
/// intervention that set it up.
pub fn is_in_spell(words: &Vocabulary, it: &Intervention) -> bool {
    let outlasts = kind_of(words, it).is_some_and(|kind| kind.outlasts == Some(true));
    it.lasts != Some(false) && !is_proposal(words, it) && !outlasts
}

/// The kind of an instrument.
pub fn kind_of<'r>(words: &'r Vocabulary, it: &Intervention) -> Option<&'r InterventionKind> {
    words.intervention_kinds.iter().find(|kind| kind.id.value == it.kind.value)
}
