//! A fact's name in words, for people who never saw the files: `Nottingham, inspection report of
//! 5 September 2022: Overall effectiveness`.

use crate::domain::PartialDate;
use crate::register::Shelves;

/// What a fact is about, and what of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The council, region or definition: `Nottingham`.
    pub subject: String,
    /// The record: `inspection report of 5 September 2022`; empty where the subject says it all.
    pub record: String,
    /// The value's own name: `Overall effectiveness`.
    pub what: String,
}

impl Words {
    /// In one line: `Nottingham, visit of 12 November 2024: first day`.
    pub fn line(&self) -> String {
        let record = if self.record.is_empty() { String::new() } else { format!(", {}", self.record) };
        // A figure is its value.
        if self.what == "value" {
            return format!("{}{record}", self.subject);
        }
        format!("{}{record}: {}", self.subject, self.what)
    }
}

/// The words of a fact's name; what the record does not know any more keeps the words of the name.
pub fn words(shelves: &Shelves, fact: &str) -> Words {
    let parts: Vec<&str> = fact.split('/').collect();
    match parts.as_slice() {
        ["measures", id, rest @ ..] => of(shelves, "Measure", &measure(shelves, id), rest),
        ["frameworks", id, rest @ ..] => {
            let title = shelves.frameworks.get(*id).map(|it| it.short.clone());
            of(shelves, "Framework", &title.unwrap_or_else(|| plain(id)), rest)
        }
        ["deflators", id, rest @ ..] => of(shelves, "Price index", &plain(id), rest),
        ["sources", id, rest @ ..] => {
            let title = shelves.sources.get(*id).map(|it| format!("‘{}’", it.value.title));
            of(shelves, "Source", &title.unwrap_or_else(|| plain(id)), rest)
        }
        ["pages", id, rest @ ..] => of(shelves, "Page", &plain(id), rest),
        ["charts", id, rest @ ..] => of(shelves, "Chart", &plain(id), rest),
        ["site", rest @ ..] if rest.first() != Some(&"real-terms") => of(shelves, "The record", "", rest),
        ["corrections", id, rest @ ..] => of(shelves, "Correction", &plain(id), rest),
        ["site", "real-terms", rest @ ..] => of(shelves, "Real terms", "", rest),
        ["vocabulary", kind, rest @ ..] => of(shelves, "Words", &plain(kind), rest),
        [area, "series", id, rest @ ..] => {
            of(shelves, &self::area(shelves, area), &measure(shelves, id), rest)
        }
        [area, "cautions", id, rest @ ..] => {
            of(shelves, &self::area(shelves, area), &format!("caution on {}", measure(shelves, id)), rest)
        }
        [area, "council", rest @ ..] => of(shelves, &self::area(shelves, area), "", rest),
        [area, "figures", id, rest @ ..] => {
            of(shelves, &self::area(shelves, area), &figure(shelves, area, id), rest)
        }
        [area, "inspections", id, "judgements", name] => {
            let wording = judgement(shelves, area, id, name).unwrap_or_else(|| plain(name));
            let record = self::record(shelves, area, "inspections", id);
            Words { subject: self::area(shelves, area), record, what: wording }
        }
        [area, kind, id, rest @ ..] => {
            of(shelves, &self::area(shelves, area), &record(shelves, area, kind, id), rest)
        }
        _ => Words { subject: fact.to_owned(), record: String::new(), what: String::new() },
    }
}

fn of(shelves: &Shelves, subject: &str, record: &str, rest: &[&str]) -> Words {
    Words { subject: subject.to_owned(), record: record.to_owned(), what: what(shelves, rest) }
}

fn area(shelves: &Shelves, slug: &str) -> String {
    let council = shelves.dossiers.get(slug).and_then(|it| it.council.as_ref());
    match (council, slug.strip_prefix("region-")) {
        (Some(council), _) => council.record.name.clone(),
        (None, Some(region)) => plain(region),
        (None, None) => plain(slug),
    }
}

/// The official wording of a judgement.
fn judgement(shelves: &Shelves, area: &str, id: &str, name: &str) -> Option<String> {
    let inspection = &shelves.dossiers.get(area)?.inspection(&id.parse().ok()?)?.record;
    let judgements = &shelves.frameworks.get(&inspection.framework.value)?.judgements;
    judgements.iter().find(|it| it.id.value.as_str() == name).map(|it| it.wording.clone())
}

fn measure(shelves: &Shelves, id: &str) -> String {
    shelves.measures.get(id).map_or_else(|| plain(id), |it| it.title.clone())
}

fn figure(shelves: &Shelves, slug: &str, id: &str) -> String {
    let figures = shelves.dossiers.get(slug).into_iter().flat_map(|it| &it.figures);
    let found = figures.into_iter().find(|it| it.id.value.as_str() == id);
    found.map_or_else(
        || format!("figure {id}"),
        |it| format!("{}, {}", measure(shelves, it.measure.value.as_str()), it.period.value),
    )
}

