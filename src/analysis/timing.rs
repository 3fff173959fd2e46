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
