//! `index.json` beside a page: its facts for programs. Version 1 of the format is published as a JSON
//! Schema under `/data/schema/`; what it promises never changes under that name.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::json;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::body::Body;
use crate::pages::facts::measure_of;
use crate::pages::page::Page;
use crate::pages::parts::Frame;
use crate::pages::words::money;
use crate::register::Fact;
use crate::register::facts::words::words;

/// Where the schema is, below the site's root.
pub const SCHEMA: &str = "data/schema/page-1.json";

/// The files of all pages that state facts.
pub fn files(frame: &Frame<'_>, findings: &Findings<'_>, pages: &[Page]) -> Vec<(String, String)> {
    let of = |page: &Page| {
        if !page.body.states_facts() {
            return None;
        }
        let facts = facts(findings, page)?;
        let document = document(frame, findings, page, &facts);
        Some((
            page.file.replace("index.html", "index.json"),
            serde_json::to_string(&document).expect("words and numbers") + "\n",
        ))
    };
    let mut files: Vec<(String, String)> = pages.par_iter().filter_map(of).collect();
    files.push((SCHEMA.to_owned(), format!("{:#}\n", schema(frame))));
    files
}

/// The facts that a page states; nothing for a page of another kind.
fn facts<'a, 'r>(findings: &'a Findings<'r>, page: &Page) -> Option<Vec<&'a Fact<'r>>> {
    if let Body::Measure(_) = &page.body {
        let id = page.address.as_str().trim_matches('/').strip_prefix("measures/")?;
        let (series, definition) = (format!("/series/{id}"), format!("measures/{id}"));
        let is_of = |it: &&Fact<'_>| it.record.ends_with(&series) || it.record == definition;
        return Some(findings.facts.iter().filter(is_of).collect());
    }
    let parts: Vec<&str> = page.address.as_str().split('/').collect();
    let &["", "councils", slug, ref rest @ ..] = parts.as_slice() else { return None };
    let own = findings.facts_of(slug).iter();
    let kinds: &[&str] = match &page.body {
        Body::Council(_) => return Some(own.collect()),
        Body::Spending(_) => &["series", "figures", "cautions"],
        Body::Statements(_) => &["promises", "statements"],
        Body::Inspection(_) | Body::Visit(_) | Body::Intervention(_) => {
            let record = format!("{slug}/{}", rest.join("/").trim_end_matches('/'));
            return Some(own.filter(|it| it.record == record).collect());
        }
        _ => return None,
    };
    let is_of = |it: &&Fact<'_>| it.record.split('/').nth(1).is_some_and(|kind| kinds.contains(&kind));
    Some(own.filter(is_of).collect())
}

/// The document, in the order of its keys.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    version: u8,
    title: &'a str,
    page: String,
    as_at: String,
    last_release: Option<&'a str>,
    publisher: &'a str,
    licence: &'a str,
    attribution: &'a str,
    facts: Vec<FactView<'a>>,
    sources: BTreeMap<&'a str, SourceView<'a>>,
}

/// A fact.
#[derive(Serialize)]
struct FactView<'a> {
    fact: String,
    record: String,
    what: String,
    value: Value<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    sources: Vec<&'a str>,
    /// What it said before, where that was put right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Changed<'a>>,
}

/// A change of a fact.
#[derive(Serialize)]
struct Changed<'a> {
    on: String,
    kind: &'static str,
    was: &'a str,
    because: &'a str,
    correction: &'a str,
}

/// A number, or words.
#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Number(serde_json::Number),
    Words(&'a str),
}

/// A source.
#[derive(Serialize)]
struct SourceView<'a> {
    title: &'a str,
    publisher: &'a str,
    published: Option<String>,
    url: Option<&'a str>,
    page: String,
}

fn document<'a>(
    frame: &'a Frame<'_>,
    findings: &'a Findings<'_>,
    page: &'a Page,
    facts: &[&'a Fact<'_>],
) -> Document<'a> {
    let mut sources: BTreeMap<&str, SourceView<'_>> = BTreeMap::new();
    for id in facts.iter().flat_map(|fact| &fact.sources) {
        sources.entry(id.as_str()).or_insert_with(|| source(frame, id));
    }
    let site = &frame.register.site;
    Document {
        schema: format!("{}{SCHEMA}", frame.base_url),
        version: 1,
        title: &page.head.title,
        page: frame.absolute(&page.address),
        as_at: frame.today.machine(),
        last_release: findings.releases.last().map(|it| it.tag.as_str()),
        publisher: &site.title,
        licence: &site.licence.facts,
        attribution: &site.licence.attribution,
        facts: facts.iter().map(|fact| one(frame, fact)).collect(),
        sources,
    }
}

