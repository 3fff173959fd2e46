//! What happens next, in words: a range, where today stands in it, what it rests on, and what it does
//! not say.

use chrono::NaiveDate;
use serde::Serialize;

use crate::analysis::AfterGrade;
use crate::analysis::Lags;
use crate::analysis::Lengths;
use crate::analysis::Pause;
use crate::analysis::Timing;
use crate::analysis::expected::Expected;
use crate::analysis::expected::Phase;
use crate::analysis::expected::What;
use crate::analysis::expected::expected;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::capitalised;
use crate::domain::count;
use crate::domain::join;
use crate::domain::number;
use crate::pages::parts::Frame;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::sections::clock::awaited;
use crate::pages::sections::said::speaker;
use crate::pages::words::lengths::LengthsView;
use crate::pages::words::lengths::begun;
use crate::record::Commitment;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::Visit;
use crate::register::Dossier;
use crate::register::Filed;

/// Something that is expected.
#[derive(Debug, Clone, Serialize)]
pub struct ExpectedView {
    /// Its name on the page and in calendars.
    pub id: String,
    /// What: `The next inspection report`.
    pub title: String,
    /// When: `from September 2024 to November 2027`.
    pub range: String,
    /// Where today stands: `now in this range`.
    pub phase: &'static str,
    /// What the range rests on.
    pub basis: String,
    /// What it does not say.
    pub caveat: String,
    /// The page of what it is about.
    pub href: String,
    /// Its sources.
    pub notes: Vec<Note>,
    /// The first day of the range and the last, while it is not past.
    #[serde(skip)]
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// What is expected of a council.
///
/// * `shown`: which of it.
pub fn views(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    timing: &Timing<'_>,
    shown: fn(&What<'_, '_>) -> bool,
    notes: &mut Notes<'_>,
) -> Vec<ExpectedView> {
    let all = expected(frame.today, frame.register, timing, dossier);
    all.iter().filter(|it| shown(&it.what)).map(|it| view(frame, timing, slug, it, notes)).collect()
}

fn view(
    frame: &Frame<'_>,
    timing: &Timing<'_>,
    slug: &Id,
    it: &Expected<'_, '_>,
    notes: &mut Notes<'_>,
) -> ExpectedView {
    let days = (it.phase != Phase::Passed).then_some((it.first, it.last));
    let blank = ExpectedView {
        id: String::new(),
        title: String::new(),
        range: months(it.first, it.last),
        phase: if is_unreached(frame, it) { "the record does not reach so far" } else { phase(it.phase) },
        basis: String::new(),
        caveat: String::new(),
        href: String::new(),
        notes: Vec::new(),
        days,
    };
    match &it.what {
        What::Inspection(from, group) => inspection(frame, timing.pause, from, group, notes, blank),
        What::Visit(last, lags) => visit(frame, slug, last, lags, notes, blank),
        What::Letter(of, lags) => letter(slug, of, lags, it, notes, blank),
        What::End(of) => end(slug, of, notes, blank),
        What::Promise(of) => promise(slug, of, notes, blank),
    }
}

/// Where today stands.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Ahead => "still ahead",
        Phase::Within => "now in this range",
        Phase::Passed => "this range has passed",
    }
}

/// Whether a range has passed of which the record does not hold the end: what came then is not known here.
fn is_unreached(frame: &Frame<'_>, it: &Expected<'_, '_>) -> bool {
    let horizon = match it.what {
        What::Inspection(..) => "inspections",
        What::Visit(..) => "visits",
        _ => return false,
    };
    let reach = frame.register.site.horizons.get(horizon);
    it.phase == Phase::Passed && reach.is_some_and(|reach| reach.complete_to.value.first() < it.last)
}

/// `from September 2024 to November 2027`, `in March 2027`.
pub fn months(first: NaiveDate, last: NaiveDate) -> String {
    let (first, last) = (PartialDate::day(first).in_month(), PartialDate::day(last).in_month());
    if first == last { format!("in {first}") } else { format!("from {first} to {last}") }
}

fn inspection(
    frame: &Frame<'_>,
    pause: Option<Pause>,
    from: &Filed<Inspection>,
    group: &AfterGrade<'_>,
    notes: &mut Notes<'_>,
    blank: ExpectedView,
) -> ExpectedView {
    let lengths = LengthsView::months(&group.to_next());
    let lengths = lengths.expect("a range was made of them");
    let frameworks: Vec<String> = group.frameworks.iter().map(|it| it.short.clone()).collect();
    let waiting = group.waiting().count();
    let others = match waiting {
        0 | 1 => String::new(),
        n => format!(
            " {} have this grade and no later report on record; their waits are not in the range.",
            capitalised(&count(n, "council", "councils"))
        ),
    };
    ExpectedView {
        id: format!("inspection-after-{}", from.id),
        title: "The next inspection report".to_owned(),
        basis: format!(
            "After {} reports that gave {} ({}, {}), the next report came {} later, half of the times within {}. The range counts from this council’s report of {}.",
            lengths.n,
            group.grade.wording,
            group.judgement.wording.to_lowercase(),
            join(&frameworks),
            lengths.range(),
            lengths.median,
            from.record.published.value.long(),
        ),
        caveat: format!(
            "{}What happened before binds nobody.{others}{}",
            across(pause, group),
            reach(frame, "inspections")
        ),
        href: notes.here().href(&Address::top("how-long")) + "#next-report",
        notes: notes.cite(&from.record.source),
        ..blank
    }
}

