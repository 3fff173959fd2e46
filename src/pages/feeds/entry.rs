//! One event in full, as an entry of a feed.

use chrono::NaiveDate;

use crate::analysis::Cell;
use crate::analysis::Moment;
use crate::analysis::MomentKind;
use crate::analysis::cell_of;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::capitalised;
use crate::pages::parts;
use crate::pages::parts::Frame;
use crate::pages::sections::said::speaker;
use crate::pages::words::escaped;
use crate::record::Citations;
use crate::record::Commitment;
use crate::record::Correction;
use crate::record::Inspection;
use crate::record::Intervention;
use crate::record::Statement;
use crate::record::Visit;
use crate::register::History;

/// An entry of a feed.
#[derive(Debug)]
pub struct Entry {
    /// Its name, which never changes: a `tag:` URI (RFC 4151).
    pub id: String,
    /// Who and what: `Nottingham: monitoring visit, care leavers`.
    pub title: String,
    /// The page about it.
    pub url: String,
    /// What kind of event it is, in words.
    pub kind: String,
    /// The day of the event, as far as known: the first on which it can have been.
    pub published: NaiveDate,
    /// The day on which something about it last came out: a letter, an outcome.
    pub updated: NaiveDate,
    /// The event in full, with its sources.
    pub html: String,
}

/// What an event says: the fragment or address that names it, and the text.
struct Told {
    page: Address,
    /// Its place on the page; that of an intervention is only part of its name.
    anchor: Option<String>,
    kind: String,
    title: String,
    updated: Option<PartialDate>,
    html: String,
}

/// An event as an entry. It counts as changed on the day of what came out about it, of the last release
/// that has it otherwise, and of its last correction, which it tells.
pub fn entry(frame: &Frame<'_>, history: &History<'_>, slug: &Id, moment: &Moment<'_>) -> Entry {
    let told = told(frame, slug, moment);
    let record = format!("{slug}/{}", record(moment));
    let corrections = of_record(frame, &record);
    let anchor = told.anchor.map(|it| format!("#{it}")).unwrap_or_default();
    let name = &frame.register.shelves.dossiers[slug].council().name;
    let published = moment.date.first();
    Entry {
        id: self::name(frame, &format!("{}{anchor}", told.page)),
        title: format!("{name}: {}", told.title),
        url: match moment.kind {
            MomentKind::Begins(_) | MomentKind::Ends(_) => frame.absolute(&told.page),
            _ => format!("{}{anchor}", frame.absolute(&told.page)),
        },
        kind: told.kind,
        published,
        updated: [told.updated, history.changed(&record), corrections.iter().map(|it| it.on.value).max()]
            .into_iter()
            .flatten()
            .map(PartialDate::first)
            .fold(published, NaiveDate::max),
        html: told.html + &corrections.into_iter().map(|it| corrected(frame, it)).collect::<String>(),
    }
}

/// The name of an event’s record among those of its council.
fn record(moment: &Moment<'_>) -> String {
    match moment.kind {
        MomentKind::Inspection(it) => format!("inspections/{}", it.id),
        MomentKind::Visit(it) => format!("visits/{}", it.id),
        MomentKind::Begins(it) | MomentKind::Ends(it) => format!("interventions/{}", it.id.value),
        MomentKind::Event(it) => format!("events/{}", it.id.value),
        MomentKind::Commitment(it) => format!("promises/{}", it.id.value),
        MomentKind::Statement(it) => format!("statements/{}", it.id.value),
    }
}

/// The corrections of facts of a record.
fn of_record<'r>(frame: &Frame<'r>, record: &str) -> Vec<&'r Correction> {
    let is_of = |it: &&Correction| {
        let facts = it.changes.iter().filter_map(|change| change.fact.value.strip_prefix(record));
        facts.into_iter().any(|rest| rest.starts_with('/'))
    };
    frame.register.shelves.corrections.iter().filter(is_of).collect()
}

fn corrected(frame: &Frame<'_>, it: &Correction) -> String {
    let told = parts::told(frame.register, it);
    paragraph(&format!("{}, {}: {told} {}", it.kind.label(), it.on.value.long(), it.because))
}

