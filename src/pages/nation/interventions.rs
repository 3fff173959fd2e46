//! Who is under what, as far as the record goes: tracks apart, and what is not on record named as
//! such, never as "none".

use serde::Serialize;

use crate::analysis::is_open;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::record::Intervention;

/// Interventions in England.
#[derive(Debug, Serialize)]
pub struct InterventionsPage {
    tracks: Vec<TrackView>,
    on_record: Vec<Link>,
    not_on_record: Vec<Link>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// A track of intervention.
#[derive(Debug, Serialize)]
struct TrackView {
    id: String,
    title: String,
    about: String,
    open: Vec<RowView>,
    over: Vec<RowView>,
}

/// One instrument.
#[derive(Debug, Serialize)]
struct RowView {
    council: Link,
    link: Link,
    from: Option<DateView>,
    to: Option<DateView>,
    how: Option<String>,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>) -> (Head, InterventionsPage, Vec<Id>) {
    let here = Here::at(Address::top("interventions"));
    let mut notes = Notes::new(frame.register, here.clone());
    let reach = Reach::of("interventions", None, &mut notes);
    let dossiers = &frame.register.shelves.dossiers;
    let (with, without): (Vec<_>, Vec<_>) = dossiers.iter().partition(|(_, it)| !it.interventions.is_empty());
    let links = |some: Vec<(&Id, _)>| some.into_iter().map(|(slug, _)| frame.council(&here, slug)).collect();
    let page = InterventionsPage {
        tracks: tracks(frame, &here, &mut notes),
        on_record: links(with),
        not_on_record: links(without),
        reach,
        sources: notes.sources(),
    };
    let about = "Interventions in children’s services, in councils as a whole and in their finances, as far as recorded here.";
    (frame.head(&here, "Interventions", about, Vec::new()), page, notes.ids())
}

fn tracks(frame: &Frame<'_>, here: &Here, notes: &mut Notes<'_>) -> Vec<TrackView> {
    let mut views = Vec::new();
    for track in &frame.register.vocabulary.tracks {
        let (mut open, mut over) = (Vec::new(), Vec::new());
        for (slug, dossier) in &frame.register.shelves.dossiers {
            let exists = dossier.council().abolished.is_none();
            for it in dossier.interventions.iter().filter(|it| it.track.value == track.id.value) {
                let row = row(frame, here, slug, it, notes);
                let begun_or_unknown =
                    it.from.value.known().is_none() && it.to.is_none() && it.replaced_by.is_none();
                let has_no_end =
                    exists && (is_open(it, frame.today) || begun_or_unknown && it.lasts != Some(false));
                (if has_no_end { &mut open } else { &mut over }).push((it.from.value.known(), row));
            }
        }
        open.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
        over.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
        let rows = |some: Vec<(_, RowView)>| some.into_iter().map(|(_, row)| row).collect::<Vec<_>>();
        let view = TrackView {
            id: format!("track-{}", track.id.value),
            title: track.title.clone(),
            about: track.about.clone(),
            open: rows(open),
            over: rows(over),
        };
        views.extend((!view.open.is_empty() || !view.over.is_empty()).then_some(view));
    }
    views
}

fn row(frame: &Frame<'_>, here: &Here, slug: &Id, it: &Intervention, notes: &mut Notes<'_>) -> RowView {
    RowView {
        council: frame.council(here, slug),
        link: here.link(&Address::intervention(slug, &it.id.value), it.instrument.clone()),
        from: it.from.value.known().map(DateView::from),
        to: it.to.as_ref().map(|to| to.value.into()),
        how: it.ended_how.clone(),
        notes: notes.cite(&it.source),
    }
}
