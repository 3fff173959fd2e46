//! Every value of the record under a name that lasts: what a release freezes, what is cited, what
//! the files of data hold. A name is a path: `nottingham/inspections/2022-09-05/judgements/overall`.
//!
//! A value that is not known is no fact: putting in what was `not-recorded` changes nothing that
//! was published. What we say in our own words beside values (summaries, notes, cautions) is a fact too:
//! it is read as widely as any grade. So is how far the record reaches, which may move on without a word
//! and never back. What a switch decides is a fact in both its states, so that setting it later is a change:
//! whether digits or the source’s words are shown, whether a kind is a proposal, where a series breaks.
//! What moves on by itself is none: how much of a source was read, addresses elsewhere, pages and
//! paragraphs of citations.

pub mod corrections;
mod council;
pub use council::IN_DIGITS;
mod definitions;
mod nation;
pub mod places;
mod quality;
mod said;
mod sources;
pub mod words;
mod words_of_site;

use rayon::prelude::*;

use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Citations;
use crate::record::Disagreement;
use crate::record::Disagreements;
use crate::record::Site;
use crate::record::vocabulary::Regions;
use crate::record::vocabulary::Vocabulary;
use crate::register::Prose;
use crate::register::Records;
use crate::register::Register;
use crate::register::Shelves;
use crate::report::Span;

/// One value with its name, sources and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<'r> {
    /// The record that it belongs to: `nottingham/inspections/2022-09-05`.
    pub record: String,
    /// Its name in that record: `judgements/overall`.
    pub key: String,
    /// The value as authors write it; numbers without trailing zeros.
    pub value: String,
    /// What says so, the nearest first as its author has it.
    pub sources: Vec<&'r Id>,
    /// Where it stands, or its record, where the value has no place of its own.
    pub place: Span,
}

impl Fact<'_> {
    /// Its whole name.
    pub fn id(&self) -> String {
        format!("{}/{}", self.record, self.key)
    }

    /// The council, `england` or region that it is about; nothing for definitions.
    pub fn area(&self) -> &str {
        self.record.split('/').next().unwrap_or_default()
    }
}

/// Whether facts that are of no council begin with this name.
pub fn is_reserved(name: &str) -> bool {
    let names = [
        "charts",
        "corrections",
        "deflators",
        "england",
        "frameworks",
        "measures",
        "pages",
        "site",
        "sources",
        "vocabulary",
    ];
    names.contains(&name) || name.starts_with("region-")
}

/// What facts are gathered from: all records, as far as they could be read.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'r> {
    /// The kinds of record of which there are many.
    pub shelves: &'r Shelves,
    /// The words that records are sorted by.
    pub vocabulary: Option<&'r Vocabulary>,
    /// Regions of the country.
    pub regions: Option<&'r Regions>,
    /// The site as a whole.
    pub site: Option<&'r Site>,
}

impl<'r> From<&'r Register> for Whole<'r> {
    fn from(it: &'r Register) -> Self {
        Self {
            shelves: &it.shelves,
            vocabulary: Some(&it.vocabulary),
            regions: Some(&it.regions),
            site: Some(&it.site),
        }
    }
}

impl<'r> From<&'r Records> for Whole<'r> {
    fn from(it: &'r Records) -> Self {
        Self {
            shelves: &it.shelves,
            vocabulary: it.vocabulary.as_ref(),
            regions: it.regions.as_ref(),
            site: it.site.as_ref(),
        }
    }
}

/// Every fact, sorted by area and record.
pub fn facts<'r>(whole: impl Into<Whole<'r>>) -> Vec<Fact<'r>> {
    let Whole { shelves, vocabulary, regions, site } = whole.into();
    let mut all = Vec::new();
    for (slug, dossier) in &shelves.dossiers {
        council::add(&mut all, slug, dossier);
        quality::add(&mut all, slug, dossier);
        said::add(&mut all, slug, dossier);
    }
    nation::add(&mut all, shelves);
    definitions::add(&mut all, shelves);
    site.iter().for_each(|site| words_of_site::site(&mut all, site));
    words_of_site::add(&mut all, shelves, vocabulary, regions);
    sources::add(&mut all, shelves);
    said::replies(&mut all, shelves);
    corrections::add(&mut all, shelves);
    // Names sort by their parts, so that the facts of an area stand together; those of a record stay in
    // the order in which it has them.
    all.par_sort_by(|a, b| a.record.split('/').cmp(b.record.split('/')));
    all
}