/// The year in which the names of entries were first given (RFC 4151): it never changes, whatever the day.
const MINTED: u16 = 2026;

/// The name of an entry: it stands as long as the site has its address. A host has no port there, and the
/// folder in which a site lies belongs behind the colon.
pub fn name(frame: &Frame<'_>, path: &str) -> String {
    let (host, folder) = frame.host().split_once('/').unwrap_or((frame.host(), ""));
    let host = host.split(':').next().unwrap_or(host);
    let folder = if folder.is_empty() { String::new() } else { format!("/{folder}") };
    format!("tag:{host},{MINTED}:{folder}{path}")
}

fn told(frame: &Frame<'_>, slug: &Id, moment: &Moment<'_>) -> Told {
    let when = moment.date.long();
    match moment.kind {
        MomentKind::Inspection(it) => Told {
            page: Address::inspection(slug, &it.id),
            anchor: None,
            kind: "Inspection report".to_owned(),
            title: format!("inspection report of {when}"),
            updated: None,
            html: inspection(frame, &it.record),
        },
        MomentKind::Visit(it) => Told {
            page: Address::visit(slug, &it.id),
            anchor: None,
            kind: kind_of_visit(frame, &it.record),
            title: format!(
                "{} of {when}: {}",
                kind_of_visit(frame, &it.record).to_lowercase(),
                it.record.looked_at()
            ),
            updated: it.record.published.as_ref().map(|it| it.value),
            html: visit(frame, &it.record),
        },
        MomentKind::Begins(it) => intervention(frame, slug, it, &when, "begins"),
        MomentKind::Ends(it) => intervention(frame, slug, it, &when, "ends"),
        MomentKind::Event(it) => Told {
            page: Address::council(slug),
            anchor: Some(format!("e-{}", it.id.value)),
            kind: it.kind.label().to_owned(),
            title: it.title.clone(),
            updated: None,
            html: paragraph(&when) + &optional(it.about.as_ref()) + &sources(frame, &it.source),
        },
        MomentKind::Commitment(it) => commitment(frame, slug, it, &when),
        MomentKind::Statement(it) => statement(frame, slug, it, &when),
    }
}

fn inspection(frame: &Frame<'_>, it: &Inspection) -> String {
    let framework = frame.register.framework(&it.framework.value);
    let grades = framework.judgements.iter().filter_map(|judgement| {
        match cell_of(framework, it, &judgement.line.value) {
            Cell::Graded { judgement, grade, .. } => {
                Some(format!("{}: {}", judgement.wording, grade.wording))
            }
            Cell::Without { judgement, reason } => Some(format!("{}: {reason}", judgement.wording)),
            Cell::NotInFramework { .. } => None,
        }
    });
    let areas = it.areas.iter().map(|area| area.label.clone()).collect::<Vec<_>>();
    let areas =
        if areas.is_empty() { String::new() } else { paragraph("What needs to improve:") + &list(areas) };
    paragraph(&format!("{}, {}. {}.", framework.regulator, framework.short, capitalised(it.evidence.label())))
        + &list(grades)
        + &areas
        + &optional(it.note.as_ref())
        + &sources(frame, &it.source)
}

fn kind_of_visit(frame: &Frame<'_>, it: &Visit) -> String {
    let kinds = &frame.register.vocabulary.visit_kinds;
    let kind = kinds.iter().find(|kind| kind.id.value == it.kind.value);
    kind.map_or_else(|| "Visit".to_owned(), |kind| kind.title.clone())
}

fn visit(frame: &Frame<'_>, it: &Visit) -> String {
    let findings = it.findings.iter().map(|it| format!("{}: {}", capitalised(it.reading.label()), it.text));
    let findings: Vec<String> = findings.collect();
    let found = if findings.is_empty() {
        paragraph("What inspectors found is not recorded here.")
    } else {
        paragraph("What inspectors found; the word in front is our reading, never a grade:") + &list(findings)
    };
    let letter = it.published.as_ref().map(|on| format!(", {}", on.value.long())).unwrap_or_default();
    paragraph(&format!("Looked at: {}. It gave no grade.", it.looked_at()))
        + &paragraph(&format!("{}{letter}.", capitalised(it.letter.value.label())))
        + &found
        + &optional(it.note.as_ref())
        + &sources(frame, &it.source)
}

