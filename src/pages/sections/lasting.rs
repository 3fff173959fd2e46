//! How long, how often: each case that was measured, as a row.

use serde::Serialize;

use crate::analysis::AfterGrade;
use crate::analysis::intervals::Interval;
use crate::analysis::intervals::Run;
use crate::analysis::spells::Spell;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::grade;
use crate::pages::words::lengths::in_months;
use crate::record::Inspection;
use crate::register::Filed;

/// From one report to the next.
#[derive(Debug, Serialize)]
pub struct IntervalView {
    council: Link,
    grade: GradeView,
    from: Link,
    next: Option<Link>,
    months: Option<String>,
    /// How many visits on record followed the report up, by kind: `six monitoring visits`.
    visits: Vec<String>,
    over: bool,
}

/// A grade held through one or more reports.
#[derive(Debug, Serialize)]
pub struct RunView {
    council: Link,
    grade: GradeView,
    judgement: String,
    from: Link,
    ended: Option<Link>,
    other_judgement: bool,
    reports: usize,
    months: Option<String>,
    over: bool,
}

/// A spell of intervention.
#[derive(Debug, Serialize)]
pub struct SpellView {
    council: Link,
    track: String,
    from: DateView,
    to: Option<DateView>,
    months: Option<String>,
    instruments: Vec<Link>,
}

/// An interval as a row.
pub fn interval(frame: &Frame<'_>, here: &Here, of: &AfterGrade<'_>, it: &Interval<'_>) -> IntervalView {
    let kinds = frame.register.vocabulary.visit_kinds.iter();
    let counted = kinds.filter_map(|kind| {
        let n = it.visits.iter().filter(|visit| visit.record.kind.value == kind.id.value).count();
        let many = kind.plural.clone().unwrap_or_else(|| format!("{}s", kind.title.to_lowercase()));
        (n > 0).then(|| crate::domain::count(n, &kind.title.to_lowercase(), &many))
    });
    IntervalView {
        council: frame.council(here, it.council),
        grade: grade(of.grade),
        from: report(here, it.council, it.from),
        next: it.next.map(|next| report(here, it.council, next)),
        months: it.days.map(|days| in_months(days.into())),
        visits: counted.collect(),
        over: it.is_over,
    }
}

/// A run as a row.
pub fn run(frame: &Frame<'_>, here: &Here, of: &AfterGrade<'_>, it: &Run<'_>) -> RunView {
    RunView {
        council: frame.council(here, it.council),
        grade: grade(of.grade),
        judgement: of.judgement.wording.clone(),
        from: report(here, it.council, it.from),
        ended: it.ended.map(|ended| report(here, it.council, ended)),
        other_judgement: it.other_judgement,
        reports: it.reports,
        months: it.days.map(|days| in_months(days.into())),
        over: it.is_over,
    }
}

/// A spell as a row.
pub fn spell(frame: &Frame<'_>, here: &Here, it: &Spell<'_>) -> SpellView {
    let track = frame.register.vocabulary.tracks.iter().find(|track| track.id.value == *it.track);
    let instruments = it.instruments.iter();
    SpellView {
        council: frame.council(here, it.council),
        track: track.map_or_else(String::new, |track| track.title.clone()),
        from: it.from.into(),
        to: it.to.map(DateView::from),
        months: it.days.map(|days| in_months(days.into())),
        instruments: instruments
            .map(|of| here.link(&Address::intervention(it.council, &of.id.value), of.instrument.clone()))
            .collect(),
    }
}

fn report(here: &Here, council: &Id, it: &Filed<Inspection>) -> Link {
    here.link(&Address::inspection(council, &it.id), it.record.published.value.long())
}
