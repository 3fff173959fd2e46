//! `content/councils/<slug>/council.md`: who a council is. The text under the front matter is a
//! short introduction.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Period;
use crate::record::Citations;
use crate::record::Entries;
use crate::record::read::record;
use crate::record::site::Horizon;
use crate::report::Spanned;

record! {
    /// Who a council is.
    pub struct Council {
        /// Its everyday name: `Nottingham`.
        pub name: String,
        /// Its full name: `Nottingham City Council`.
        pub official_name: String,
        /// What kind of council it is: `unitary authority`.
        pub kind: String,
        /// Its codes by scheme: `gss`, `dfe`, `ofsted_urn`, `ecode`.
        pub codes: Entries<Spanned<String>>,
        /// A region of `regions.yaml`.
        pub region: Spanned<Id>,
        /// Other names that people look for.
        pub also_known_as: Vec<String>,
        /// Names that it had before, as one and the same council.
        pub former_names: Vec<FormerName>,
        /// Its first day, for a council that took the place of others.
        pub established: Option<Spanned<PartialDate>>,
        /// The councils whose place it took. Their grades stay theirs (E15).
        pub predecessors: Vec<Predecessor>,
        /// That it exists no more.
        pub abolished: Option<Abolished>,
        /// District councils in its area: they do not run the services, it does.
        pub districts: Vec<District>,
        /// Bodies that run the services for it; the council stays accountable.
        pub delivered_by: Vec<Delivery>,
        /// Its place on the tile map of England.
        pub tile: Option<Tile>,
        /// Councils with similar names (E14).
        pub not_to_be_confused_with: Vec<Namesake>,
        /// Its website.
        pub website: Option<Spanned<String>>,
        /// Its statistical neighbours.
        pub neighbours: Option<Neighbours>,
        /// Where the record reaches differently from the site's.
        pub horizons: Entries<Horizon>,
        /// What says so.
        pub source: Citations,
    }
}

record! {
    /// A council with a similar name.
    pub struct Namesake {
        /// Its full name.
        pub name: String,
        /// Its codes by scheme.
        pub codes: Entries<Spanned<String>>,
        /// How to tell the two apart.
        pub because: String,
    }
}

record! {
    /// Councils that a published model holds to be alike.
    pub struct Neighbours {
        /// The model and its edition.
        pub model: String,
        /// Their folders in `councils/`, nearest first.
        pub councils: Vec<Spanned<Id>>,
        /// What says so.
        pub source: Citations,
    }
}

impl Council {
    /// Whether the council exists on a day.
    pub fn exists_on(&self, day: PartialDate) -> bool {
        let begun = self.established.as_ref().is_none_or(|first| !day.is_before(first.value));
        begun && self.ended_before(day).is_none()
    }

    /// How the council ended, if it did before a day.
    pub fn ended_before(&self, day: PartialDate) -> Option<&Abolished> {
        self.abolished.as_ref().filter(|it| it.on.value.is_before(day))
    }

    /// Whether a period lies within the council's life: a year of account as a whole, a count on a
    /// day by its day.
    pub fn existed_in(&self, period: Period) -> bool {
        let last = period.last_day();
        let begun = self.established.as_ref().is_none_or(|first| first.value.first() <= last);
        let ended = self.abolished.as_ref().is_some_and(|it| it.on.value.last() < last);
        begun && !ended
    }
}

record! {
    /// A name that a council had before.
    pub struct FormerName {
        /// The name.
        pub name: String,
        /// The last day of it.
        pub until: PartialDate,
    }
}

record! {
    /// A council whose place another took.
    pub struct Predecessor {
        /// Its name, where it has no page here.
        pub name: Option<String>,
        /// Its folder in `councils/`.
        pub council: Option<Spanned<Id>>,
        /// Its last day.
        pub until: PartialDate,
        /// The part of it that passed to this council: `Christchurch`; left out for the whole.
        pub part: Option<String>,
    }
}

record! {
    /// The end of a council.
    pub struct Abolished {
        /// Its last day.
        pub on: Spanned<PartialDate>,
        /// The councils that took its place, by their folders.
        pub successors: Vec<Spanned<Id>>,
        /// What says so.
        pub source: Citations,
    }
}

record! {
    /// A district council.
    pub struct District {
        /// Its everyday name: `Rushcliffe`.
        pub name: String,
        /// Its full name: `Rushcliffe Borough Council`.
        pub official_name: String,
        /// Its ONS code.
        pub gss: Spanned<String>,
        /// Its last day, if it exists no more.
        pub until: Option<PartialDate>,
    }
}

record! {
    /// A body that runs services for a council.
    pub struct Delivery {
        /// Its name.
        pub name: String,
        /// Its first day.
        pub from: Option<PartialDate>,
        /// Its last day.
        pub to: Option<PartialDate>,
        /// What says so.
        pub source: Citations,
    }
}

record! {
    /// A place on the tile map: pointy-top hexagons, odd rows shifted right by half a tile.
    pub struct Tile {
        /// From the left, from 0.
        pub column: Spanned<rust_decimal::Decimal>,
        /// From the top, from 0.
        pub row: Spanned<rust_decimal::Decimal>,
        /// Three letters for the tile; left out for the first of the name.
        pub letters: Option<String>,
    }
}
