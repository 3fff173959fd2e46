//! How many councils hold each grade on a day: counted, never averaged, and never across
//! judgements of different wording.

use std::collections::BTreeMap;

use crate::analysis::Cell;
use crate::analysis::cell_of;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::framework::Grade;
use crate::record::framework::Judgement;
use crate::record::vocabulary::Line;
use crate::register::Filed;
use crate::register::Register;

/// The grades of all councils on a day.
#[derive(Debug)]
pub struct Tally<'r> {
    /// The day.
    pub day: PartialDate,
    /// How many councils there were.
    pub councils: usize,
    /// One for each judgement, by line and wording; grades on different wordings are not added.
    pub rows: Vec<TallyRow<'r>>,
    /// Councils of which no inspection had begun by then, as far as the record goes.
    pub uninspected: Vec<&'r Id>,
}

/// One judgement: how many councils hold each grade.
#[derive(Debug)]
pub struct TallyRow<'r> {
    /// Its line.
    pub line: &'r Line,
    /// The judgement.
    pub judgement: &'r Judgement,
    /// A framework that has it.
    pub framework: &'r Framework,
    /// Councils by grade, best first, in the order of their names.
    pub grades: Vec<(&'r Grade, Vec<&'r Id>)>,
    /// Councils with no grade, and why.
    pub without: Vec<(&'r Id, &'static str)>,
}

impl TallyRow<'_> {
    /// How many councils have a grade.
    pub fn graded(&self) -> usize {
        self.grades.iter().map(|(_, councils)| councils.len()).sum()
    }

    fn is_of(&self, line: &Line, framework: &Framework, judgement: &Judgement) -> bool {
        self.line.id.value == line.id.value
            && same_judgement((self.framework, self.judgement), (framework, judgement))
    }
}

/// Whether two frameworks judge the same thing in the same words, on scales of the same words.
pub fn same_judgement(one: (&Framework, &Judgement), other: (&Framework, &Judgement)) -> bool {
    let scale = |it: &Framework| it.scale.iter().map(|grade| grade.wording.clone()).collect::<Vec<_>>();
    one.0.regulator == other.0.regulator
        && one.1.wording == other.1.wording
        && one.1.line.value == other.1.line.value
        && scale(one.0) == scale(other.0)
}

/// Each council that existed on a day, with its latest inspection begun by then.
pub fn latest(register: &Register, day: PartialDate) -> BTreeMap<&Id, Option<&Filed<Inspection>>> {
    let there = register.shelves.dossiers.iter().filter(|(_, it)| it.council().exists_on(day));
    let begun = |it: &&&Filed<Inspection>| !day.is_before(first_day(&it.record));
    there
        .map(|(slug, it)| {
            let by_start = it.inspections.iter().collect::<Vec<_>>();
            (slug, by_start.iter().filter(begun).max_by_key(|it| first_day(&it.record)).copied())
        })
        .collect()
}

/// The first day of an inspection, or of its report where that is not recorded.
pub fn first_day(inspection: &Inspection) -> PartialDate {
    inspection.start.value.known().unwrap_or(inspection.published.value)
}

/// The grades of all councils on `day`, by their latest inspection begun by then.
pub fn tally(register: &Register, day: PartialDate) -> Tally<'_> {
    let latest = latest(register, day);
    let uninspected = latest.iter().filter(|(_, it)| it.is_none()).map(|(slug, _)| *slug).collect();
    let mut rows: Vec<TallyRow<'_>> = Vec::new();
    for line in &register.vocabulary.lines {
        for (slug, inspection) in latest.iter().filter_map(|(slug, it)| it.map(|it| (*slug, it))) {
            let framework = register.framework(&inspection.record.framework.value);
            match cell_of(framework, &inspection.record, &line.id.value) {
                Cell::Graded { judgement, grade, .. } => {
                    let row = row(&mut rows, line, framework, judgement);
                    let place = row.grades.iter_mut().find(|(it, _)| it.wording == grade.wording);
                    place.expect("a grade of the scale").1.push(slug);
                }
                Cell::Without { judgement, reason } => {
                    row(&mut rows, line, framework, judgement).without.push((slug, reason));
                }
                Cell::NotInFramework { .. } => {}
            }
        }
    }
    Tally { day, councils: latest.len(), rows, uninspected }
}

fn row<'a, 'r>(
    rows: &'a mut Vec<TallyRow<'r>>,
    line: &'r Line,
    framework: &'r Framework,
    judgement: &'r Judgement,
) -> &'a mut TallyRow<'r> {
    let at = rows.iter().position(|row| row.is_of(line, framework, judgement)).unwrap_or_else(|| {
        let grades = framework.scale.iter().map(|grade| (grade, Vec::new())).collect();
        rows.push(TallyRow { line, judgement, framework, grades, without: Vec::new() });
        rows.len() - 1
    });
    &mut rows[at]
}

/// Councils whose latest inspection gave no grade for the whole because its framework has none.
pub fn without_headline(register: &Register, day: PartialDate) -> Vec<(&Id, &str)> {
    let Some(line) = register.vocabulary.lines.iter().find(|line| line.headline == Some(true)) else {
        return Vec::new();
    };
    let inspected = latest(register, day).into_iter().filter_map(|(slug, it)| Some((slug, it?)));
    inspected
        .filter_map(|(slug, it)| {
            let framework = register.framework(&it.record.framework.value);
            match cell_of(framework, &it.record, &line.id.value) {
                Cell::NotInFramework { because } => Some((slug, because)),
                _ => None,
            }
        })
        .collect()
}