fn intervention(frame: &Frame<'_>, slug: &Id, it: &Intervention, when: &str, verb: &str) -> Told {
    let tracks = &frame.register.vocabulary.tracks;
    let track = tracks.iter().find(|track| track.id.value == it.track.value);
    let how = it.ended_how.as_ref().filter(|_| verb == "ends");
    let law = format!("{}. Legal basis: {}.", it.issued_by, it.legal_basis);
    Told {
        page: Address::intervention(slug, &it.id.value),
        anchor: Some(verb.to_owned()),
        kind: track.map_or_else(String::new, |track| track.title.clone()),
        title: if verb == "ends" { format!("{}: ended", it.instrument) } else { it.instrument.clone() },
        updated: None,
        html: paragraph(when)
            + &optional(how)
            + &paragraph(&law)
            + &paragraph(&it.about)
            + &sources(frame, &it.source),
    }
}

fn commitment(frame: &Frame<'_>, slug: &Id, it: &Commitment, when: &str) -> Told {
    let outcome = it.outcome.as_ref();
    let came = outcome.map_or_else(
        || paragraph("Open: no outcome is recorded here."),
        |it| paragraph(&format!("{}: {}", it.status.value.label(), it.what)) + &sources(frame, &it.source),
    );
    Told {
        page: Address::statements(slug),
        anchor: Some(it.id.value.to_string()),
        kind: "Promised or expected".to_owned(),
        title: capitalised(&it.promised),
        updated: outcome.and_then(|it| it.on.as_ref()).map(|it| it.value),
        html: paragraph(&format!("{}; {}, {when}.", speaker(&it.speaker), it.forum))
            + &sources(frame, &it.source)
            + &came,
    }
}

/// As many words of a statement as a title has room for.
fn begun(said: &str) -> String {
    const MOST: usize = 110;
    let said = said.trim_end_matches('.');
    if said.chars().count() <= MOST {
        return said.to_owned();
    }
    let start: String = said.chars().take(MOST).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{} …", words.trim_end_matches([',', ';', ':']))
}

fn statement(frame: &Frame<'_>, slug: &Id, it: &Statement, when: &str) -> Told {
    let quote = it.quote.as_ref().map(|it| format!("‘{}’", it.value));
    Told {
        page: Address::statements(slug),
        anchor: Some(it.id.value.to_string()),
        kind: it.kind.label().to_owned(),
        title: format!("{}: {}", speaker(&it.speaker), capitalised(&begun(&it.said))),
        updated: None,
        html: paragraph(&format!(
            "{}, {}, {when}: that {}.",
            speaker(&it.speaker),
            it.forum,
            it.said.trim_end_matches('.')
        )) + &optional(quote.as_ref())
            + &optional(it.note.as_ref())
            + &sources(frame, &it.source),
    }
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", escaped(text))
}

fn optional(text: Option<&String>) -> String {
    text.map(|it| paragraph(it)).unwrap_or_default()
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: String = items.into_iter().map(|it| format!("<li>{}</li>", escaped(&it))).collect();
    format!("<ul>{items}</ul>")
}

/// The sources, each with its page on the site.
fn sources(frame: &Frame<'_>, citations: &Citations) -> String {
    let one = |id: &Id| {
        let source = frame.register.source(id);
        let on = source.published.as_ref().map(|it| format!(", {}", it.value.long())).unwrap_or_default();
        format!(
            "<li><a href=\"{}\">{}</a>. {}{on}</li>",
            escaped(&frame.absolute(&Address::source(id))),
            escaped(&source.title),
            escaped(&source.publisher)
        )
    };
    let items: String = citations.0.iter().map(|it| one(&it.id.value)).collect();
    format!("<p>Sources:</p><ul>{items}</ul>")
}
