//! Interventions: tracks kept apart on a council's page, and a page for each instrument.

use serde::Serialize;

use crate::analysis::spells::kind_of;
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
use crate::pages::sections::disagreement::DisagreementView;
use crate::pages::sections::disagreement::disagreements;
use crate::record::Intervention;
use crate::register::Dossier;

/// The interventions of one track.
#[derive(Debug, Serialize)]
pub struct TrackView {
    title: String,
    about: String,
    interventions: Vec<InterventionView>,
}

/// One instrument.
#[derive(Debug, Serialize)]
pub struct InterventionView {
    link: Link,
    kind: String,
    legal_basis: String,
    issued_by: String,
    lasts: bool,
    from: Option<DateView>,
    to: Option<DateView>,
    planned_to: Option<DateView>,
    ended_how: Option<String>,
    replaced_by: Option<Link>,
    about: String,
    people: Vec<(String, String)>,
    notes: Vec<Note>,
}

/// The page of one intervention.
#[derive(Debug, Serialize)]
pub struct InterventionPage {
    council: Link,
    track: String,
    track_about: String,
    intervention: InterventionView,
    reach: Option<Reach>,
    disagreements: Vec<DisagreementView>,
    sources: Vec<SourceView>,
}

/// The tracks on which the council has interventions on record, in the vocabulary's order.
pub fn tracks(slug: &Id, dossier: &Dossier, notes: &mut Notes<'_>) -> Vec<TrackView> {
    let tracks = notes.register().vocabulary.tracks.iter();
    let views = tracks.map(|track| TrackView {
        title: track.title.clone(),
        about: track.about.clone(),
        interventions: dossier
            .interventions
            .iter()
            .filter(|it| it.track.value == track.id.value)
            .map(|it| view(slug, dossier, it, notes))
            .collect(),
    });
    views.filter(|track| !track.interventions.is_empty()).collect()
}

fn view(slug: &Id, dossier: &Dossier, it: &Intervention, notes: &mut Notes<'_>) -> InterventionView {
    let here = notes.here().clone();
    let next = it
        .replaced_by
        .as_ref()
        .and_then(|next| dossier.interventions.iter().find(|it| it.id.value == next.value));
    InterventionView {
        link: here.link(&Address::intervention(slug, &it.id.value), it.instrument.clone()),
        kind: kind_of(&notes.register().vocabulary, it).map_or_else(String::new, |kind| kind.title.clone()),
        legal_basis: it.legal_basis.clone(),
        issued_by: it.issued_by.clone(),
        lasts: it.lasts != Some(false),
        from: it.from.value.known().map(DateView::from),
        to: it.to.as_ref().map(|to| to.value.into()),
        planned_to: it.planned_to.as_ref().map(|to| to.value.into()),
        ended_how: it.ended_how.clone(),
        replaced_by: next
            .map(|next| here.link(&Address::intervention(slug, &next.id.value), next.instrument.clone())),
        about: it.about.clone(),
        people: it.people.iter().map(|person| (person.name.clone(), person.role.clone())).collect(),
        notes: notes.cite(&it.source),
    }
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    it: &Intervention,
) -> (Head, InterventionPage, Vec<Id>) {
    let here = Here::at(Address::intervention(slug, &it.id.value));
    let mut notes = Notes::new(frame.register, here.clone());
    let council = dossier.council();
    let track = frame.register.vocabulary.tracks.iter().find(|track| track.id.value == it.track.value);
    let page = InterventionPage {
        council: here.link(&Address::council(slug), council.official_name.clone()),
        track: track.map_or_else(String::new, |track| track.title.clone()),
        track_about: track.map_or_else(String::new, |track| track.about.clone()),
        intervention: view(slug, dossier, it, &mut notes),
        reach: Reach::of("interventions", Some(dossier), &mut notes),
        disagreements: disputed(it, &mut notes),
        sources: notes.sources(),
    };
    let title = format!("{}: {}", council.name, it.instrument);
    let description = format!(
        "{} at {}: who issued it, under what law, from when to when, and who says so.",
        it.instrument, council.official_name
    );
    let crumbs = frame.way(&here, slug);
    (frame.head(&here, title, description, crumbs), page, notes.ids())
}

/// What others report differently of an intervention.
pub fn disputed(it: &Intervention, notes: &mut Notes<'_>) -> Vec<DisagreementView> {
    let shown = |key: &str| match key {
        "issued-by" => it.issued_by.clone(),
        "from" => it.from.value.known().map_or_else(|| "not recorded".to_owned(), |date| date.long()),
        "to" => it.to.as_ref().map_or_else(|| "not recorded".to_owned(), |date| date.value.long()),
        "planned-to" => {
            it.planned_to.as_ref().map_or_else(|| "not recorded".to_owned(), |date| date.value.long())
        }
        "legal-basis" => it.legal_basis.clone(),
        "about" => it.about.clone(),
        "ended-how" => it.ended_how.clone().unwrap_or_default(),
        "people" => it
            .people
            .iter()
            .map(|person| format!("{} ({})", person.name, person.role))
            .collect::<Vec<_>>()
            .join("; "),
        _ => it.instrument.clone(),
    };
    disagreements(&it.also_reported, &shown, notes)
}
