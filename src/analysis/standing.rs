//! Where a council stands, as far as the record goes.

use crate::analysis::Cell;
use crate::analysis::cell_of;
use crate::analysis::spells::has_no_end;
use crate::analysis::spells::is_in_spell;
use crate::analysis::spells::is_proposal;
use crate::domain::PartialDate;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::Visit;
use crate::record::framework::Grade;
use crate::record::framework::Judgement;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Register;

/// Where a council stands.
#[derive(Debug)]
pub struct Standing<'r> {
    /// The latest inspection on record.
    pub inspection: &'r Filed<Inspection>,
    /// Its framework.
    pub framework: &'r Framework,
    /// The grade for the council as a whole, if the framework gives one.
    pub headline: Option<(&'r Judgement, &'r Grade)>,
    /// The first of the reports in unbroken order that gave that grade, in the same words, up to the
    /// latest: nothing if the latest is the first.
    pub held_since: Option<&'r Filed<Inspection>>,
    /// Why there is no grade for the whole.
    pub no_headline: Option<&'r str>,
    /// The grades of the parts, in the framework's order.
    pub parts: Vec<(&'r Judgement, &'r Grade)>,
    /// Visits since that inspection's report, oldest first.
    pub visits_since: Vec<&'r Filed<Visit>>,
    /// Interventions without an end on record that began after the last report but one. Older ones
    /// have often ended unrecorded: they stand with the interventions, not here.
    pub in_force: Vec<&'r Intervention>,
    /// How many others have no end on record, begun earlier or at an unknown time; without those that outlast
    /// the intervention that set them up.
    pub older: usize,
    /// The report before the latest, with its framework and the grade for the whole, if it gave one.
    pub before: Option<Before<'r>>,
}

/// The report before the latest.
#[derive(Debug, Clone, Copy)]
pub struct Before<'r> {
    /// The report.
    pub report: &'r Filed<Inspection>,
    /// Its framework.
    pub framework: &'r Framework,
    /// The grade for the council as a whole.
    pub grade: Option<&'r Grade>,
}

impl<'r> Before<'r> {
    fn of(register: &'r Register, report: &'r Filed<Inspection>) -> Self {
        let framework = register.framework(&report.record.framework.value);
        let mut headlines = register.vocabulary.lines.iter().filter(|line| line.headline == Some(true));
        let grade = headlines.find_map(|line| match cell_of(framework, &report.record, &line.id.value) {
            Cell::Graded { grade, .. } => Some(grade),
            _ => None,
        });
        Self { report, framework, grade }
    }
}

impl<'r> Standing<'r> {
    /// The standing of a council on `today`; nothing if no inspection is on record.
    pub fn of(today: PartialDate, register: &'r Register, dossier: &'r Dossier) -> Option<Self> {
        let inspection = dossier.inspections.last()?;
        let framework = register.framework(&inspection.record.framework.value);
        let headline_lines = register.vocabulary.lines.iter().filter(|line| line.headline == Some(true));
        let (mut headline, mut no_headline) = (None, None);
        for line in headline_lines {
            match cell_of(framework, &inspection.record, &line.id.value) {
                Cell::Graded { judgement, grade, .. } => headline = Some((judgement, grade)),
                Cell::NotInFramework { because } => no_headline = Some(because),
                Cell::Without { reason, .. } => no_headline = Some(reason),
            }
        }
        let parts = parts(framework, inspection, headline.map(|(judgement, _)| judgement));
        let published = inspection.record.published.value;
        // A visit that this report mentions came before it, even in the same month.
        let is_mentioned = |visit: &&Filed<Visit>| {
            visit.record.mentioned_in.as_ref().is_some_and(|it| it.value == inspection.id)
        };
        let since =
            |visit: &&Filed<Visit>| !visit.record.start.value.is_before(published) && !is_mentioned(visit);
        let visits_since = dossier.visits.iter().filter(since).collect();
        let before = dossier.inspections.iter().rev().nth(1);
        let since_before =
            |from: PartialDate| before.is_none_or(|before| !from.is_before(before.record.published.value));
        let sets_in_force = |it: &Intervention| !is_proposal(&register.vocabulary, it);
        let is_recent = |it: &&Intervention| it.from.value.known().is_some_and(since_before);
        let lately = dossier.interventions.iter().filter(|it| sets_in_force(it) && is_open(it, today));
        let in_force: Vec<&Intervention> = lately.filter(is_recent).collect();
        let is_older = |it: &&Intervention| {
            is_in_spell(&register.vocabulary, it)
                && has_no_end(today, dossier, it)
                && it.from.value.known().is_none_or(|from| !today.is_before(from))
                && !in_force.iter().any(|listed| std::ptr::eq(*listed, *it))
        };
        let older = dossier.interventions.iter().filter(is_older).count();
        let held_since =
            headline.and_then(|(judgement, grade)| held_since(register, dossier, judgement, grade));
        let standing = Self {
            inspection,
            framework,
            headline,
            held_since,
            no_headline,
            parts,
            visits_since,
            in_force,
            older,
            before: before.map(|it| Before::of(register, it)),
        };
        Some(standing)
    }
}

/// The first report of the run that ends with the latest and gave one grade in the same words.
fn held_since<'r>(
    register: &'r Register,
    dossier: &'r Dossier,
    judgement: &Judgement,
    grade: &Grade,
) -> Option<&'r Filed<Inspection>> {
    let gave_it = |it: &&Filed<Inspection>| {
        let framework = register.framework(&it.record.framework.value);
        match cell_of(framework, &it.record, &judgement.line.value) {
            Cell::Graded { judgement: then, grade: given, .. } => {
                then.wording == judgement.wording && given.wording == grade.wording
            }
            _ => false,
        }
    };
    dossier.inspections.iter().rev().take_while(gave_it).skip(1).last()
}

fn parts<'r>(
    framework: &'r Framework,
    inspection: &'r Filed<Inspection>,
    headline: Option<&Judgement>,
) -> Vec<(&'r Judgement, &'r Grade)> {
    let others =
        framework.judgements.iter().filter(|it| headline.is_none_or(|headline| headline.id != it.id));
    others
        .filter_map(|it| match cell_of(framework, &inspection.record, &it.line.value) {
            Cell::Graded { judgement, grade, .. } => Some((judgement, grade)),
            _ => None,
        })
        .collect()
}

/// Whether an intervention had begun by `today` and the record has no end for it.
pub fn is_open(it: &Intervention, today: PartialDate) -> bool {
    let begun = it.from.value.known().is_some_and(|from| !today.is_before(from));
    let ended = it.to.as_ref().is_some_and(|to| to.value.is_before(today)) || it.ended_how.is_some();
    begun && !ended && it.replaced_by.is_none() && it.lasts != Some(false)
}