/// The facts of one record, as they are gathered.
struct Gathered<'a, 'r> {
    all: &'a mut Vec<Fact<'r>>,
    record: String,
    source: Option<&'r Citations>,
    place: Span,
}

impl<'r> Gathered<'_, 'r> {
    /// A fact with the record's place and sources.
    fn add(&mut self, key: impl Into<String>, value: impl ToString) {
        self.add_from(key, value, self.place, None);
    }

    /// A fact at a place of its own.
    fn add_at(&mut self, key: impl Into<String>, value: impl ToString, place: Span) {
        self.add_from(key, value, place, None);
    }

    /// A fact with a place and perhaps a source of its own.
    fn add_from(
        &mut self,
        key: impl Into<String>,
        value: impl ToString,
        place: Span,
        source: Option<&'r Citations>,
    ) {
        let cited = source.or(self.source);
        let sources = cited.into_iter().flat_map(|it| &it.0).map(|it| &it.id.value).collect();
        let (record, key, value) = (self.record.clone(), key.into(), value.to_string());
        self.all.push(Fact { record, key, value, sources, place });
        cited.iter().for_each(|cited| self.add_quotes(cited));
    }

    /// The quotations of citations: whoever is quoted said these words and no others.
    fn add_quotes(&mut self, cited: &'r Citations) {
        for (id, quote) in cited.0.iter().filter_map(|it| Some((&it.id.value, it.quote.as_ref()?))) {
            let key = format!("quotes/{id}/{}", of_text(&quote.value));
            let mut own = self.all.iter().rev().take_while(|it| it.record == self.record);
            if !own.any(|it| it.key == key) {
                let (record, value) = (self.record.clone(), quote.value.clone());
                self.all.push(Fact { record, key, value, sources: vec![id], place: quote.span });
            }
        }
    }

    /// A text that has no name of its own: its name is made of the text, and the same text counts once.
    fn add_text(&mut self, list: &str, text: &str, source: Option<&'r Citations>) {
        self.add_once(format!("{list}/{}", of_text(text)), text, self.place, source);
    }

    /// Our own words beside the values of a record.
    fn add_note(&mut self, note: Option<&String>) {
        note.iter().for_each(|note| self.add("note", note));
    }

    /// The text under the front matter.
    fn add_summary(&mut self, prose: &Prose) {
        if !prose.is_empty() {
            self.add("summary", prose.text());
        }
    }

    fn add_once(&mut self, key: String, value: &str, place: Span, source: Option<&'r Citations>) {
        let mut own = self.all.iter().rev().take_while(|it| it.record == self.record);
        if !own.any(|it| it.key == key) {
            self.add_from(key, value, place, source);
        }
    }

    /// Values that others report differently.
    fn add_disagreements(&mut self, all: &'r Disagreements) {
        all.iter().for_each(|(key, it)| self.add_disagreement(key.value.as_str(), it));
    }

    /// A value that others report differently, by which rule it is not the one shown, and what we say of it.
    fn add_disagreement(&mut self, key: &str, it: &'r Disagreement) {
        self.add_at(format!("preferred/{key}"), it.preferred.value.word(), it.preferred.span);
        it.because
            .iter()
            .for_each(|text| self.add_at(format!("preferred-because/{key}"), text, it.preferred.span));
        for (n, other) in it.values.iter().enumerate() {
            let (value, place, source) = (&other.value.value, other.value.span, Some(&other.source));
            // Of two who report the same value each has a name of its own.
            let is_first = !it.values[..n].iter().any(|earlier| earlier.value.value == *value);
            let by = other.source.0.first().filter(|_| !is_first).map(|it| it.id.value.as_str());
            let name = of_text(&by.map_or_else(|| value.clone(), |by| format!("{value} {by}")));
            self.add_once(format!("also-reported/{key}/{name}"), value, place, source);
            if let Some(note) = &other.note {
                self.add_once(format!("also-reported-note/{key}/{name}"), note, place, source);
            }
        }
    }
}

/// A name made of a text, the same for the same text.
fn of_text(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..8].to_owned()
}
