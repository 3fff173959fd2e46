//! What happens next, in words: a range, where today stands in it, what it rests on, and what it does
//! not say.

use chrono::NaiveDate;
use serde::Serialize;

use crate::analysis::AfterGrade;
use crate::analysis::Lags;
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
use crate::pages::clock::awaited;
use crate::pages::lengths::LengthsView;
use crate::pages::lengths::begun;
use crate::pages::parts::CalendarEntry;
use crate::pages::parts::Frame;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::said::speaker;
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
pub fn views(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    timing: &Timing<'_>,
    notes: &mut Notes<'_>,
) -> Vec<ExpectedView> {
    expected(frame.today, frame.register, timing, dossier)
        .iter()
        .map(|it| view(frame, slug, it, notes))
        .collect()
}

fn view(frame: &Frame<'_>, slug: &Id, it: &Expected<'_, '_>, notes: &mut Notes<'_>) -> ExpectedView {
    let days = (it.phase != Phase::Passed).then_some((it.first, it.last));
    let blank = ExpectedView {
        id: String::new(),
        title: String::new(),
        range: months(it.first, it.last),
        phase: phase(it.phase),
        basis: String::new(),
        caveat: String::new(),
        href: String::new(),
        notes: Vec::new(),
        days,
    };
    match &it.what {
        What::Inspection(from, group) => inspection(frame, from, group, it.phase, notes, blank),
        What::Visit(last, lags) => visit(frame, slug, last, lags, it.phase, notes, blank),
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

/// `from September 2024 to November 2027`, `in March 2027`.
pub fn months(first: NaiveDate, last: NaiveDate) -> String {
    let (first, last) = (PartialDate::day(first).in_month(), PartialDate::day(last).in_month());
    if first == last { format!("in {first}") } else { format!("from {first} to {last}") }
}

fn inspection(
    frame: &Frame<'_>,
    from: &Filed<Inspection>,
    group: &AfterGrade<'_>,
    phase: Phase,
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
            "After {} reports that gave {} ({}, {}), the next report came {} later, in the middle {}. The range counts from this council’s report of {}.",
            lengths.n,
            group.grade.wording,
            group.judgement.wording.to_lowercase(),
            join(&frameworks),
            lengths.range(),
            lengths.median,
            from.record.published.value.long(),
        ),
        caveat: format!(
            "What happened elsewhere binds nobody.{others}{}",
            passed(frame, "inspections", phase)
        ),
        href: notes.here().href(&Address::top("how-long")) + "#next-report",
        notes: notes.cite(&from.record.source),
        ..blank
    }
}

fn visit(
    frame: &Frame<'_>,
    slug: &Id,
    last: &Filed<Visit>,
    lags: &Lags,
    phase: Phase,
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
            "{} times one {kind} followed another after the same report {} later, in the middle {} ({}). The range counts from the last on record, {}.",
            capitalised(&crate::domain::number(lengths.n)),
            lengths.range(),
            lengths.median,
            begun(lags.gaps_of),
            last.record.start.value.long(),
        ),
        caveat: format!("There need not be another.{}", passed(frame, "visits", phase)),
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
            "Letters on such visits have come {} after the first day, in the middle {} (n = {}, {}).",
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
    ExpectedView {
        id: format!("end-of-{}", of.id.value),
        title: format!("{}: the end as planned", of.instrument),
        basis: "The day was set, or reported, when it was made.".to_owned(),
        caveat: "It can end earlier or be made longer; no end is recorded here.".to_owned(),
        href: notes.here().href(&Address::intervention(slug, &of.id.value)),
        notes: notes.cite(&of.source),
        ..blank
    }
}

fn promise(slug: &Id, of: &Commitment, notes: &mut Notes<'_>, blank: ExpectedView) -> ExpectedView {
    ExpectedView {
        id: format!("promise-{}", of.id.value),
        title: capitalised(&of.promised),
        basis: format!("Said {} by {}.", of.date.value.when(), speaker(&of.speaker)),
        caveat: "A promise, or an expectation, and no outcome of it is recorded here.".to_owned(),
        href: format!("{}#{}", notes.here().href(&Address::statements(slug)), of.id.value),
        notes: notes.cite(&of.source),
        ..blank
    }
}

/// What a range that has passed does not mean.
fn passed(frame: &Frame<'_>, horizon: &str, phase: Phase) -> String {
    let reach = frame.register.site.horizons.get(horizon).filter(|_| phase == Phase::Passed);
    reach.map_or_else(String::new, |it| {
        format!(
            " This record holds {} up to {}: what came after may not be in it.",
            it.what,
            it.complete_to.value.long()
        )
    })
}

/// The entries of a calendar: the opening and the closing of each range that is not past, each said
/// to be a window and no date.
///
/// * `name`: the council's name; `slug`: what makes the entries' names unique.
pub fn entries(frame: &Frame<'_>, slug: &Id, name: &str, views: &[ExpectedView]) -> Vec<CalendarEntry> {
    let url = format!("{}{}", frame.base_url, &Address::next(slug).as_str()[1..]);
    let mut all = Vec::new();
    for it in views {
        let Some((first, last)) = it.days else { continue };
        let about = format!("A window, not a date: {}. {} {}", it.range, it.basis, it.caveat);
        let entry = |end: &str, word: &str, day: NaiveDate| CalendarEntry {
            uid: format!("{slug}-{}-{end}", it.id),
            title: format!("{name}: {} (window {word}, not a date)", it.title),
            about: about.clone(),
            url: url.clone(),
            day,
        };
        if first == last {
            all.push(entry("day", "of one day", first));
        } else {
            // A range that has opened already has its closing alone.
            let opens = Some(first).filter(|first| *first >= frame.today.first());
            all.extend(opens.map(|first| entry("opens", "opens", first)));
            all.push(entry("closes", "closes", last));
        }
    }
    all
}
