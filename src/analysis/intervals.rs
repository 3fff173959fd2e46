//! From one report to the next: how long councils waited for the next graded inspection after each
//! grade, how long they held a grade, and how many visits came in between. Counted from what is on
//! record; no grade is derived.

use crate::analysis::Cell;
use crate::analysis::Lengths;
use crate::analysis::cell_of;
use crate::analysis::ratings::same_judgement;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::Visit;
use crate::record::framework::Grade;
use crate::record::framework::Judgement;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Register;

/// A report that graded a council as a whole, and the council's next report.
#[derive(Debug, Clone)]
pub struct Interval<'r> {
    /// The council.
    pub council: &'r Id,
    /// The report.
    pub from: &'r Filed<Inspection>,
    /// The next report, whatever it graded; nothing while none is on record.
    pub next: Option<&'r Filed<Inspection>>,
    /// Days from report to report, where both days are known.
    pub days: Option<i64>,
    /// Visits on record that followed the report up.
    pub visits: Vec<&'r Filed<Visit>>,
    /// Whether the council exists no more, so that no next report will come.
    pub is_over: bool,
}

/// An unbroken run of reports of one council that gave one grade on one judgement.
#[derive(Debug, Clone)]
pub struct Run<'r> {
    /// The council.
    pub council: &'r Id,
    /// The first report of the run.
    pub from: &'r Filed<Inspection>,
    /// How many reports it has.
    pub reports: usize,
    /// The report that ended it: with another grade, or under another judgement.
    pub ended: Option<&'r Filed<Inspection>>,
    /// Whether the report that ended it was made under another judgement, so that its grades do not
    /// compare.
    pub other_judgement: bool,
    /// Days from the first report to the one that ended it.
    pub days: Option<i64>,
    /// Whether the council exists no more.
    pub is_over: bool,
}

/// What followed one grade on one judgement.
#[derive(Debug)]
pub struct AfterGrade<'r> {
    /// The judgement.
    pub judgement: &'r Judgement,
    /// The frameworks that have it, in the order of their years.
    pub frameworks: Vec<&'r Framework>,
    /// The grade.
    pub grade: &'r Grade,
    /// Every report that gave it, oldest first.
    pub intervals: Vec<Interval<'r>>,
    /// Every run of such reports, oldest first.
    pub runs: Vec<Run<'r>>,
}

impl<'r> AfterGrade<'r> {
    /// Days to the next report.
    pub fn to_next(&self) -> Lengths {
        Lengths::of(self.intervals.iter().filter_map(|it| it.days))
    }

    /// Days for which the grade was held, of runs that ended with another grade on the same judgement.
    pub fn held(&self) -> Lengths {
        Lengths::of(self.runs.iter().filter(|it| !it.other_judgement).filter_map(|it| it.days))
    }

    /// Reports of councils that still exist after which no next is on record.
    pub fn waiting(&self) -> impl Iterator<Item = &Interval<'r>> {
        self.intervals.iter().filter(|it| it.next.is_none() && !it.is_over)
    }

    /// Whether a framework's judgement is this one.
    pub fn is_of(&self, framework: &Framework, judgement: &Judgement, grade: &Grade) -> bool {
        grade.wording == self.grade.wording
            && same_judgement((framework, judgement), (self.frameworks[0], self.judgement))
    }
}

/// What followed every grade for a council as a whole, by judgement and grade, the gravest first.
///
/// * `today`: the as-at date, for councils that exist no more.
pub fn after_grades(today: PartialDate, register: &Register) -> Vec<AfterGrade<'_>> {
    let mut groups: Vec<AfterGrade<'_>> = Vec::new();
    for (council, dossier) in &register.shelves.dossiers {
        let graded: Vec<Graded<'_>> = dossier.inspections.iter().map(|it| graded(register, it)).collect();
        let is_over = !dossier.council().exists_on(today);
        for (at, this) in graded.iter().enumerate() {
            let Some((framework, judgement, grade)) = this.given else { continue };
            let group = group(&mut groups, framework, judgement, grade);
            group.intervals.push(interval(council, dossier, &graded, at, is_over));
            let before = at.checked_sub(1).and_then(|before| graded[before].given);
            if !before.is_some_and(|it| same(it, (framework, judgement, grade))) {
                group.runs.push(run(council, &graded, at, is_over));
            }
        }
    }
    for group in &mut groups {
        group.intervals.sort_by_key(|it| (it.from.record.published.value, it.council));
        group.runs.sort_by_key(|it| (it.from.record.published.value, it.council));
    }
    // The latest frameworks first, and within one judgement the gravest grade.
    groups.sort_by_key(|it| {
        let first = it.frameworks[0];
        let grade = first.scale.iter().position(|grade| grade.wording == it.grade.wording);
        (std::cmp::Reverse(first.applies_from.value), std::cmp::Reverse(grade))
    });
    groups
}

