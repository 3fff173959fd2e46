//! How far the record reaches, beside every sentence about the present.

use serde::Serialize;

use crate::domain::capitalised;
use crate::pages::parts::DateView;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::record::site::Horizon;
use crate::register::Dossier;
use crate::register::Register;

/// How far one kind of record reaches.
#[derive(Debug, Clone, Serialize)]
pub struct Reach {
    /// What it is about: `Inspections published`.
    what: String,
    /// From when, where there is a first day.
    from: Option<DateView>,
    /// The last day.
    to: DateView,
    /// Whether it is the council's own, unlike the site's.
    own: bool,
    /// Whether a section of the council's page says it already.
    shown: bool,
    /// Caveats.
    note: Option<String>,
    /// What says so.
    notes: Vec<Note>,
}

impl Reach {
    /// The reach of the kind of record `name`; a council's own stands before the site's.
    pub fn of(name: &str, dossier: Option<&Dossier>, notes: &mut Notes<'_>) -> Option<Self> {
        let register: &Register = notes.register();
        let own = dossier.and_then(|it| it.council().horizons.get(name));
        let horizon: &Horizon = own.or_else(|| register.site.horizons.get(name))?;
        Some(Self {
            what: capitalised(&horizon.what),
            from: horizon.from.map(DateView::from),
            to: horizon.complete_to.value.into(),
            own: own.is_some() && register.site.horizons.get(name).is_some(),
            shown: ["inspections", "visits", "interventions", "statements"].contains(&name),
            note: horizon.note.clone(),
            notes: notes.cite(&horizon.source),
        })
    }

    /// The reach of every kind of record of a council.
    pub fn all(dossier: &Dossier, notes: &mut Notes<'_>) -> Vec<Self> {
        Self::each(Some(dossier), notes)
    }

    /// The reach of every kind of record of the site.
    pub fn site(notes: &mut Notes<'_>) -> Vec<Self> {
        Self::each(None, notes)
    }

    fn each(dossier: Option<&Dossier>, notes: &mut Notes<'_>) -> Vec<Self> {
        let register: &Register = notes.register();
        let own = dossier.into_iter().flat_map(|it| it.council().horizons.iter());
        let mut names: Vec<&str> = register.site.horizons.iter().map(|(name, _)| name.as_str()).collect();
        names.extend(
            own.map(|(name, _)| name.as_str()).filter(|name| register.site.horizons.get(name).is_none()),
        );
        names.into_iter().filter_map(|name| Self::of(name, dossier, notes)).collect()
    }
}
