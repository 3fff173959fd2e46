//! The glossary: the site's own words, and those that the vocabulary and the frameworks define.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::parts::grade;
use crate::record::vocabulary::Term;
use crate::register::Register;

/// The glossary.
#[derive(Debug, Serialize)]
pub struct GlossaryPage {
    words: Vec<WordView>,
    sources: Vec<SourceView>,
}

/// A word with its meaning.
#[derive(Debug, Serialize)]
pub struct WordView {
    id: String,
    title: String,
    about: String,
    notes: Vec<Note>,
}

/// A framework with its grades and judgements.
#[derive(Debug, Serialize)]
pub struct FrameworkView {
    id: String,
    title: String,
    short: String,
    about: String,
    from: String,
    to: Option<String>,
    grades: Vec<(GradeView, Option<String>)>,
    judgements: Vec<String>,
    not_judged: Vec<(String, String)>,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>) -> (Head, GlossaryPage, Vec<Id>) {
    let here = Here::at(Address::top("glossary"));
    let mut notes = Notes::new(frame.register, here.clone());
    let register = frame.register;
    let mut words: Vec<WordView> = all(register).map(|term| word(term, &mut notes)).collect();
    // A track is called after what it is about, which the glossary does not explain.
    let tracks = register.vocabulary.tracks.iter().map(|term| {
        let word = word(term, &mut notes);
        WordView { title: format!("Track: {}", word.title.to_lowercase()), ..word }
    });
    words.extend(tracks);
    words.sort_by_key(|word| word.title.to_lowercase());
    words.dedup_by(|a, b| a.id == b.id);
    let page = GlossaryPage { words, sources: notes.sources() };
    let head = frame.head(&here, "Glossary", "The words of this record explained.", Vec::new());
    (head, page, notes.ids())
}

/// Every word that the glossary explains.
fn all(register: &Register) -> impl Iterator<Item = &Term> {
    register.vocabulary.visit_kinds.iter().chain(&register.shelves.glossary)
}

/// The words that pages link to the glossary, with their anchors. Tracks are left out: each has its
/// own heading wherever it matters.
pub fn terms(register: &Register) -> Vec<(String, String)> {
    all(register).map(|term| (term.title.clone(), term.id.value.to_string())).collect()
}

/// A word with its meaning and its sources.
pub fn word(term: &Term, notes: &mut Notes<'_>) -> WordView {
    WordView {
        id: term.id.value.to_string(),
        title: term.title.clone(),
        about: term.about.clone(),
        notes: term.source.as_ref().map(|source| notes.cite(source)).unwrap_or_default(),
    }
}

/// The inspection frameworks, oldest first.
pub fn frameworks(frame: &Frame<'_>, notes: &mut Notes<'_>) -> Vec<FrameworkView> {
    let lines = &frame.register.vocabulary.lines;
    let title = |id: &Id| {
        lines.iter().find(|line| line.id.value == *id).map_or_else(String::new, |line| line.title.clone())
    };
    let mut all: Vec<_> = frame.register.shelves.frameworks.iter().collect();
    all.sort_by_key(|(_, framework)| framework.applies_from.value);
    all.into_iter()
        .map(|(id, it)| FrameworkView {
            id: format!("framework-{id}"),
            title: it.title.clone(),
            short: it.short.clone(),
            about: it.about.clone(),
            from: it.applies_from.value.long(),
            to: it.applies_to.as_ref().map(|to| to.value.long()),
            grades: it.scale.iter().map(|step| (grade(step), step.meaning.clone())).collect(),
            judgements: it.judgements.iter().map(|judgement| judgement.wording.clone()).collect(),
            not_judged: it
                .not_judged
                .iter()
                .map(|absent| (title(&absent.line.value), absent.because.clone()))
                .collect(),
            notes: notes.cite(&it.source),
        })
        .collect()
}