type Given<'r> = (&'r Framework, &'r Judgement, &'r Grade);

/// A report and its grade for the council as a whole.
struct Graded<'r> {
    report: &'r Filed<Inspection>,
    given: Option<Given<'r>>,
    /// Whether the framework has such a grade and the record has none.
    is_unknown: bool,
}

fn graded<'r>(register: &'r Register, report: &'r Filed<Inspection>) -> Graded<'r> {
    let framework = register.framework(&report.record.framework.value);
    let headlines = register.vocabulary.lines.iter().filter(|line| line.headline == Some(true));
    let cells: Vec<Cell<'r>> =
        headlines.map(|line| cell_of(framework, &report.record, &line.id.value)).collect();
    let given = cells.iter().find_map(|cell| match cell {
        Cell::Graded { judgement, grade, .. } => Some((framework, *judgement, *grade)),
        _ => None,
    });
    let is_unknown = given.is_none() && cells.iter().any(|cell| matches!(cell, Cell::Without { .. }));
    Graded { report, given, is_unknown }
}

fn same(one: Given<'_>, other: Given<'_>) -> bool {
    one.2.wording == other.2.wording && same_judgement((one.0, one.1), (other.0, other.1))
}

fn group<'a, 'r>(
    groups: &'a mut Vec<AfterGrade<'r>>,
    framework: &'r Framework,
    judgement: &'r Judgement,
    grade: &'r Grade,
) -> &'a mut AfterGrade<'r> {
    let at = groups.iter().position(|it| it.is_of(framework, judgement, grade)).unwrap_or_else(|| {
        let frameworks = vec![framework];
        groups.push(AfterGrade { judgement, frameworks, grade, intervals: Vec::new(), runs: Vec::new() });
        groups.len() - 1
    });
    let known = &mut groups[at].frameworks;
    if !known.iter().any(|it| std::ptr::eq(*it, framework)) {
        known.push(framework);
        known.sort_by_key(|it| it.applies_from.value);
    }
    &mut groups[at]
}

fn interval<'r>(
    council: &'r Id,
    dossier: &'r Dossier,
    graded: &[Graded<'r>],
    at: usize,
    is_over: bool,
) -> Interval<'r> {
    let from = graded[at].report;
    let next = graded.get(at + 1).map(|it| it.report);
    let follows = |visit: &&Filed<Visit>| visit.record.follows.as_ref().is_some_and(|it| it.value == from.id);
    Interval {
        council,
        from,
        next,
        days: next.and_then(|next| days(from.record.published.value, next.record.published.value)),
        visits: dossier.visits.iter().filter(follows).collect(),
        is_over,
    }
}

fn run<'r>(council: &'r Id, graded: &[Graded<'r>], at: usize, is_over: bool) -> Run<'r> {
    let first = graded[at].given.expect("a run starts with a grade");
    let is_same = |it: &&Graded<'_>| it.given.is_some_and(|given| same(given, first));
    let reports = graded[at..].iter().take_while(is_same).count();
    let ender = graded.get(at + reports);
    let from = graded[at].report;
    Run {
        council,
        from,
        reports,
        ended: ender.map(|it| it.report),
        other_judgement: ender.is_some_and(|it| is_other(it, first)),
        // Where the next report has no grade on record, the grade may have been held on.
        days: ender
            .filter(|it| !it.is_unknown)
            .and_then(|it| days(from.record.published.value, it.report.record.published.value)),
        is_over,
    }
}

/// Whether a report was made under another judgement.
fn is_other(it: &Graded<'_>, first: Given<'_>) -> bool {
    let other = |given: Given<'_>| !same_judgement((given.0, given.1), (first.0, first.1));
    !it.is_unknown && it.given.is_none_or(other)
}

/// Days from one date to another, where both days are known.
pub fn days(from: PartialDate, to: PartialDate) -> Option<i64> {
    (from.is_exact() && to.is_exact()).then(|| (to.first() - from.first()).num_days())
}
