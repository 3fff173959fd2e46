//! All that follows from the register, council by council.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::analysis::Beside;
use crate::analysis::Grid;
use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::analysis::Moment;
use crate::analysis::Standing;
use crate::analysis::Timing;
use crate::analysis::beside;
use crate::analysis::comparison::Comparable;
use crate::analysis::comparison::comparable;
use crate::analysis::measure_table;
use crate::analysis::ratings;
use crate::analysis::ratings::Tally;
use crate::analysis::themes;
use crate::analysis::themes::ReadReport;
use crate::analysis::themes::ThemeUse;
use crate::analysis::timeline;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Figure;
use crate::register::Dossier;
use crate::register::Fact;
use crate::register::History;
use crate::register::Register;
use crate::register::Release;
use crate::register::facts;
use crate::register::releases::Row;

/// What follows from the register.
#[derive(Debug)]
pub struct Findings<'r> {
    /// By council.
    pub councils: BTreeMap<&'r Id, CouncilFindings<'r>>,
    /// The grades of all councils on the last day that the record of inspections reaches.
    pub tally: Tally<'r>,
    /// The same on 31 March of each year before, oldest first.
    pub history: Vec<Tally<'r>>,
    /// How long and how often.
    pub timing: Timing<'r>,
    /// Reports that were read for their areas for improvement, oldest first.
    pub reports: Vec<ReadReport<'r>>,
    /// What they say about each theme.
    pub themes: Vec<ThemeUse<'r>>,
    /// Every fact, by name.
    pub facts: Vec<Fact<'r>>,
    /// What releases said of them.
    pub releases: History<'r>,
}

impl<'r> Findings<'r> {
    /// The facts of a council, a region or the country, by name.
    pub fn facts_of(&self, area: &str) -> &[Fact<'r>] {
        let begins = self.facts.partition_point(|it| it.area() < area);
        let ends = self.facts.partition_point(|it| it.area() <= area);
        &self.facts[begins..ends]
    }

    /// The row of a figure among those of its measure.
    pub fn row_of(&self, slug: &Id, figure: &Figure) -> Option<&MeasureRow<'r>> {
        let mut rows = self.councils.get(slug)?.tables.iter().flat_map(|table| &table.rows);
        rows.find(|row| row.figure.is_some_and(|it| it.id.value == figure.id.value))
    }

    /// The last release, if it keeps pages and has the council.
    pub fn last_with(&self, slug: &Id) -> Option<&'r Release> {
        let has = !self.releases.versions(&format!("{slug}/council/name")).is_empty();
        self.releases.last().filter(|it| has && it.pages.is_some())
    }

    /// Whether the last release has the fact with the value and the sources that it has now.
    pub fn is_as_released(&self, fact: &Fact<'_>) -> bool {
        let last = self.releases.versions(&fact.id()).last();
        last.is_some_and(|it| *it.row == Row::of(fact))
    }
}

/// What follows for one council.
#[derive(Debug)]
pub struct CouncilFindings<'r> {
    /// Where it stands; nothing if no inspection is on record.
    pub standing: Option<Standing<'r>>,
    /// Its grades through time.
    pub grid: Grid<'r>,
    /// Its events, latest first.
    pub timeline: Vec<Moment<'r>>,
    /// Its values beside those of its neighbours, its region and England.
    pub beside: Vec<Beside<'r>>,
    /// Its figures by measure.
    pub tables: Vec<MeasureTable<'r>>,
}

/// Works everything out, on all cores.
///
/// * `today`: the as-at date.
pub fn derive(today: PartialDate, register: &Register) -> Findings<'_> {
    let dossiers: Vec<_> = register.shelves.dossiers.iter().collect();
    let comparable = comparable(register);
    let day = reach(today, register);
    let councils = || {
        let each = dossiers.into_par_iter();
        each.map(|(slug, dossier)| (slug, council(today, register, &comparable, (slug, dossier)))).collect()
    };
    let nation = || (ratings::tally(register, day), history(register, day), Timing::of(today, register));
    let ((councils, facts), (tally, history, timing)) =
        rayon::join(|| rayon::join(councils, || facts(register)), nation);
    Findings {
        councils,
        tally,
        history,
        timing,
        reports: themes::reports(register),
        themes: themes::themes(register),
        facts,
        releases: History::of(&register.shelves.releases),
    }
}

/// The last day that the record of inspections reaches, or today where the site does not say.
fn reach(today: PartialDate, register: &Register) -> PartialDate {
    let horizon = register.site.horizons.get("inspections").map(|it| it.complete_to.value);
    horizon.filter(|day| day.is_before(today)).unwrap_or(today)
}

/// Every 31 March from the first inspection on record to `day`, and `day` itself.
fn history(register: &Register, day: PartialDate) -> Vec<Tally<'_>> {
    let inspections = register.shelves.dossiers.values().flat_map(|it| &it.inspections);
    let Some(first) = inspections.map(|it| ratings::first_day(&it.record).year()).min() else {
        return Vec::new();
    };
    let springs = (first..=day.year()).filter_map(|year| NaiveDate::from_ymd_opt(year, 3, 31));
    let springs = springs.map(PartialDate::day).filter(|spring| spring.is_before(day));
    springs.chain([day]).map(|day| ratings::tally(register, day)).collect()
}

fn council<'r>(
    today: PartialDate,
    register: &'r Register,
    comparable: &[Comparable<'r>],
    (slug, dossier): (&'r Id, &'r Dossier),
) -> CouncilFindings<'r> {
    let tables = measure_table::tables(register, slug, dossier);
    CouncilFindings {
        standing: Standing::of(today, register, dossier),
        grid: Grid::of(register, dossier),
        timeline: timeline::timeline(dossier),
        beside: comparable.iter().filter_map(|it| beside(register, slug, dossier, it)).collect(),
        tables: tables.into_iter().map(MeasureTable::with_breaks).collect(),
    }
}
