//! A fact's value as a reader knows it: the wording of a grade, a date in full, pounds.

use crate::domain::Choice;
use crate::domain::Evidence;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::Precision;
use crate::domain::Preference;
use crate::domain::Reading;
use crate::domain::StatementKind;
use crate::domain::Unit;
use crate::domain::capitalised;
use crate::pages::words::money;
use crate::record::event::EventKind;
use crate::register::Shelves;
use crate::register::facts::Whole;

/// Keys of dates.
const DAYS: [&str; 11] = [
    "start",
    "end",
    "published",
    "date",
    "due",
    "from",
    "to",
    "planned-to",
    "outcome-on",
    "established",
    "abolished",
];

/// The value of a fact in words; one that needs none stays as it is.
///
/// * `fact`: its name.
/// * `value`: as it was written, today or in a release.
pub fn shown<'r>(whole: impl Into<Whole<'r>>, fact: &str, value: &str) -> String {
    let whole: Whole<'r> = whole.into();
    let shelves = whole.shelves;
    let parts: Vec<&str> = fact.split('/').collect();
    let words = match parts.as_slice() {
        [_, "series", measure, _] => number(shelves, measure, value),
        [slug, "figures", id, "value"] | [slug, "figures", id, "also-reported", "value", _] => {
            figure(shelves, slug, id).and_then(|it| number(shelves, &it, value))
        }
        [_, "figures", _, "measure"] => shelves.measures.get(value).map(|it| it.title.clone()),
        [slug, "inspections", id, "judgements", _] => grade(shelves, slug, id, value),
        [slug, "inspections", id, "also-reported", _, _] => {
            day(value).or_else(|| grade(shelves, slug, id, value))
        }
        [.., "framework"] => shelves.frameworks.get(value).map(|it| it.short.clone()),
        [.., "inspections", _, "kind"] => kind_of_inspection(shelves, value),
        [.., "visits", _, "kind"] => title(whole.vocabulary.map_or(&[], |it| &it.visit_kinds), value),
        [.., "interventions", _, "kind"] => {
            let kinds = whole.vocabulary.into_iter().flat_map(|it| &it.intervention_kinds);
            kinds.into_iter().find(|it| it.id.value.as_str() == value).map(|it| it.title.clone())
        }
        [.., "events", _, "kind"] => label::<EventKind>(value),
        [.., "statements", _, "kind"] => label::<StatementKind>(value),
        [.., "also-reported", _, _] => day(value),
        [.., "preferred", _] => label::<Preference>(value),
        [_, "council", "neighbours"] => Some(each(value, |slug| council(shelves, slug))),
        [_, "council", "region"] => {
            let mut regions = whole.regions.into_iter().flat_map(|it| &it.regions);
            regions.find(|it| it.id.value.as_str() == value).map(|it| it.title.clone())
        }
        [slug, "visits", id, "takes-in"] => Some(each(value, |area| label_of(shelves, slug, id, area))),
        [slug, _, id, "finding-areas", _] => label_of(shelves, slug, id, value),
        [_, "visits", _, "follows" | "mentioned-in"] => {
            day(value).map(|day| format!("inspection report of {day}"))
        }
        [.., "area-themes", _] | [_, "visits", _, "themes"] => {
            Some(each(value, |id| title(&shelves.themes, id)))
        }
        [.., "track"] => title(whole.vocabulary.map_or(&[], |it| &it.tracks), value),
        [.., "letter"] => label::<LetterStatus>(value),
        [.., "evidence"] => label::<Evidence>(value),
        [.., "outcome"] => label::<OutcomeStatus>(value),
        [.., "precision"] => label::<Precision>(value),
        [.., "findings", _] => reading(value),
        [.., "horizons", _] => day(value),
        [.., "lasts"] => Some(if value == "true" { "yes" } else { "no: it is of one day" }.to_owned()),
        [.., last] if DAYS.contains(last) => day(value),
        _ => None,
    };
    words.unwrap_or_else(|| value.to_owned())
}

fn day(value: &str) -> Option<String> {
    value.parse().ok().map(PartialDate::long)
}

/// Names with a space between them, each in words as far as it is known.
fn each(value: &str, words: impl Fn(&str) -> Option<String>) -> String {
    let one = |id| words(id).unwrap_or_else(|| id.to_owned());
    value.split(' ').map(one).collect::<Vec<_>>().join("; ")
}

fn council(shelves: &Shelves, slug: &str) -> Option<String> {
    shelves.dossiers.get(slug)?.council.as_ref().map(|it| it.record.name.clone())
}

fn number(shelves: &Shelves, measure: &str, value: &str) -> Option<String> {
    let measure = shelves.measures.get(measure)?;
    let exact = money::exact(measure, value.parse().ok()?);
    let counted = measure.counted.as_ref().filter(|_| measure.unit == Unit::Number);
    Some(counted.map_or(exact.clone(), |counted| format!("{exact} {counted}")))
}

/// The measure of a figure that no series has.
fn figure(shelves: &Shelves, slug: &str, id: &str) -> Option<String> {
    let figures = &shelves.dossiers.get(slug)?.figures;
    figures.iter().find(|it| it.id.value.as_str() == id).map(|it| it.measure.value.to_string())
}

fn grade(shelves: &Shelves, slug: &str, id: &str, value: &str) -> Option<String> {
    let id: Id = id.parse().ok()?;
    let inspection = &shelves.dossiers.get(slug)?.inspection(&id)?.record;
    let scale = &shelves.frameworks.get(&inspection.framework.value)?.scale;
    let wording = scale.iter().find(|grade| grade.id.value.as_str() == value).map(|it| it.wording.clone());
    wording.or_else(|| Some(capitalised(&value.replace('-', " "))))
}

/// The label of an area of an inspection, or of the inspection that a visit follows.
fn label_of(shelves: &Shelves, slug: &str, id: &str, area: &str) -> Option<String> {
    let dossier = shelves.dossiers.get(slug)?;
    let id: Id = id.parse().ok()?;
    let visit = dossier.visits.iter().find(|it| it.id == id);
    let follows = visit.and_then(|it| it.record.follows.as_ref()).map_or(&id, |it| &it.value);
    let areas = &dossier.inspection(follows)?.record.areas;
    areas.iter().find(|it| it.id.value.as_str() == area).map(|it| it.label.clone())
}

fn kind_of_inspection(shelves: &Shelves, value: &str) -> Option<String> {
    let kinds = shelves.frameworks.values().flat_map(|it| &it.kinds);
    kinds.into_iter().find(|it| it.id.value.as_str() == value).map(|it| it.title.clone())
}

fn title(terms: &[crate::record::vocabulary::Term], value: &str) -> Option<String> {
    terms.iter().find(|it| it.id.value.as_str() == value).map(|it| it.title.clone())
}

fn label<T: Choice>(value: &str) -> Option<String> {
    T::WORDS
        .iter()
        .find(|(word, _)| *word == value)
        .map(|(_, it)| capitalised(it.label()))
        .filter(|it| !it.is_empty())
}

/// `improved: …` with the words that pages have for our reading.
fn reading(value: &str) -> Option<String> {
    let (word, text) = value.split_once(": ")?;
    label::<Reading>(word).map(|reading| format!("{reading}: {text}"))
}
