//! Who is under what, as far as the record goes: tracks apart, and what is not on record named as
//! such, never as "none".

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::Lengths;
use crate::analysis::spells::RECENT;
use crate::analysis::spells::Spell;
use crate::analysis::spells::is_in_spell;
use crate::analysis::spells::kind_of;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::join;
use crate::pages::downloads::interventions_file;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::SourceView;
use crate::pages::sections::lasting;
use crate::pages::sections::lasting::SpellView;
use crate::pages::words::lengths::LengthsView;
use crate::record::Intervention;
use crate::record::vocabulary::Term;

/// Interventions in England.
#[derive(Debug, Serialize)]
pub struct InterventionsPage {
    now: Vec<NowView>,
    tracks: Vec<TrackView>,
    on_record: Vec<Link>,
    on_record_before: Vec<Link>,
    searched: Vec<Link>,
    not_searched: Vec<Link>,
    sources: Vec<SourceView>,
    /// Every instrument as a table.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// What a council is under, as far as the record goes.
#[derive(Debug, Serialize)]
struct NowView {
    council: Link,
    /// Each track with its instruments that have no end on record, those begun lately and the older ones.
    tracks: Vec<(String, Instruments, Instruments)>,
}

/// Instruments, each with its first day and its planned end, as far as known.
type Instruments = Vec<(Link, Option<DateView>, Option<DateView>)>;

/// A track of intervention.
#[derive(Debug, Serialize)]
struct TrackView {
    id: String,
    title: String,
    about: String,
    ended: Option<LengthsView>,
    open: usize,
    spells: Vec<SpellView>,
    recent: Vec<RowView>,
    older: Vec<RowView>,
    over: Vec<RowView>,
}

/// One instrument.
#[derive(Debug, Serialize)]
struct RowView {
    council: Link,
    link: Link,
    kind: String,
    basis: String,
    by: String,
    next: Option<Link>,
    from: Option<DateView>,
    to: Option<DateView>,
    lasts: bool,
    how: Option<String>,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, InterventionsPage, Vec<Id>) {
    let here = Here::at(Address::top("interventions"));
    let mut notes = Notes::new(frame.register, here.clone());
    let site_wide = frame.register.site.horizons.get("interventions").is_some();
    let (mut on_record, mut before, mut searched, mut not_searched) = (vec![], vec![], vec![], vec![]);
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let link = frame.council(&here, slug);
        let exists = dossier.council().exists_on(frame.today);
        match (dossier.interventions.is_empty(), exists) {
            (false, true) => on_record.push(link.clone()),
            (false, false) => before.push(link.clone()),
            (true, _) => {}
        }
        let was_searched = site_wide || dossier.council().horizons.get("interventions").is_some();
        (if was_searched { &mut searched } else { &mut not_searched }).push(link);
    }
    let page = InterventionsPage {
        now: now(frame, &here),
        tracks: tracks(frame, findings, &here, &mut notes),
        on_record,
        on_record_before: before,
        searched,
        not_searched,
        sources: notes.sources(),
        files: vec![interventions_file::table(frame.register)],
    };
    let about = format!(
        "Interventions by track, as far as recorded here: {}.",
        join(&frame.register.vocabulary.tracks.iter().map(|it| it.title.to_lowercase()).collect::<Vec<_>>())
    );
    (frame.head(&here, "Interventions", about, Vec::new()), page, notes.ids())
}

fn tracks(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here, notes: &mut Notes<'_>) -> Vec<TrackView> {
    let mut views = Vec::new();
    for track in &frame.register.vocabulary.tracks {
        let (mut recent, mut older, mut over) = (Vec::new(), Vec::new(), Vec::new());
        for (slug, dossier) in &frame.register.shelves.dossiers {
            let exists = dossier.council().exists_on(frame.today);
            for it in dossier.interventions.iter().filter(|it| it.track.value == track.id.value) {
                let row = (it.from.value.known(), row(frame, here, slug, it, notes));
                match state(it, frame.today) {
                    State::Recent if exists => recent.push(row),
                    State::Older if exists => older.push(row),
                    _ => over.push(row),
                }
            }
        }
        let rows = |mut some: Vec<(Option<PartialDate>, RowView)>| {
            some.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
            some.into_iter().map(|(_, row)| row).collect::<Vec<_>>()
        };
        let spells: Vec<&Spell<'_>> =
            findings.timing.spells.iter().filter(|it| *it.track == track.id.value).collect();
        let view = TrackView {
            ended: LengthsView::months(&Lengths::of(spells.iter().filter_map(|it| it.days))),
            open: spells.iter().filter(|it| it.is_open()).count(),
            spells: spells
                .iter()
                .filter(|it| it.to.is_some())
                .map(|it| lasting::spell(frame, here, it))
                .collect(),
            id: format!("track-{}", track.id.value),
            title: track.title.clone(),
            about: track.about.clone(),
            recent: rows(recent),
            older: rows(older),
            over: rows(over),
        };
        let is_empty = view.recent.is_empty() && view.older.is_empty() && view.over.is_empty();
        views.extend((!is_empty).then_some(view));
    }
    views
}