fn one<'a>(frame: &'a Frame<'_>, it: &'a Fact<'_>) -> FactView<'a> {
    let fact = it.id();
    let measure = measure_of(frame.register, it);
    let words = words(&frame.register.shelves, &fact);
    // Whole numbers without a point, as CSV files have them.
    let whole = measure.and_then(|_| it.value.parse::<i64>().ok()).map(serde_json::Number::from);
    let number = whole.or_else(|| measure.and_then(|_| serde_json::Number::from_f64(it.value.parse().ok()?)));
    FactView {
        record: words.record,
        what: words.what,
        value: number.map_or(Value::Words(&it.value), Value::Number),
        unit: measure.map(money::unit_word),
        sources: it.sources.iter().map(|it| it.as_str()).collect(),
        changes: changed(frame, &fact),
        fact,
    }
}

fn changed<'a>(frame: &'a Frame<'_>, fact: &str) -> Vec<Changed<'a>> {
    let own = frame.corrected.changes(fact).iter();
    own.map(|(it, change)| Changed {
        on: it.on.value.machine(),
        kind: it.kind.word(),
        was: &change.was.value,
        because: &it.because,
        correction: it.id.value.as_str(),
    })
    .collect()
}

fn source<'a>(frame: &'a Frame<'_>, id: &Id) -> SourceView<'a> {
    let it = frame.register.source(id);
    SourceView {
        title: &it.title,
        publisher: &it.publisher,
        published: it.published.as_ref().map(|it| it.value.to_string()),
        url: it.url.as_ref().map(|it| it.value.as_str()),
        page: frame.absolute(&Address::source(id)),
    }
}

/// The schema of version 1 (JSON Schema, draft 2020-12).
fn schema(frame: &Frame<'_>) -> serde_json::Value {
    let text = |about: &str| json!({"type": "string", "description": about});
    let known = |about: &str| json!({"type": ["string", "null"], "description": about});
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("{}{SCHEMA}", frame.base_url),
        "title": "The facts of a page, version 1",
        "description": "What version 1 promises stays; new keys may come beside those described here.",
        "type": "object",
        "required": ["version", "title", "page", "as_at", "publisher", "licence", "attribution", "facts", "sources"],
        "properties": {
            "version": {"const": 1},
            "title": text("title of the page"),
            "page": {"type": "string", "format": "uri", "description": "address of the page"},
            "as_at": {"type": "string", "format": "date", "description": "day of the record"},
            "last_release": known("the last release, if there is one; its page says what has changed since"),
            "publisher": text("who publishes the record"),
            "licence": text("licence of the facts"),
            "attribution": text("words that a reuser has to print"),
            "facts": {"type": "array", "items": {"$ref": "#/$defs/fact"}},
            "sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}},
        },
        "$defs": {
            "fact": {
                "type": "object",
                "required": ["fact", "record", "what", "value", "sources"],
                "properties": {
                    "fact": text("lasting name"),
                    "record": text("the record that it belongs to, in words"),
                    "what": text("what of the record, in words"),
                    "value": {"type": ["string", "number"], "description": "a number where there is a unit; days as far as they are known"},
                    "unit": text("unit of a number"),
                    "sources": {"type": "array", "items": {"type": "string"}, "description": "names under sources"},
                    "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
                },
            },
            "change": {
                "type": "object",
                "required": ["on", "kind", "was", "because", "correction"],
                "properties": {
                    "on": text("day on which it was put right"),
                    "kind": text("correction, update, wording or withdrawal"),
                    "was": text("the value that was published"),
                    "because": text("why"),
                    "correction": text("name of the entry on the page of corrections"),
                },
            },
            "source": {
                "type": "object",
                "required": ["title", "publisher", "published", "url", "page"],
                "properties": {
                    "title": text("title"),
                    "publisher": text("who published it"),
                    "published": known("when, as far as it is known"),
                    "url": known("where it is, as far as it is known"),
                    "page": text("its page on the site"),
                },
            },
        },
    })
}