/// How many councils waited during the pause, and the range of the others.
fn across(pause: Option<Pause>, group: &AfterGrade<'_>) -> String {
    let Some(pause) = pause else { return String::new() };
    let closed = || group.intervals.iter().filter(|it| it.days.is_some());
    let long = closed().filter(|it| pause.is_in(it)).count();
    let others = Lengths::of(closed().filter(|it| !pause.is_in(it)).filter_map(|it| it.days));
    let Some(view) = LengthsView::months(&others).filter(|_| long > 0) else { return String::new() };
    let (first, last) = pause.ends();
    format!(
        "{} of these councils waited while no inspection on record began, from {} to {}; for the other {} the next report came {} later. ",
        capitalised(&number(long)),
        first.long(),
        last.long(),
        view.n,
        view.range()
    )
}

fn visit(
    frame: &Frame<'_>,
    slug: &Id,
    last: &Filed<Visit>,
    lags: &Lags,
    notes: &mut Notes<'_>,
    blank: ExpectedView,
) -> ExpectedView {
    let lengths = LengthsView::days(&lags.gaps).expect("a range was made of them");
    let kinds = &frame.register.vocabulary.visit_kinds;
    let kind = kinds.iter().find(|kind| kind.id.value == last.record.kind.value);
    let kind = kind.map_or_else(|| "visit".to_owned(), |kind| kind.title.to_lowercase());
    ExpectedView {
        id: format!("visit-after-{}", last.id),
        title: format!("The next {kind}, if one follows before the next inspection"),
        basis: format!(
            "{} times one {kind} followed another after the same report {} later, half of the times within {} days ({}). The range counts from the last on record, {}.",
            capitalised(&number(lengths.n)),
            lengths.range(),
            lengths.median,
            begun(lags.gaps_of),
            last.record.start.value.long(),
        ),
        caveat: format!("There need not be another.{}", reach(frame, "visits")),
        href: notes.here().href(&Address::visit(slug, &last.id)),
        notes: notes.cite(&last.record.source),
        ..blank
    }
}

fn letter(
    slug: &Id,
    of: &Filed<Visit>,
    lags: &Lags,
    it: &Expected<'_, '_>,
    notes: &mut Notes<'_>,
    blank: ExpectedView,
) -> ExpectedView {
    let lengths = LengthsView::days(&lags.letters).expect("a range was made of them");
    ExpectedView {
        id: format!("letter-on-{}", of.id),
        title: format!("The letter on the visit of {}", of.record.start.value.long()),
        range: format!("from {} to {}", PartialDate::day(it.first).long(), PartialDate::day(it.last).long()),
        basis: format!(
            "Letters on such visits have come {} after the first day, half of them within {} (n = {}, {}).",
            lengths.range(),
            lengths.median,
            lengths.n,
            begun(lags.letters_of),
        ),
        caveat: awaited(it.phase).to_owned(),
        href: notes.here().href(&Address::visit(slug, &of.id)),
        notes: notes.cite(&of.record.source),
        ..blank
    }
}

fn end(slug: &Id, of: &Intervention, notes: &mut Notes<'_>, blank: ExpectedView) -> ExpectedView {
    let planned = of.to.as_ref().or(of.planned_to.as_ref());
    ExpectedView {
        id: format!("end-of-{}", of.id.value),
        title: format!("{}: the end as planned", of.instrument),
        range: planned.map_or(blank.range.clone(), |it| it.value.when()),
        basis: "As set, or reported, when it was made.".to_owned(),
        caveat: "It can end earlier or be made longer.".to_owned(),
        href: notes.here().href(&Address::intervention(slug, &of.id.value)),
        notes: notes.cite(&of.source),
        ..blank
    }
}

fn promise(slug: &Id, of: &Commitment, notes: &mut Notes<'_>, blank: ExpectedView) -> ExpectedView {
    let due = of.due.as_ref().map(|due| due.value.long()).unwrap_or_default();
    ExpectedView {
        id: format!("promise-{}", of.id.value),
        title: capitalised(&of.promised),
        range: format!("by {due}"),
        phase: if blank.days.is_some() { "its time has not run out" } else { "its time has passed" },
        basis: format!("Said {} by {}.", of.date.value.when(), speaker(&of.speaker)),
        caveat: "A promise, or an expectation; no outcome of it is recorded here.".to_owned(),
        href: format!("{}#{}", notes.here().href(&Address::statements(slug)), of.id.value),
        notes: notes.cite(&of.source),
        ..blank
    }
}

/// How far the record reaches, where that is not as far as today: what came after may not be in it.
fn reach(frame: &Frame<'_>, horizon: &str) -> String {
    let reach = frame.register.site.horizons.get(horizon);
    let reach = reach.filter(|it| it.complete_to.value.is_before(frame.today));
    reach.map_or_else(String::new, |it| {
        format!(
            " This record holds {} up to {}: what came after may not be in it.",
            it.what,
            it.complete_to.value.long()
        )
    })
}
