//! What is established. [`Records`] is everything that could be read; a [`Register`] is made of it
//! by `content::check` and exists only if nothing is wrong, so whoever holds one may look things
//! up without asking again.

pub mod compared;
mod dossier;
pub mod facts;
mod held_back;
mod names;
pub mod releases;
mod series;

use std::collections::BTreeMap;

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Period;
use crate::record::Chart;
use crate::record::Correction;
use crate::record::Framework;
use crate::record::Measure;
use crate::record::Page;
use crate::record::Publication;
use crate::record::Site;
use crate::record::Source;
use crate::record::chart::Bridge;
use crate::record::measure::Edition;
use crate::record::reply::Reply;
use crate::record::site::Deflator;
use crate::record::vocabulary::Regions;
use crate::record::vocabulary::Term;
use crate::record::vocabulary::Vocabulary;
use crate::record::withheld::Withheld;
use crate::report::FileId;
use crate::report::Spanned;

pub use dossier::Dossier;
pub use dossier::Filed;
pub use dossier::Prose;
pub use dossier::ROOT_MARK;
pub use facts::Fact;
pub use facts::facts;
pub use held_back::HeldBack;
pub use names::Names;
pub use releases::History;
pub use releases::Release;
pub use series::Point;
pub use series::Series;
pub use series::Value;

/// Everything that could be read from a site's content, not yet checked together.
#[derive(Debug, Default)]
pub struct Records {
    /// Names of records, of those too that could not be read.
    pub names: Names,
    /// `site.yaml`.
    pub site: Option<Site>,
    /// `vocabulary.yaml`.
    pub vocabulary: Option<Vocabulary>,
    /// `regions.yaml`.
    pub regions: Option<Regions>,
    /// Every other kind of record.
    pub shelves: Shelves,
}

/// The kinds of record of which there are many.
#[derive(Debug, Default)]
pub struct Shelves {
    /// Themes of what needs to improve.
    pub themes: Vec<Term>,
    /// Words explained.
    pub glossary: Vec<Term>,
    /// Inspection frameworks.
    pub frameworks: BTreeMap<Id, Framework>,
    /// Definitions of measures.
    pub measures: BTreeMap<Id, Measure>,
    /// Price indices.
    pub deflators: BTreeMap<Id, Deflator>,
    /// Publications, with the place of their ids.
    pub sources: BTreeMap<Id, Spanned<Source>>,
    /// National series by measure, with their files.
    pub series: BTreeMap<Id, (FileId, Series)>,
    /// Editions of series that later ones have replaced, by measure and name.
    pub editions: BTreeMap<(Id, Id), (FileId, Series)>,
    /// Councils by slug.
    pub dossiers: BTreeMap<Id, Dossier>,
    /// Pages of prose.
    pub pages: BTreeMap<Id, Filed<Page>>,
    /// Corrections.
    pub corrections: Vec<Correction>,
    /// Replies to adverse items.
    pub replies: Vec<Reply>,
    /// Facts of releases that no page and no file shows any more.
    pub withheld: Vec<Withheld>,
    /// Releases, oldest first.
    pub releases: Vec<Release>,
    /// Statistics that come every year.
    pub publications: Vec<Publication>,
    /// Measures that are drawn together.
    pub charts: Vec<Chart>,
    /// Why they can be.
    pub bridges: Vec<Bridge>,
    /// Pictures and other files to copy, by path below `content/`.
    pub assets: BTreeMap<String, FileId>,
}

/// What is established: every name resolves, every rule of the field holds.
#[derive(Debug)]
pub struct Register {
    /// The site as a whole.
    pub site: Site,
    /// The words that records are sorted by.
    pub vocabulary: Vocabulary,
    /// Regions of the country.
    pub regions: Regions,
    /// Every other kind of record.
    pub shelves: Shelves,
}

impl Shelves {
    /// Why a fact of a release is withheld; nothing for one that is not. What a later release has under the
    /// same name is another value.
    ///
    /// * `released`: the as-at date of the release.
    pub fn withheld(&self, fact: &str, released: PartialDate) -> Option<&Withheld> {
        let mut all = self.withheld.iter().filter(|it| it.is_of(released));
        all.find(|it| it.facts.iter().any(|name| name.value == fact))
    }
}

impl Register {
    /// A framework that a checked record names.
    pub fn framework(&self, id: &Id) -> &Framework {
        self.shelves.frameworks.get(id).expect("checked: the framework is known")
    }

    /// A measure that a checked record names.
    pub fn measure(&self, id: &Id) -> &Measure {
        self.shelves.measures.get(id).expect("checked: the measure is known")
    }

    /// A source that a checked record names.
    pub fn source(&self, id: &Id) -> &Source {
        self.shelves.sources.get(id).expect("checked: the source is known")
    }

    /// The price index and base year of the site's real terms, if it uses them.
    pub fn deflator(&self) -> Option<(&Deflator, crate::domain::FinancialYear)> {
        let terms = self.site.real_terms.as_ref()?;
        Some((self.shelves.deflators.get(&terms.deflator.value)?, terms.base.value))
    }

    /// The series of a measure for one area, oldest first.
    pub fn series(&self, measure: &Id, area: &str) -> &[Point] {
        let series = self.shelves.series.get(measure).map(|(_, series)| series);
        series.and_then(|series| series.areas.get(area)).map_or(&[], Vec::as_slice)
    }

    /// The values of a period that earlier editions had, in the order that the measure names them.
    pub fn earlier(&self, id: &Id, area: &str, period: Period) -> Vec<(&Edition, Value)> {
        let editions = self.shelves.measures.get(id).into_iter().flat_map(|measure| &measure.editions);
        let value = |edition: &Edition| {
            let (_, series) = self.shelves.editions.get(&(id.clone(), edition.id.value.clone()))?;
            let point = series.areas.get(area)?.iter().find(|point| point.period == period)?;
            Some(point.value)
        };
        editions.filter_map(|edition| Some((edition, value(edition)?))).collect()
    }
}
