//! The timeline: every event in one order, latest first, under the headings of its years.

use serde::Serialize;

use crate::analysis::Cell;
use crate::analysis::Moment;
use crate::analysis::MomentKind;
use crate::analysis::cell_of;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::capitalised;
use crate::pages::parts::DateView;
use crate::pages::parts::GradeView;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::grade;
use crate::pages::sections::reply::replies;
use crate::pages::sections::said::speaker;
use crate::pages::sections::standing::dates;
use crate::record::Citations;
use crate::record::Inspection;
use crate::record::Visit;
use crate::record::framework::Judgement;
use crate::register::Filed;

/// The events of a year.
#[derive(Debug, Serialize)]
pub struct YearView {
    year: i32,
    events: Vec<EventView>,
}

impl YearView {
    /// Adds an event; what one speaker said in one place on one day stands once.
    fn add(&mut self, event: EventView) {
        let is_again = |it: &EventView| {
            it.kind == "said"
                && (it.label.as_str(), &it.title, &it.forum)
                    == (event.label.as_str(), &event.title, &event.forum)
                && it.date.machine == event.date.machine
        };
        if !self.events.iter().any(is_again) {
            self.events.push(event);
        }
    }
}

/// An event on the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// Name for styles and filters: `inspection`, `visit`, `intervention`, `meeting`, `promise`, `said`.
    kind: &'static str,
    /// Its name on the page, where it has no page of its own.
    id: Option<String>,
    /// What it is, in words: `Monitoring visit`.
    label: String,
    /// Whether it was only said or promised, and stands in one line.
    light: bool,
    date: DateView,
    /// What the date is the date of, where that is not plain.
    date_note: Option<String>,
    title: String,
    /// Where something was said.
    forum: Option<String>,
    href: Option<String>,
    grades: Vec<(GradeView, String)>,
    /// Whether there is one grade, for the whole, which is the event's headline.
    single: bool,
    text: Option<String>,
    notes: Vec<Note>,
}

impl EventView {
    /// Name for styles and filters.
    pub fn kind(&self) -> &'static str {
        self.kind
    }
}

/// The timeline of a council, with what those say of whom an event says something adverse.
///
/// * `today`: the as-at date, for requests whose day has passed.
pub fn timeline(
    slug: &Id,
    today: PartialDate,
    moments: &[Moment<'_>],
    notes: &mut Notes<'_>,
) -> Vec<YearView> {
    let mut years: Vec<YearView> = Vec::new();
    for moment in moments {
        let event = match moment.kind {
            MomentKind::Event(it) => {
                let record = format!("{slug}/events/{}", it.id.value);
                let replies = replies(notes.register(), today, &record);
                let event = event(slug, moment, notes);
                let text: Vec<String> = event.text.into_iter().chain(replies).collect();
                EventView { text: Some(text.join(" ")).filter(|it| !it.is_empty()), ..event }
            }
            MomentKind::Visit(_) => event(slug, moment, notes),
            // The sources of the others stand in a section of their own, or on the page they link to.
            _ => pointer(slug, moment, notes),
        };
        let year = moment.date.year();
        match years.last_mut().filter(|it| it.year == year) {
            Some(last) => last.add(event),
            None => years.push(YearView { year, events: vec![event] }),
        }
    }
    years
}

/// The kinds of event on a timeline, for its filter; none where there is but one.
pub fn kinds(moments: &[Moment<'_>]) -> Vec<(&'static str, &'static str)> {
    let kind = |moment: &Moment<'_>| match moment.kind {
        MomentKind::Inspection(_) => 0,
        MomentKind::Visit(_) => 1,
        MomentKind::Begins(_) | MomentKind::Ends(_) => 2,
        MomentKind::Event(_) => 3,
        MomentKind::Commitment(_) | MomentKind::Statement(_) => 4,
    };
    let found: Vec<_> = (0..KINDS.len()).filter(|n| moments.iter().any(|it| kind(it) == *n)).collect();
    if found.len() < 2 { Vec::new() } else { found.into_iter().map(|n| KINDS[n]).collect() }
}

const KINDS: [(&str, &str); 5] = [
    ("inspections", "inspections"),
    ("visits", "visits"),
    ("interventions", "interventions"),
    ("meetings", "meetings and decisions"),
    ("said", "what was promised and said"),
];

/// One event as a pointer to the page that carries its sources.
pub fn pointer(slug: &Id, moment: &Moment<'_>, notes: &Notes<'_>) -> EventView {
    EventView { notes: Vec::new(), ..event(slug, moment, &mut notes.aside()) }
}

/// One event.
pub fn event(slug: &Id, moment: &Moment<'_>, notes: &mut Notes<'_>) -> EventView {
    let blank = |kind, label: &str, title: String, source: &Citations, notes: &mut Notes<'_>| EventView {
        kind,
        id: None,
        label: label.to_owned(),
        light: matches!(kind, "promise" | "said"),
        date: moment.date.into(),
        date_note: None,
        title,
        forum: None,
        href: None,
        grades: Vec::new(),
        single: false,
        text: None,
        notes: notes.cite(source),
    };
    let to = |address: Address, notes: &Notes<'_>| Some(notes.here().href(&address));
    let said =
        |id: &Id, notes: &Notes<'_>| Some(format!("{}#{id}", notes.here().href(&Address::statements(slug))));
    match moment.kind {
        MomentKind::Inspection(it) => inspection(slug, moment, it, notes),
        MomentKind::Visit(it) => visit(slug, moment, it, notes),
        MomentKind::Begins(it) => {
            let href = to(Address::intervention(slug, &it.id.value), notes);
            let track = track(&it.track.value, notes);
            EventView { href, ..blank("intervention", &track, it.instrument.clone(), &it.source, notes) }
        }
        MomentKind::Ends(it) => {
            let href = to(Address::intervention(slug, &it.id.value), notes);
            let track = track(&it.track.value, notes);
            let title = format!("{}: ended", it.instrument);
            EventView {
                href,
                text: it.ended_how.clone(),
                ..blank("intervention", &track, title, &it.source, notes)
            }
        }
        MomentKind::Event(it) => EventView {
            id: Some(it.id.value.to_string()),
            text: it.about.clone(),
            ..blank("meeting", it.kind.label(), it.title.clone(), &it.source, notes)
        },
        MomentKind::Commitment(it) => {
            let status = it.outcome.as_ref().map_or("Open", |outcome| outcome.status.value.label());
            let text = Some(format!("Outcome: {}.", status.to_lowercase()));
            let href = said(&it.id.value, notes);
            EventView {
                href,
                text,
                ..blank("promise", "Promised or expected", capitalised(&it.promised), &it.source, notes)
            }
        }
        MomentKind::Statement(it) => {
            let who = it.speaker.name.clone().unwrap_or_else(|| speaker(&it.speaker));
            EventView {
                forum: Some(it.forum.clone()),
                href: said(&it.id.value, notes),
                ..blank("said", it.kind.label(), who, &it.source, notes)
            }
        }
    }
}