/// A record of a council: `inspection report of 5 September 2022`, `Improvement notice (2022-10)`.
fn record(shelves: &Shelves, area: &str, kind: &str, id: &str) -> String {
    let dossier = shelves.dossiers.get(area);
    let title = match kind {
        "interventions" => {
            let mut all = dossier.into_iter().flat_map(|it| &it.interventions);
            all.find(|it| it.id.value.as_str() == id).map(|it| it.instrument.clone())
        }
        "events" => {
            let mut all = dossier.into_iter().flat_map(|it| &it.events);
            all.find(|it| it.id.value.as_str() == id).map(|it| it.title.clone())
        }
        _ => None,
    };
    match (title, id.parse::<PartialDate>()) {
        (Some(title), _) => format!("{} ‘{title}’", singular(kind)),
        (None, Ok(day)) => format!("{} of {}", singular(kind), day.long()),
        (None, Err(_)) => format!("{} {id}", singular(kind)),
    }
}

/// A record's folder or list, as one of its records is called.
fn singular(kind: &str) -> &str {
    match kind {
        "inspections" => "inspection report",
        "visits" => "visit",
        "interventions" => "intervention",
        "events" => "event",
        "statements" => "statement",
        "promises" => "promise",
        other => other,
    }
}

/// What a value is called in its record.
fn what(shelves: &Shelves, rest: &[&str]) -> String {
    match rest {
        ["start"] => "first day".to_owned(),
        ["end"] => "last day".to_owned(),
        ["judgements", name] => plain(name),
        ["areas", _] => "area for improvement".to_owned(),
        ["findings", _] => "a finding".to_owned(),
        ["quotes", id, _] => {
            let title = shelves.sources.get(*id).map(|it| format!("‘{}’", it.value.title));
            format!("quoted from {}", title.unwrap_or_else(|| plain(id)))
        }
        ["also-reported", "value" | "start" | "end" | "published", _] => {
            format!("as others report it, not shown as fact: {}", what(shelves, &rest[1..2]))
        }
        ["codes", scheme] => format!("code, {}", scheme.replace('-', " ").to_uppercase()),
        ["horizons", kind] => format!("how far the record of {} reaches", plain(kind).to_lowercase()),
        ["horizon-notes", kind] => format!("what to know of how far {} reach", plain(kind).to_lowercase()),
        ["former-names", name] => format!("former name {}, until", plain(name)),
        ["about", name] => format!("what {} means, in our words", plain(name).to_lowercase()),
        ["scale"] => "its grades, best first".to_owned(),
        ["short"] => "short name".to_owned(),
        ["meanings", grade] => format!("what {} means, in our words", plain(grade).to_lowercase()),
        ["scopes", name] => format!("scope of {}", plain(name).to_lowercase()),
        ["as-said"] => "how it is shown".to_owned(),
        ["break-days"] => "days of breaks in its figures".to_owned(),
        ["moved-to", fact @ ..] => format!("what took the place of {}", fact.join("/")),
        ["preferred", key] => {
            format!("{}, where sources differ: rule for the one shown", what(shelves, &[*key]))
        }
        ["preferred-because", key] => {
            format!("{}, where sources differ: why this one is shown", what(shelves, &[*key]))
        }
        ["also-reported-note", key, _] => {
            format!("{}, as others report it: our note", what(shelves, &[*key]))
        }
        ["neighbours"] => "councils that its figures stand beside".to_owned(),
        ["neighbours-model"] => "by which model of similar councils".to_owned(),
        ["lists-areas"] => "whether the report lists what needs to improve".to_owned(),
        ["lasts"] => "whether it lasts".to_owned(),
        ["evidence"] => "how its grades are known".to_owned(),
        ["not-to-be-confused-with", other] => format!("not to be confused with {}", plain(other)),
        ["changes", fact @ ..] => format!("change of {}", fact.join("/")),
        ["finding-areas", _] => "area that a finding is about".to_owned(),
        ["follows"] => "inspection that it follows".to_owned(),
        ["mentioned-in"] => "inspection whose report mentions it".to_owned(),
        ["themes"] => "themes, our sorting".to_owned(),
        ["takes-in"] => "areas that its subject takes in".to_owned(),
        ["note"] => "our note".to_owned(),
        ["summary"] => "our summary".to_owned(),
        ["breaks", day] => format!("break in the figures, {day}"),
        ["joint", councils] => format!("joint return of {}", councils.replace('+', ", ").replace('-', " ")),
        ["look-alikes", other] => format!("differs from {}", plain(other).to_lowercase()),
        ["area-themes", _] => "its themes, our sorting".to_owned(),
        ["people", _] => "person in a public role".to_owned(),
        ["ordinal"] => "which visit since the inspection, as its source counts".to_owned(),
        ["replies", _, key] => format!("reply, {key}"),
        ["priority-actions", _] => "an area for priority action".to_owned(),
        ["also-reported", key, _] => {
            format!("others report, not shown as fact: {}", plain(key).to_lowercase())
        }
        ["delivered-by", name, key] => format!("{}, {key}", plain(name)),
        ["outcome-what"] => "what came of it".to_owned(),
        ["outcome-on"] => "day of the outcome".to_owned(),
        // Periods have their own hyphens.
        [one] if one.starts_with(|c: char| c.is_ascii_digit()) => (*one).to_owned(),
        other => other.iter().map(|it| plain(it).to_lowercase()).collect::<Vec<_>>().join(", "),
    }
}

/// A name with spaces and a capital: `East midlands`.
fn plain(name: &str) -> String {
    crate::domain::capitalised(&name.replace('-', " "))
}
