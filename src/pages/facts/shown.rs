//! A fact's value as a reader knows it: the wording of a grade, a date in full, pounds.

use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::Precision;
use crate::domain::Reading;
use crate::domain::StatementKind;
use crate::domain::Unit;
use crate::domain::capitalised;
use crate::pages::money;
use crate::record::event::EventKind;
use crate::register::Register;

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
pub fn shown(register: &Register, fact: &str, value: &str) -> String {
    let parts: Vec<&str> = fact.split('/').collect();
    let words = match parts.as_slice() {
        [_, "series", measure, _] => number(register, measure, value),
        [slug, "figures", id, "value"] => {
            figure(register, slug, id).and_then(|it| number(register, &it, value))
        }
        [_, "figures", _, "measure"] => register.shelves.measures.get(value).map(|it| it.title.clone()),
        [slug, "inspections", id, "judgements", _] => grade(register, slug, id, value),
        [.., "framework"] => register.shelves.frameworks.get(value).map(|it| it.short.clone()),
        [.., "inspections", _, "kind"] => kind_of_inspection(register, value),
        [.., "visits", _, "kind"] => title(&register.vocabulary.visit_kinds, value),
        [.., "interventions", _, "kind"] => {
            let kinds = &register.vocabulary.intervention_kinds;
            kinds.iter().find(|it| it.id.value.as_str() == value).map(|it| it.title.clone())
        }
        [.., "events", _, "kind"] => label::<EventKind>(value),
        [.., "statements", _, "kind"] => label::<StatementKind>(value),
        [.., "also-reported", _, _] => value.parse::<PartialDate>().ok().map(PartialDate::long),
        [slug, "visits", id, "takes-in"] => {
            let label = |area: &str| label_of(register, slug, id, area).unwrap_or_else(|| area.to_owned());
            Some(value.split(' ').map(label).collect::<Vec<_>>().join("; "))
        }
        [slug, _, id, "finding-areas", _] => label_of(register, slug, id, value),
        [_, "visits", _, "follows" | "mentioned-in"] => {
            value.parse::<PartialDate>().ok().map(|day| format!("inspection report of {}", day.long()))
        }
        [.., "area-themes", _] | [_, "visits", _, "themes"] => {
            let title = |id: &str| title(&register.shelves.themes, id).unwrap_or_else(|| id.to_owned());
            Some(value.split(' ').map(title).collect::<Vec<_>>().join("; "))
        }
        [.., "track"] => title(&register.vocabulary.tracks, value),
        [.., "letter"] => label::<LetterStatus>(value),
        [.., "outcome"] => label::<OutcomeStatus>(value),
        [.., "precision"] => label::<Precision>(value),
        [.., "findings", _] => reading(value),
        [.., last] if DAYS.contains(last) => value.parse::<PartialDate>().ok().map(PartialDate::long),
        _ => None,
    };
    words.unwrap_or_else(|| value.to_owned())
}

fn number(register: &Register, measure: &str, value: &str) -> Option<String> {
    let measure = register.shelves.measures.get(measure)?;
    let exact = money::exact(measure, value.parse().ok()?);
    let counted = measure.counted.as_ref().filter(|_| measure.unit == Unit::Number);
    Some(counted.map_or(exact.clone(), |counted| format!("{exact} {counted}")))
}

/// The measure of a figure that no series has.
fn figure(register: &Register, slug: &str, id: &str) -> Option<String> {
    let figures = &register.shelves.dossiers.get(slug)?.figures;
    figures.iter().find(|it| it.id.value.as_str() == id).map(|it| it.measure.value.to_string())
}

fn grade(register: &Register, slug: &str, id: &str, value: &str) -> Option<String> {
    let id: Id = id.parse().ok()?;
    let inspection = &register.shelves.dossiers.get(slug)?.inspection(&id)?.record;
    let scale = &register.framework(&inspection.framework.value).scale;
    let wording = scale.iter().find(|grade| grade.id.value.as_str() == value).map(|it| it.wording.clone());
    wording.or_else(|| Some(capitalised(&value.replace('-', " "))))
}

/// The label of an area of an inspection, or of the inspection that a visit follows.
fn label_of(register: &Register, slug: &str, id: &str, area: &str) -> Option<String> {
    let dossier = register.shelves.dossiers.get(slug)?;
    let id: Id = id.parse().ok()?;
    let visit = dossier.visits.iter().find(|it| it.id == id);
    let follows = visit.and_then(|it| it.record.follows.as_ref()).map_or(&id, |it| &it.value);
    let areas = &dossier.inspection(follows)?.record.areas;
    areas.iter().find(|it| it.id.value.as_str() == area).map(|it| it.label.clone())
}

fn kind_of_inspection(register: &Register, value: &str) -> Option<String> {
    let kinds = register.shelves.frameworks.values().flat_map(|it| &it.kinds);
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
