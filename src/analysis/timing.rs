//! How long, how often: everything about time that is measured from the record itself.

use std::collections::BTreeMap;

use crate::analysis::AfterGrade;
use crate::analysis::Lags;
use crate::analysis::Pause;
use crate::analysis::intervals::after_grades;
use crate::analysis::lags::lags;
use crate::analysis::spells::Spell;
use crate::analysis::spells::spells;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Inspection;
use crate::register::Filed;
use crate::register::Register;

/// What was measured.
#[derive(Debug)]
pub struct Timing<'r> {
    /// What followed each grade, the latest frameworks and the gravest grades first.
    pub after_grades: Vec<AfterGrade<'r>>,
    /// Letters and gaps by kind of visit.
    pub lags: BTreeMap<&'r Id, Lags>,
    /// The longest time in which no inspection began.
    pub pause: Option<Pause>,
    /// Spells of intervention, by track, the latest first.
    pub spells: Vec<Spell<'r>>,
}

impl<'r> Timing<'r> {
    /// What followed the grade that a report gave; nothing where it gave none for the whole.
    pub fn after(&self, report: &Filed<Inspection>) -> Option<&AfterGrade<'r>> {
        let gave_it = |it: &&AfterGrade<'_>| it.intervals.iter().any(|of| std::ptr::eq(of.from, report));
        self.after_grades.iter().find(gave_it)
    }

    /// Measures all.
    ///
    /// * `today`: the as-at date.
    pub fn of(today: PartialDate, register: &'r Register) -> Self {
        Self {
            after_grades: after_grades(today, register),
            lags: lags(register),
            pause: Pause::of(register),
            spells: spells(today, register),
        }
    }
}
