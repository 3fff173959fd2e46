//! A fact's name in words, for people who never saw the files: `Nottingham, inspection report
//! 2022-09-05: judgements, overall`.

use crate::register::Shelves;

/// What a fact is about, and what of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The council, region or definition: `Nottingham`.
    pub subject: String,
    /// The record: `inspection report 2022-09-05`; empty where the subject says it all.
    pub record: String,
    /// The value's own name: `judgement, overall`.
    pub what: String,
}

impl Words {
    /// In one line: `Nottingham, visit 2024-12-11: first day`.
    pub fn line(&self) -> String {
        let record = if self.record.is_empty() { String::new() } else { format!(", {}", self.record) };
        format!("{}{record}: {}", self.subject, self.what)
    }
}

/// The words of a fact's name; what the record does not know any more keeps the words of the name.
pub fn words(shelves: &Shelves, fact: &str) -> Words {
    let parts: Vec<&str> = fact.split('/').collect();
    match parts.as_slice() {
        ["measures", id, rest @ ..] => of("Measure", &measure(shelves, id), rest),
        ["frameworks", id, rest @ ..] => {
            let title = shelves.frameworks.get(*id).map(|it| it.short.clone());
            of("Framework", &title.unwrap_or_else(|| plain(id)), rest)
        }
        ["deflators", id, rest @ ..] => of("Price index", &plain(id), rest),
        ["sources", id, rest @ ..] => {
            let title = shelves.sources.get(*id).map(|it| format!("‘{}’", it.value.title));
            of("Source", &title.unwrap_or_else(|| plain(id)), rest)
        }
        ["corrections", id, rest @ ..] => of("Correction", &plain(id), rest),
        ["site", "real-terms", rest @ ..] => of("Real terms", "", rest),
        ["vocabulary", kind, rest @ ..] => of("Words", &plain(kind), rest),
        [area, "series", id, rest @ ..] => of(&self::area(shelves, area), &measure(shelves, id), rest),
        [area, "cautions", id, rest @ ..] => {
            of(&self::area(shelves, area), &format!("caution on {}", measure(shelves, id)), rest)
        }
        [area, "council", rest @ ..] => of(&self::area(shelves, area), "", rest),
        [area, "figures", id, rest @ ..] => of(&self::area(shelves, area), &figure(shelves, area, id), rest),
        [area, "inspections", id, "judgements", name] => {
            let wording = judgement(shelves, area, id, name).unwrap_or_else(|| plain(name));
            let record = format!("inspection report {id}");
            Words { subject: self::area(shelves, area), record, what: format!("judgement, {wording}") }
        }
        [area, kind, id, rest @ ..] => {
            of(&self::area(shelves, area), &format!("{} {id}", singular(kind)), rest)
        }
        _ => Words { subject: fact.to_owned(), record: String::new(), what: String::new() },
    }
}

fn of(subject: &str, record: &str, rest: &[&str]) -> Words {
    Words { subject: subject.to_owned(), record: record.to_owned(), what: what(rest) }
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
fn what(rest: &[&str]) -> String {
    match rest {
        ["start"] => "first day".to_owned(),
        ["end"] => "last day".to_owned(),
        ["judgements", name] => format!("judgement, {}", plain(name).to_lowercase()),
        ["areas", _] => "area for improvement".to_owned(),
        ["findings", _] => "a finding".to_owned(),
        ["quotes", source, _] => format!("quoted from {}", plain(source).to_lowercase()),
        ["preferred", key] => format!("rule by which {} is the value shown", plain(key).to_lowercase()),
        ["preferred-because", key] => format!("why {} is the value shown", plain(key).to_lowercase()),
        ["also-reported-note", key, _] => {
            format!("our note on another value of {}", plain(key).to_lowercase())
        }
        ["neighbours"] => "councils that its figures stand beside".to_owned(),
        ["neighbours-model"] => "by which model of similar councils".to_owned(),
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
        ["area-themes", _] => "themes of an area, our sorting".to_owned(),
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
