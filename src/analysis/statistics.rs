//! The record's own statistics: what it holds, how it is known, what has no archive copy.

use std::collections::BTreeMap;

use chrono::Months;
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Tier;
use crate::record::Citations;
use crate::record::inspection::Judged;
use crate::record::source::SeenAs;
use crate::register::Dossier;
use crate::register::Register;
use crate::register::Value;

/// What the record holds.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// How many there are of each kind of record, by its name in the plural.
    pub held: Vec<(&'static str, usize)>,
    /// Facts by the nearest kind of source that they have.
    pub tiers: BTreeMap<Tier, usize>,
    /// Facts none of whose sources has an archive copy.
    pub unarchived: usize,
    /// Facts that rest on one source.
    pub single: usize,
    /// Facts whose newest source was published more than two years before the as-at date.
    pub old: usize,
    /// Facts of which no source says when it was published.
    pub undated: usize,
    /// Values that sources report differently.
    pub disputed: usize,
    /// All facts.
    pub facts: usize,
}

/// The statistics of a record. A fact is a grade, a visit, a finding, an area for improvement, an
/// intervention, an event, a statement, a promise, a figure, or a known value of a series.
pub fn statistics(today: PartialDate, register: &Register) -> Statistics {
    let two_years_ago = today.first() - Months::new(24);
    let mut count =
        Counter { register, statistics: Statistics::default(), known: BTreeMap::new(), two_years_ago };
    for dossier in register.shelves.dossiers.values() {
        of_council(&mut count, dossier);
    }
    for (id, (_, series)) in &register.shelves.series {
        let known = series.areas.values().flatten().filter(|it| matches!(it.value, Value::Known(_))).count();
        if let Some(source) = &register.measure(id).source {
            count.facts(known, source);
        }
    }
    let held = held(today, register);
    Statistics { held, ..count.statistics }
}

/// What the statistics need to know of a source.
#[derive(Clone, Copy)]
struct Known {
    tier: Tier,
    archived: bool,
    was_read: bool,
    published: Option<NaiveDate>,
}

struct Counter<'r> {
    register: &'r Register,
    statistics: Statistics,
    known: BTreeMap<&'r Id, Known>,
    two_years_ago: NaiveDate,
}

impl<'r> Counter<'r> {
    fn facts(&mut self, n: usize, citations: &'r Citations) {
        let looked_up: Vec<Known> =
            citations.0.iter().map(|citation| self.source(&citation.id.value)).collect();
        // What was only reported on was not read: the source that reports it is the nearer one.
        let read = looked_up.iter().filter(|it| it.was_read).map(|it| it.tier).min();
        let Some(tier) = read.or_else(|| looked_up.iter().map(|it| it.tier).min()) else { return };
        *self.statistics.tiers.entry(tier).or_default() += n;
        self.statistics.facts += n;
        if !looked_up.iter().any(|it| it.archived) {
            self.statistics.unarchived += n;
        }
        if looked_up.len() == 1 {
            self.statistics.single += n;
        }
        match looked_up.iter().filter_map(|it| it.published).max() {
            None => self.statistics.undated += n,
            Some(newest) if newest < self.two_years_ago => self.statistics.old += n,
            Some(_) => {}
        }
    }

    fn source(&mut self, id: &'r Id) -> Known {
        let register = self.register;
        let look = || {
            let source = register.source(id);
            Known {
                tier: source.tier.value,
                archived: source.archive.is_some(),
                published: source.published.as_ref().map(|it| it.value.last()),
                was_read: source.seen != SeenAs::Reported,
            }
        };
        *self.known.entry(id).or_insert_with(look)
    }
}

fn of_council<'r>(count: &mut Counter<'r>, dossier: &'r Dossier) {
    for it in dossier.inspections.iter().map(|it| &it.record) {
        let scale = &count.register.framework(&it.framework.value).scale;
        let is_grade = |judged: &&Judged| scale.iter().any(|grade| grade.id.value == judged.grade.value);
        for judged in it.judgements.iter().map(|(_, judged)| judged).filter(is_grade) {
            count.facts(1, judged.source.as_ref().unwrap_or(&it.source));
        }
        count.facts(it.areas.len(), &it.source);
        it.findings.iter().for_each(|finding| count.facts(1, finding.source.as_ref().unwrap_or(&it.source)));
    }
    for it in dossier.visits.iter().map(|it| &it.record) {
        count.facts(1, &it.source);
        it.findings.iter().for_each(|finding| count.facts(1, finding.source.as_ref().unwrap_or(&it.source)));
    }
    dossier.interventions.iter().for_each(|it| count.facts(1, &it.source));
    dossier.events.iter().for_each(|it| count.facts(1, &it.source));
    dossier.statements.iter().for_each(|it| count.facts(1, &it.source));
    dossier.commitments.iter().for_each(|it| count.facts(1, &it.source));
    dossier.figures.iter().for_each(|it| count.facts(1, &it.source));
    count.statistics.disputed += disputed(dossier);
}

/// How many values of a council sources report differently.
fn disputed(dossier: &Dossier) -> usize {
    let records = dossier.inspections.iter().map(|it| &it.record.also_reported);
    let records = records.chain(dossier.visits.iter().map(|it| &it.record.also_reported));
    let records = records.chain(dossier.interventions.iter().map(|it| &it.also_reported));
    let records = records.chain(dossier.events.iter().map(|it| &it.also_reported));
    let records = records.chain(dossier.statements.iter().map(|it| &it.also_reported));
    let records = records.chain(dossier.commitments.iter().map(|it| &it.also_reported));
    let figures = dossier.figures.iter().filter(|it| it.also_reported.is_some()).count();
    records.map(|it| it.iter().count()).sum::<usize>() + figures
}

fn held(today: PartialDate, register: &Register) -> Vec<(&'static str, usize)> {
    let shelves = &register.shelves;
    let sum = |of: fn(&Dossier) -> usize| shelves.dossiers.values().map(of).sum::<usize>();
    let abolished = shelves.dossiers.values().filter(|it| !it.council().exists_on(today)).count();
    let points = shelves.series.values().flat_map(|(_, series)| series.areas.values().flatten());
    let points = points.filter(|it| it.value.known().is_some()).count();
    vec![
        ("councils", shelves.dossiers.len() - abolished),
        ("councils that are no more", abolished),
        ("graded inspections", sum(|it| it.inspections.len())),
        ("areas for improvement", sum(|it| it.inspections.iter().map(|it| it.record.areas.len()).sum())),
        ("visits", sum(|it| it.visits.len())),
        ("interventions", sum(|it| it.interventions.len())),
        ("events", sum(|it| it.events.len())),
        ("statements", sum(|it| it.statements.len())),
        ("promises", sum(|it| it.commitments.len())),
        ("national series", shelves.series.len()),
        ("values in series", points),
        ("figures of single councils", sum(|it| it.figures.len())),
        ("sources", shelves.sources.len()),
    ]
}
