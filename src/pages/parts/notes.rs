//! Numbered notes: each fact on a page carries the numbers of its sources, which are listed at
//! its end.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::Here;
use crate::record::Citation;
use crate::record::Citations;
use crate::record::Source;
use crate::register::Register;

/// The mark of a source beside a fact.
#[derive(Debug, Clone, Serialize)]
pub struct Note {
    /// Number of the source on this page.
    pub number: usize,
    /// Page or paragraph in it.
    pub place: Option<String>,
    /// What it is, for those who hear the page: `Ofsted, 5 September 2022`.
    pub title: String,
}

/// A source as it is listed.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Number on this page.
    pub number: usize,
    /// Link to its own page.
    pub href: String,
    /// The address of its own page, for paper: `/sources/ofsted-2022/`.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its author and publisher.
    pub publisher: String,
    /// When it was published.
    pub published: Option<DateView>,
    /// What kind of source it is.
    pub tier: &'static str,
    /// Where it is.
    pub url: Option<String>,
    /// How much of it was read.
    pub seen: &'static str,
    /// Pages and paragraphs that this page cites.
    pub places: Vec<String>,
}

/// The notes of one page, in the order in which sources are first cited.
#[derive(Debug)]
pub struct Notes<'r> {
    register: &'r Register,
    here: Here,
    order: Vec<(&'r Id, Vec<String>)>,
}

impl<'r> Notes<'r> {
    /// No notes yet.
    pub fn new(register: &'r Register, here: Here) -> Self {
        Self { register, here, order: Vec::new() }
    }

    /// The marks for these sources; a source has one number on a page.
    pub fn cite(&mut self, citations: &Citations) -> Vec<Note> {
        citations.0.iter().map(|citation| self.one(citation)).collect()
    }

    /// The marks for sources by their names.
    pub fn cite_names(&mut self, names: &[&Id]) -> Vec<Note> {
        names.iter().map(|name| self.at(name, None)).collect()
    }

    fn one(&mut self, citation: &Citation) -> Note {
        self.at(&citation.id.value, place(citation))
    }

    fn at(&mut self, name: &Id, place: Option<String>) -> Note {
        let sources = &self.register.shelves.sources;
        let (id, source) = sources.get_key_value(name).expect("checked: the source is known");
        let known = self.order.iter().position(|(other, _)| *other == id);
        let at = known.unwrap_or_else(|| {
            self.order.push((id, Vec::new()));
            self.order.len() - 1
        });
        let places = &mut self.order[at].1;
        places.extend(place.clone().filter(|place| !places.contains(place)));
        Note { number: at + 1, place, title: short(source) }
    }

    /// The sources cited so far, in the order of their numbers.
    pub fn sources(&self) -> Vec<SourceView> {
        let views = self.order.iter().enumerate();
        views
            .map(|(at, (id, places))| SourceView {
                places: places.clone(),
                ..view(at + 1, &self.here, id, self.register.source(id))
            })
            .collect()
    }

    /// The names of the sources cited so far.
    pub fn ids(&self) -> Vec<Id> {
        self.order.iter().map(|(id, _)| (*id).clone()).collect()
    }

    /// Notes of the same page that are not listed.
    pub fn aside(&self) -> Self {
        Self::new(self.register, self.here.clone())
    }

    /// Where the page is.
    pub fn here(&self) -> &Here {
        &self.here
    }

    /// What is established.
    pub fn register(&self) -> &'r Register {
        self.register
    }
}

fn place(citation: &Citation) -> Option<String> {
    let page = citation.page.as_ref().map(|page| format!("page {page}"));
    let parts: Vec<String> = page.into_iter().chain(citation.paragraph.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn short(source: &Source) -> String {
    match &source.published {
        Some(date) => format!("{}, {}", source.publisher, date.value.long()),
        None => source.publisher.clone(),
    }
}

/// A source as it is listed.
pub fn view(number: usize, here: &Here, id: &Id, source: &Source) -> SourceView {
    let author = source.author.as_ref().map(|author| format!("{author}, ")).unwrap_or_default();
    SourceView {
        number,
        href: here.href(&Address::source(id)),
        address: Address::source(id).to_string(),
        title: source.title.clone(),
        publisher: format!("{author}{}", source.publisher),
        published: source.published.as_ref().map(|date| date.value.into()),
        tier: source.tier.value.label(),
        url: source.url.as_ref().map(|url| url.value.clone()),
        seen: source.seen.label(),
        places: Vec::new(),
    }
}
