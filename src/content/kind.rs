//! Which file holds which kind of record: the path says it.

use crate::domain::Id;

/// What a file holds, by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `site.yaml`.
    Site,
    /// `vocabulary.yaml`.
    Vocabulary,
    /// `themes.yaml`.
    Themes,
    /// `regions.yaml`.
    Regions,
    /// `glossary.yaml`.
    Glossary,
    /// `corrections.yaml`.
    Corrections,
    /// `replies.yaml`.
    Replies,
    /// `withheld.yaml`.
    Withheld,
    /// `publications.yaml`.
    Publications,
    /// `charts.yaml`.
    Charts,
    /// `frameworks/<id>.yaml`.
    Framework(Id),
    /// `measures/<id>.yaml`.
    Measure(Id),
    /// `deflators/<id>.yaml`.
    Deflator(Id),
    /// `sources/*.yaml`.
    Sources,
    /// `series/<measure>.csv`.
    Series(Id),
    /// `series/<measure>/<edition>.csv`.
    Edition(Id, Id),
    /// `releases/<tag>.yaml`.
    Release(Id),
    /// `releases/<tag>.csv`.
    Released(Id),
    /// `releases/<tag>.tar.br`.
    Frozen(Id),
    /// `pages/<id>.md`.
    Page(Id),
    /// A file of one council.
    Council(Id, CouncilFile),
    /// A picture or document to copy.
    Asset,
}

/// What a file in a council's folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CouncilFile {
    /// `council.md`.
    Council,
    /// `inspections/<published>.md`.
    Inspection(Id),
    /// `visits/<start>.md`.
    Visit(Id),
    /// `interventions.yaml`.
    Interventions,
    /// `figures.yaml`.
    Figures,
    /// `statements.yaml`.
    Statements,
    /// `events.yaml`.
    Events,
}

/// Patterns of the files that a site may have, for help texts.
pub const KNOWN: &[&str] = &[
    "content/site.yaml",
    "content/vocabulary.yaml",
    "content/themes.yaml",
    "content/regions.yaml",
    "content/glossary.yaml",
    "content/corrections.yaml",
    "content/replies.yaml",
    "content/withheld.yaml",
    "content/publications.yaml",
    "content/charts.yaml",
    "content/frameworks/NAME.yaml",
    "content/measures/NAME.yaml",
    "content/deflators/NAME.yaml",
    "content/sources/NAME.yaml",
    "content/series/MEASURE.csv",
    "content/series/MEASURE/EDITION.csv",
    "content/pages/NAME.md",
    "content/releases/TAG.yaml",
    "content/releases/TAG.csv",
    "content/releases/TAG.tar.br",
    "content/councils/NAME/council.md",
    "content/councils/NAME/inspections/2024-01-25.md",
    "content/councils/NAME/visits/2024-01-25.md",
    "content/councils/NAME/interventions.yaml",
    "content/councils/NAME/figures.yaml",
    "content/councils/NAME/statements.yaml",
    "content/councils/NAME/events.yaml",
];

const ASSETS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf"];

/// What the file at `path` holds; nothing if the format knows no such file.
pub fn kind(path: &str) -> Option<Kind> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    // What stands below `at/` is what releases keep, and nothing else.
    if parts.first() == Some(&"at") {
        return None;
    }
    if parts.last().and_then(|name| name.rsplit_once('.')).is_some_and(|(_, end)| ASSETS.contains(&end)) {
        return Some(Kind::Asset);
    }
    match parts.as_slice() {
        ["site.yaml"] => Some(Kind::Site),
        ["vocabulary.yaml"] => Some(Kind::Vocabulary),
        ["themes.yaml"] => Some(Kind::Themes),
        ["regions.yaml"] => Some(Kind::Regions),
        ["glossary.yaml"] => Some(Kind::Glossary),
        ["corrections.yaml"] => Some(Kind::Corrections),
        ["replies.yaml"] => Some(Kind::Replies),
        ["withheld.yaml"] => Some(Kind::Withheld),
        ["publications.yaml"] => Some(Kind::Publications),
        ["charts.yaml"] => Some(Kind::Charts),
        ["frameworks", name] => stem(name, ".yaml").map(Kind::Framework),
        ["measures", name] => stem(name, ".yaml").map(Kind::Measure),
        ["deflators", name] => stem(name, ".yaml").map(Kind::Deflator),
        ["sources", name] => stem(name, ".yaml").map(|_| Kind::Sources),
        ["series", name] => stem(name, ".csv").map(Kind::Series),
        ["series", measure, name] => Some(Kind::Edition(measure.parse().ok()?, stem(name, ".csv")?)),
        ["releases", name] => release(name),
        ["pages", name] => stem(name, ".md").map(Kind::Page),
        ["councils", slug, rest @ ..] => Some(Kind::Council(slug.parse().ok()?, council_file(rest)?)),
        _ => None,
    }
}

fn release(name: &str) -> Option<Kind> {
    let note = stem(name, ".yaml").map(Kind::Release);
    note.or_else(|| stem(name, ".csv").map(Kind::Released))
        .or_else(|| stem(name, ".tar.br").map(Kind::Frozen))
}

fn council_file(parts: &[&str]) -> Option<CouncilFile> {
    match parts {
        ["council.md"] => Some(CouncilFile::Council),
        ["interventions.yaml"] => Some(CouncilFile::Interventions),
        ["figures.yaml"] => Some(CouncilFile::Figures),
        ["statements.yaml"] => Some(CouncilFile::Statements),
        ["events.yaml"] => Some(CouncilFile::Events),
        ["inspections", name] => stem(name, ".md").map(CouncilFile::Inspection),
        ["visits", name] => stem(name, ".md").map(CouncilFile::Visit),
        _ => None,
    }
}

fn stem(name: &str, end: &str) -> Option<Id> {
    name.strip_suffix(end)?.parse().ok()
}
