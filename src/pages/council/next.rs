//! The page of what happens next at one council, and of how long things took there: ranges with what
//! they rest on, and every interval that they are made of.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::analysis::Findings;
use crate::analysis::expected::LEAST;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::join;
use crate::pages::council::questions::questions;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::calendar;
use crate::pages::parts::grade;
use crate::pages::sections::expected;
use crate::pages::sections::expected::ExpectedView;
use crate::pages::sections::lasting;
use crate::pages::sections::lasting::IntervalView;
use crate::pages::sections::lasting::RunView;
use crate::pages::sections::lasting::SpellView;
use crate::pages::sections::windows::entries;
use crate::pages::words::lengths::LengthsView;
use crate::register::Dossier;

/// What happens next at a council.
#[derive(Debug, Serialize)]
pub struct NextPage {
    council: Link,
    abolished: bool,
    expected: Vec<ExpectedView>,
    /// Why there is no range for the next report, where there is none.
    no_range: Option<String>,
    questions: Vec<String>,
    intervals: Vec<IntervalView>,
    runs: Vec<RunView>,
    spells: Vec<SpellView>,
    /// What was measured in all councils, for the grades that this one had.
    all_councils: Vec<ElsewhereView>,
    how_long: String,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
    has_calendar: bool,
    /// The calendar.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// What followed a grade in all councils.
#[derive(Debug, Serialize)]
struct ElsewhereView {
    grade: GradeView,
    judgement: String,
    frameworks: String,
    to_next: Option<LengthsView>,
    held: Option<LengthsView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    all: &Findings<'_>,
    own: &CouncilFindings<'_>,
) -> (Head, NextPage, Vec<Id>) {
    let here = Here::at(Address::next(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let council = dossier.council();
    let expected = expected::views(frame, slug, dossier, &all.timing, |_| true, &mut notes);
    let calendar_entries = entries(frame, slug, &council.name, &expected);
    let title = format!("{}: what is expected", council.name);
    let groups = || all.timing.after_grades.iter();
    let mine = |council: &Id| council == slug;
    let page = NextPage {
        council: frame.council(&here, slug),
        abolished: !council.exists_on(frame.today),
        no_range: no_range(all, dossier),
        questions: questions(frame.today, frame.register, dossier, own),
        intervals: groups()
            .flat_map(|group| group.intervals.iter().map(move |it| (group, it)))
            .filter(|(_, it)| mine(it.council))
            .map(|(group, it)| (it.from.record.published.value, lasting::interval(frame, &here, group, it)))
            .collect::<BTreeMap<_, _>>()
            .into_values()
            .rev()
            .collect(),
        runs: groups()
            .flat_map(|group| group.runs.iter().map(move |it| (group, it)))
            .filter(|(_, it)| mine(it.council))
            .map(|(group, it)| (it.from.record.published.value, lasting::run(frame, &here, group, it)))
            .collect::<BTreeMap<_, _>>()
            .into_values()
            .rev()
            .collect(),
        spells: all
            .timing
            .spells
            .iter()
            .filter(|it| mine(it.council))
            .map(|it| lasting::spell(frame, &here, it))
            .collect(),
        all_councils: groups()
            .filter(|group| group.intervals.iter().any(|it| mine(it.council)))
            .map(|group| ElsewhereView {
                grade: grade(group.grade),
                judgement: group.judgement.wording.clone(),
                frameworks: join(&group.frameworks.iter().map(|it| it.short.clone()).collect::<Vec<_>>()),
                to_next: LengthsView::months(&group.to_next()),
                held: LengthsView::months(&group.held()),
            })
            .collect(),
        how_long: here.href(&Address::top("how-long")),
        reach: ["inspections", "visits", "interventions"]
            .iter()
            .filter_map(|name| Reach::of(name, Some(dossier), &mut notes))
            .collect(),
        sources: notes.sources(),
        has_calendar: !calendar_entries.is_empty(),
        files: (!calendar_entries.is_empty())
            .then(|| calendar(frame.today, frame.host(), &title, &calendar_entries))
            .into_iter()
            .collect(),
        expected,
    };
    let about = format!(
        "What is expected next of {} at {}, as ranges with what they rest on, and how long things took.",
        frame.register.site.service, council.official_name
    );
    let head =
        frame.head(&here, format!("{}: what happens next", council.name), about, frame.way(&here, slug));
    (head, page, notes.ids())
}

/// Why no range can be given for the next inspection report of a council; nothing where one can.
pub fn no_range(all: &Findings<'_>, dossier: &Dossier) -> Option<String> {
    let Some(latest) = dossier.inspections.last() else {
        return Some("no inspection is on record".to_owned());
    };
    let Some(group) = all.timing.after(latest) else {
        return Some("the latest report has no grade for the council as a whole".to_owned());
    };
    if !latest.record.published.value.is_exact() {
        return Some("the day of the latest report is not recorded".to_owned());
    }
    let n = group.to_next().n();
    (n < LEAST).then(|| {
        format!("too few reports with this grade were followed by another on record ({n} of the {LEAST} that are needed)")
    })
}
