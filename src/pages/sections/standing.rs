//! Where a council stands, in words that are bound to facts.

use serde::Serialize;

use crate::analysis::Before;
use crate::analysis::Standing;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Evidence;
use crate::domain::Id;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::Tier;
use crate::domain::capitalised;
use crate::domain::count;
use crate::pages::parts::DateView;
use crate::pages::parts::GradeView;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::grade;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::framework::Grade;
use crate::record::framework::Judgement;
use crate::register::Dossier;
use crate::register::Register;

/// Where a council stands.
#[derive(Debug, Serialize)]
pub struct StandingView {
    regulator: String,
    headline: Option<GradeView>,
    no_headline: Option<String>,
    published: DateView,
    inspected: Option<String>,
    href: String,
    /// Where its grades are cited.
    cite: String,
    parts: Vec<PartView>,
    visits: Option<VisitsView>,
    held_since: Option<(DateView, String)>,
    /// What the report before gave for the whole, where that was another grade.
    before: Option<BeforeView>,
    run_by: Vec<RunByView>,
    in_force: Vec<InForceView>,
    older: usize,
    searched: bool,
    expected: Vec<ExpectedView>,
    reach: Vec<Reach>,
    evidence: Option<EvidenceView>,
    notes: Vec<Note>,
}

/// That the grades were not read in the report itself.
#[derive(Debug, Serialize)]
struct EvidenceView {
    known: &'static str,
    report: Option<String>,
    caveats: Vec<String>,
}

/// The judgements that were given one grade.
#[derive(Debug, Serialize)]
struct PartView {
    grade: GradeView,
    judgements: Vec<String>,
}

/// Visits since the inspection.
#[derive(Debug, Serialize)]
struct VisitsView {
    count: String,
    verb: &'static str,
    single: bool,
    last: Link,
    last_theme: String,
    last_when: String,
}

/// The report before the latest and its grade for the whole.
#[derive(Debug, Serialize)]
struct BeforeView {
    report: Link,
    grade: GradeView,
    /// Its framework, where the latest report was made under another.
    framework: Option<String>,
}

/// A body that runs the services for the council.
#[derive(Debug, Serialize)]
struct RunByView {
    name: String,
    from: Option<DateView>,
    notes: Vec<Note>,
}

/// An intervention that the record knows to be in force.
#[derive(Debug, Serialize)]
struct InForceView {
    link: Link,
    track: String,
    from: Option<DateView>,
    notes: Vec<Note>,
}

/// Something that was expected and has not happened as far as the record goes.
#[derive(Debug, Serialize)]
struct ExpectedView {
    promised: String,
    said: String,
    speaker: String,
    href: String,
}

/// The standing of a council as its page says it.
pub fn standing(
    slug: &Id,
    standing: &Standing<'_>,
    dossier: &Dossier,
    notes: &mut Notes<'_>,
) -> StandingView {
    let inspection = &standing.inspection.record;
    let sources = notes.cite(&inspection.source);
    StandingView {
        regulator: standing.framework.regulator.clone(),
        headline: standing.headline.map(|(_, it)| grade(it)),
        no_headline: standing.no_headline.map(str::to_owned),
        published: inspection.published.value.into(),
        inspected: inspected(inspection),
        evidence: evidence(standing, notes),
        href: notes.here().href(&Address::inspection(slug, &standing.inspection.id)),
        cite: format!("{}#inspections/{}", notes.here().href(&Address::facts(slug)), standing.inspection.id),
        parts: parts(standing),
        visits: visits(slug, standing, notes),
        held_since: standing.held_since.map(|it| {
            (it.record.published.value.into(), notes.here().href(&Address::inspection(slug, &it.id)))
        }),
        before: standing.before.and_then(|it| before(slug, standing, it, notes)),
        run_by: run_by(dossier, notes),
        older: standing.older,
        searched: searched(dossier, notes),
        in_force: standing.in_force.iter().map(|it| in_force(slug, it, notes)).collect(),
        expected: expected(slug, dossier, inspection.published.value, notes),
        reach: ["inspections", "visits"]
            .iter()
            .filter_map(|name| Reach::of(name, Some(dossier), notes))
            .collect(),
        notes: sources,
    }
}

/// The grade of the report before, unless the latest gave the same in the same words. Where the latest gave
/// none for the whole, no older one stands beside it: it would be taken for today's.
fn before(slug: &Id, now: &Standing<'_>, it: Before<'_>, notes: &Notes<'_>) -> Option<BeforeView> {
    let given = it.grade.filter(|_| now.headline.is_some() && now.held_since.is_none())?;
    let (here, framework) = (notes.here(), it.framework);
    let published = it.report.record.published.value.long();
    Some(BeforeView {
        report: here.link(&Address::inspection(slug, &it.report.id), published),
        grade: grade(given),
        framework: (!std::ptr::eq(framework, now.framework)).then(|| framework.short.clone()),
    })
}

/// The grades of the parts in few words, where there is none for the whole: `Leadership`, `Good`.
pub fn in_place_of_headline(register: &Register, standing: &Standing<'_>) -> Vec<(String, String)> {
    let title = |line: &Id| {
        register.vocabulary.lines.iter().find(|it| it.id.value == *line).map(|it| it.title.clone())
    };
    let parts = standing.parts.iter().filter(|_| standing.headline.is_none());
    let part = |(judgement, grade): &(&Judgement, &Grade)| {
        (title(&judgement.line.value).unwrap_or_else(|| judgement.wording.clone()), grade.wording.clone())
    };
    parts.map(part).collect()
}