/// How an intervention stands, as far as the record goes.
enum State {
    /// Begun within the last years, and no end is on record.
    Recent,
    /// Begun longer ago or at an unknown time, and no end is on record.
    Older,
    /// Ended, replaced, or done on one day.
    Over,
}

fn state(it: &Intervention, today: PartialDate) -> State {
    let ended = it.to.as_ref().is_some_and(|to| to.value.is_before(today));
    if ended || it.replaced_by.is_some() || it.ended_how.is_some() || it.lasts == Some(false) {
        return State::Over;
    }
    let recently = today.first().checked_sub_months(RECENT).map(PartialDate::day);
    match it.from.value.known().zip(recently) {
        Some((from, recently)) if !from.is_before(recently) => State::Recent,
        _ => State::Older,
    }
}

fn row(frame: &Frame<'_>, here: &Here, slug: &Id, it: &Intervention, notes: &mut Notes<'_>) -> RowView {
    RowView {
        council: frame.council(here, slug),
        link: here.link(&Address::intervention(slug, &it.id.value), it.instrument.clone()),
        kind: kind_of(&frame.register.vocabulary, it).map_or_else(String::new, |kind| kind.title.clone()),
        basis: it.legal_basis.clone(),
        by: it.issued_by.clone(),
        next: next(frame, slug, it)
            .map(|next| here.link(&Address::intervention(slug, &next.id.value), next.instrument.clone())),
        from: it.from.value.known().map(DateView::from),
        to: it.to.as_ref().map(|to| to.value.into()),
        lasts: it.lasts != Some(false),
        how: it.ended_how.clone(),
        notes: notes.cite(&it.source),
    }
}

/// What took its place.
fn next<'r>(frame: &Frame<'r>, slug: &Id, it: &Intervention) -> Option<&'r Intervention> {
    let id = &it.replaced_by.as_ref()?.value;
    frame.register.shelves.dossiers[slug].interventions.iter().find(|other| other.id.value == *id)
}

/// Councils that exist and have an instrument without an end on record.
fn now(frame: &Frame<'_>, here: &Here) -> Vec<NowView> {
    let words = &frame.register.vocabulary;
    let mut views = Vec::new();
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let open = |track: &Id, is_recent: bool| {
            let own = dossier.interventions.iter().filter(|it| it.track.value == *track);
            let own = own.filter(|it| is_in_spell(words, it));
            let own = own.filter(|it| match state(it, frame.today) {
                State::Recent => is_recent,
                State::Older => !is_recent,
                State::Over => false,
            });
            own.map(|it| {
                let link = here.link(&Address::intervention(slug, &it.id.value), it.instrument.clone());
                let planned = it.planned_to.as_ref().map(|to| DateView::from(to.value));
                (link, it.from.value.known().map(DateView::from), planned)
            })
            .collect::<Instruments>()
        };
        let of =
            |track: &Term| (track.title.clone(), open(&track.id.value, true), open(&track.id.value, false));
        let tracks: Vec<_> = words.tracks.iter().map(of).collect();
        if dossier.council().exists_on(frame.today)
            && tracks.iter().any(|(_, new, old)| !(new.is_empty() && old.is_empty()))
        {
            views.push(NowView { council: frame.council(here, slug), tracks });
        }
    }
    // A track on which no council has anything is no column.
    let is_empty = |(_, new, old): &(String, Instruments, Instruments)| new.is_empty() && old.is_empty();
    let held = |n: usize| views.iter().any(|view| !is_empty(&view.tracks[n]));
    let held: Vec<bool> = (0..words.tracks.len()).map(held).collect();
    for view in &mut views {
        let mut held = held.iter();
        view.tracks.retain(|_| held.next() == Some(&true));
    }
    views
}
