//! Spells of intervention: instruments of one track that overlap or follow on from each other are one
//! spell. A spell is over only if every instrument of it has an end on record.

use std::cmp::Reverse;

use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Intervention;
use crate::record::vocabulary::InterventionKind;
use crate::record::vocabulary::Vocabulary;
use crate::register::Dossier;
use crate::register::Register;

/// How long an instrument without an end on record is taken to reach, for what follows on from it,
/// where no end was planned. Older ones have often ended unrecorded.
pub const RECENT: Months = Months::new(60);

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
    /// Whether the council exists no more.
    is_over: bool,
    /// The last day to which what begins then is part of it.
    reach: NaiveDate,
}

/// Every spell, by track and council, the latest first.
///
/// * `today`: the as-at date; an end still to come is none yet.
pub fn spells(today: PartialDate, register: &Register) -> Vec<Spell<'_>> {
    let mut all: Vec<Spell<'_>> = Vec::new();
    for track in register.vocabulary.tracks.iter().map(|it| &it.id.value) {
        for (council, dossier) in &register.shelves.dossiers {
            all.extend(of_track(today, &register.vocabulary, council, dossier, track));
        }
    }
    all.sort_by_key(|it| (it.track, Reverse(it.from), it.council));
    all
}

fn of_track<'r>(
    today: PartialDate,
    words: &'r Vocabulary,
    council: &'r Id,
    dossier: &'r Dossier,
    track: &'r Id,
) -> Vec<Spell<'r>> {
    let lasting =
        || dossier.interventions.iter().filter(|it| it.track.value == *track && is_in_spell(words, it));
    let mut dated: Vec<(&Intervention, PartialDate)> =
        lasting().filter_map(|it| Some((it, it.from.value.known()?))).collect();
    dated.sort_by_key(|(_, from)| *from);
    let mut spells: Vec<Spell<'r>> = Vec::new();
    for (it, from) in dated {
        let to = ended(today, dossier, it);
        match spells.last_mut().filter(|last| last.takes(from)) {
            Some(last) => last.add(it, from, to),
            None => {
                let is_over = !dossier.council().exists_on(today);
                let reach = reach(it, from, to);
                spells.push(Spell {
                    council,
                    track,
                    instruments: vec![it],
                    from,
                    to,
                    days: None,
                    is_over,
                    reach,
                });
            }
        }
    }
    // One that began at an unknown time and has no end may still be in force: the last spell is not over.
    let is_open = |it: &Intervention| it.from.value.known().is_none() && ended(today, dossier, it).is_none();
    if let Some(last) = spells.last_mut().filter(|_| lasting().any(is_open)) {
        last.to = None;
    }
    for spell in &mut spells {
        spell.days = spell.to.and_then(|to| length(spell.from, to));
    }
    spells
}

impl<'r> Spell<'r> {
    /// Whether the council exists and an instrument of it has no end on record.
    pub fn is_open(&self) -> bool {
        self.to.is_none() && !self.is_over
    }

    /// Whether what begins on `from` overlaps it or follows on from it.
    fn takes(&self, from: PartialDate) -> bool {
        self.reach.checked_add_days(Days::new(1)).is_some_and(|next| from.first() <= next)
    }

    fn add(&mut self, it: &'r Intervention, from: PartialDate, to: Option<PartialDate>) {
        self.instruments.push(it);
        self.to = self.to.zip(to).map(|(one, other)| std::cmp::max_by_key(one, other, |it| it.last()));
        self.reach = self.reach.max(reach(it, from, to));
    }
}

/// The last day to which an instrument reaches: its end, the end that was planned, or some years.
fn reach(it: &Intervention, from: PartialDate, to: Option<PartialDate>) -> NaiveDate {
    let planned = it.planned_to.as_ref().map(|it| it.value.last());
    let years = from.first().checked_add_months(RECENT).unwrap_or(from.last());
    to.map(PartialDate::last).or(planned).unwrap_or(years)
}

/// The last day of an instrument: its own, or the first of what took its place; nothing while it is
/// still to come.
pub fn ended(today: PartialDate, dossier: &Dossier, it: &Intervention) -> Option<PartialDate> {
    let next = || {
        let id = &it.replaced_by.as_ref()?.value;
        dossier.interventions.iter().find(|other| other.id.value == *id)?.from.value.known()
    };
    let to = it.to.as_ref().map(|to| to.value).or_else(next);
    to.filter(|to| !today.is_before(*to))
}

/// Whether nothing on record says that an instrument has ended or how.
pub fn has_no_end(today: PartialDate, dossier: &Dossier, it: &Intervention) -> bool {
    it.ended_how.is_none() && ended(today, dossier, it).is_none()
}

/// Days between two dates that are known to the month at least, in their order.
fn length(from: PartialDate, to: PartialDate) -> Option<i64> {
    let days = (to.first() - from.first()).num_days();
    (from.knows_month() && to.knows_month() && days >= 0).then_some(days)
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