/// How the grades are known, where the report itself was not read: with the report's address and
/// what is said of the source that stands in for it.
fn evidence(standing: &Standing<'_>, notes: &Notes<'_>) -> Option<EvidenceView> {
    let inspection = &standing.inspection.record;
    if inspection.evidence == Evidence::Report {
        return None;
    }
    let is_overview = inspection.evidence == Evidence::Overview;
    let sources = || inspection.source.0.iter().map(|it| notes.register().source(&it.id.value));
    let report = sources().find(|source| source.tier.value == Tier::Primary).and_then(|it| it.url.as_ref());
    let stand_ins = sources().filter(|source| is_overview && source.tier.value == Tier::Other);
    Some(EvidenceView {
        known: inspection.evidence.label(),
        report: report.map(|url| url.value.clone()),
        caveats: stand_ins.filter_map(|source| source.note.clone()).collect(),
    })
}

/// How a sentence goes on after "an inspection": `of 11 to 22 July 2022`, `that began on 11 July 2022`.
fn inspected(inspection: &Inspection) -> Option<String> {
    match (inspection.start.value.known(), inspection.end.value.known()) {
        (Some(start), Some(end)) => Some(format!("of {}", start.range(end))),
        (Some(start), None) => Some(format!("that began {}", start.when())),
        (None, Some(end)) => Some(format!("that ended {}", end.when())),
        (None, None) => None,
    }
}

/// `11 to 22 July 2022`, `from 11 July 2022`, or nothing where no day is recorded.
pub fn dates(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) => Some(start.range(end)),
        (Some(start), None) => Some(format!("from {}", start.long())),
        (None, Some(end)) => Some(format!("to {}", end.long())),
        (None, None) => None,
    }
}

fn parts(standing: &Standing<'_>) -> Vec<PartView> {
    let mut parts: Vec<PartView> = Vec::new();
    for (judgement, it) in &standing.parts {
        let view = grade(it);
        match parts.iter_mut().find(|part| part.grade == view) {
            Some(part) => part.judgements.push(judgement.wording.clone()),
            None => parts.push(PartView { grade: view, judgements: vec![judgement.wording.clone()] }),
        }
    }
    parts
}

fn visits(slug: &Id, standing: &Standing<'_>, notes: &Notes<'_>) -> Option<VisitsView> {
    let last = standing.visits_since.last()?;
    let kinds = &notes.register().vocabulary.visit_kinds;
    let one_kind = standing.visits_since.iter().all(|it| it.record.kind.value == last.record.kind.value);
    let kind = kinds.iter().find(|it| one_kind && it.id.value == last.record.kind.value);
    let (one, many) = kind.map_or(("visit".to_owned(), "visits".to_owned()), |it| {
        (
            it.title.to_lowercase(),
            it.plural.clone().unwrap_or_else(|| format!("{}s", it.title.to_lowercase())),
        )
    });
    let when = last.record.end.value.known().map_or_else(
        || last.record.start.value.when(),
        |end| format!("on {}", last.record.start.value.range(end)),
    );
    Some(VisitsView {
        count: capitalised(&count(standing.visits_since.len(), &one, &many)),
        single: standing.visits_since.len() == 1,
        verb: if standing.visits_since.len() == 1 { "is" } else { "are" },
        last: notes.here().link(&Address::visit(slug, &last.id), when.clone()),
        last_theme: last.record.looked_at().to_owned(),
        last_when: when,
    })
}

/// Who runs the services for the council now.
fn run_by(dossier: &Dossier, notes: &mut Notes<'_>) -> Vec<RunByView> {
    let now = dossier.council().delivered_by.iter().filter(|it| it.to.is_none());
    now.map(|it| RunByView {
        name: it.name.clone(),
        from: it.from.map(DateView::from),
        notes: notes.cite(&it.source),
    })
    .collect()
}

/// Whether anybody looked for interventions in this council.
fn searched(dossier: &Dossier, notes: &Notes<'_>) -> bool {
    let own = dossier.council().horizons.get("interventions").is_some();
    own || notes.register().site.horizons.get("interventions").is_some()
}

fn in_force(slug: &Id, it: &Intervention, notes: &mut Notes<'_>) -> InForceView {
    let tracks = &notes.register().vocabulary.tracks;
    InForceView {
        track: tracks
            .iter()
            .find(|track| track.id.value == it.track.value)
            .map_or_else(String::new, |track| track.title.clone()),
        link: notes.here().link(&Address::intervention(slug, &it.id.value), it.instrument.clone()),
        from: it.from.value.known().map(DateView::from),
        notes: notes.cite(&it.source),
    }
}

/// What was to happen by a day that has passed, and is not on record; said since the latest report.
fn expected(slug: &Id, dossier: &Dossier, since: PartialDate, notes: &Notes<'_>) -> Vec<ExpectedView> {
    let page = notes.here().href(&Address::statements(slug));
    let missed = |it: &&crate::record::Commitment| {
        it.outcome.as_ref().is_some_and(|outcome| match outcome.status.value {
            OutcomeStatus::NotMet => true,
            OutcomeStatus::CannotTell => it.due.is_some(),
            _ => false,
        })
    };
    let said_since = |it: &&crate::record::Commitment| !it.date.value.is_before(since);
    dossier
        .commitments
        .iter()
        .rev()
        .filter(said_since)
        .filter(missed)
        .map(|it| ExpectedView {
            promised: it.promised.clone(),
            said: it.date.value.when(),
            speaker: super::said::speaker(&it.speaker),
            href: format!("{page}#{}", it.id.value),
        })
        .collect()
}