fn track(id: &Id, notes: &Notes<'_>) -> String {
    let tracks = &notes.register().vocabulary.tracks;
    tracks
        .iter()
        .find(|track| track.id.value == *id)
        .map_or_else(|| id.to_string(), |track| track.title.clone())
}

fn inspection(slug: &Id, moment: &Moment<'_>, it: &Filed<Inspection>, notes: &mut Notes<'_>) -> EventView {
    let register = notes.register();
    let framework = register.framework(&it.record.framework.value);
    let headline = |line: &Id| {
        register.vocabulary.lines.iter().any(|it| it.id.value == *line && it.headline == Some(true))
    };
    let graded = framework.judgements.iter().filter_map(|judgement| {
        match cell_of(framework, &it.record, &judgement.line.value) {
            Cell::Graded { grade: it, .. } => Some((judgement, grade(it))),
            _ => None,
        }
    });
    let (whole, parts): (Vec<_>, Vec<_>) = graded.partition(|(judgement, _)| headline(&judgement.line.value));
    // Where the framework gives no grade for the whole, the parts stand in full; none is chosen.
    let is_whole = !whole.is_empty();
    let grades = if whole.is_empty() { parts } else { whole.into_iter().take(1).collect() };
    let of = |judgement: &Judgement| {
        if headline(&judgement.line.value) { "overall".to_owned() } else { judgement.wording.clone() }
    };
    let inspected = dates(it.record.start.value.known(), it.record.end.value.known());
    EventView {
        kind: "inspection",
        id: None,
        light: false,
        label: "Inspection report".to_owned(),
        date: moment.date.into(),
        date_note: inspected
            .map(|dates| format!("report published; inspected {dates}"))
            .or_else(|| Some("report published; days on site not recorded here".to_owned())),
        title: format!("{}: {}", framework.regulator, framework.short),
        forum: None,
        href: Some(notes.here().href(&Address::inspection(slug, &it.id))),
        single: is_whole,
        grades: grades.into_iter().map(|(judgement, grade)| (grade, of(judgement))).collect(),
        text: None,
        notes: notes.cite(&it.record.source),
    }
}

fn visit(slug: &Id, moment: &Moment<'_>, it: &Filed<Visit>, notes: &mut Notes<'_>) -> EventView {
    let kinds = &notes.register().vocabulary.visit_kinds;
    let kind = kinds.iter().find(|kind| kind.id.value == it.record.kind.value);
    let visit = &it.record;
    let letter = match &visit.published {
        Some(on) => format!("letter published {}", on.value.long()),
        None => visit.letter.value.label().to_owned(),
    };
    let days =
        visit.end.value.known().map(|end| format!("{}; ", visit.start.value.range(end))).unwrap_or_default();
    EventView {
        kind: "visit",
        id: None,
        light: false,
        label: kind.map_or_else(|| "Visit".to_owned(), |kind| kind.title.clone()),
        date: moment.date.into(),
        date_note: Some(format!("{days}{letter}")),
        title: capitalised(visit.looked_at()),
        forum: None,
        href: Some(notes.here().href(&Address::visit(slug, &it.id))),
        grades: Vec::new(),
        single: false,
        text: visit.findings.first().map(|finding| finding.text.clone()),
        notes: notes.cite(&visit.source),
    }
}
