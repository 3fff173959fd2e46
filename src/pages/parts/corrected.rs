//! What corrections say, by the fact that they change and by the page on which they are told.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashMap;

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::pages::parts::DateView;
use crate::pages::words::shown;
use crate::record::Correction;
use crate::record::correction::Change;
use crate::record::correction::CorrectionKind;
use crate::register::Register;
use crate::register::facts::places;
use crate::register::facts::words::words;

/// All corrections, latest first; those of one day in the order of their names.
#[derive(Debug)]
pub struct Corrected<'r> {
    by_fact: HashMap<&'r str, Vec<(&'r Correction, &'r Change)>>,
    by_page: BTreeMap<String, Vec<&'r Correction>>,
    register: &'r Register,
}

/// A correction of a page, as the page itself tells it.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectedView {
    id: String,
    kind: &'static str,
    on: DateView,
    told: String,
    because: String,
}

impl<'r> Corrected<'r> {
    /// What the corrections of a record say.
    pub fn of(register: &'r Register) -> Self {
        let mut all: Vec<&Correction> = register.shelves.corrections.iter().collect();
        all.sort_by(|a, b| (b.on.value, &a.id.value).cmp(&(a.on.value, &b.id.value)));
        let mut by_fact: HashMap<&str, Vec<(&Correction, &Change)>> = HashMap::new();
        let mut by_page: BTreeMap<String, Vec<&Correction>> = BTreeMap::new();
        for it in all {
            for change in &it.changes {
                by_fact.entry(&change.fact.value).or_default().push((it, change));
            }
            for page in pages(register, it) {
                by_page.entry(page).or_default().push(it);
            }
        }
        Self { by_fact, by_page, register }
    }

    /// The changes of a fact, latest first.
    pub fn changes(&self, fact: &str) -> &[(&'r Correction, &'r Change)] {
        self.by_fact.get(fact).map_or(&[], Vec::as_slice)
    }

    /// What was wrong on a page or should not have stood there, and amounts that have moved on, latest first. A page of a council has
    /// what was wrong with any fact of its own; the council's first page has all.
    pub fn notes(&self, page: &Address) -> Vec<CorrectedView> {
        let is_wrong = |it: &&&Correction| match it.kind {
            CorrectionKind::Correction | CorrectionKind::Withdrawal => true,
            CorrectionKind::Update => it.changes.iter().any(|change| is_amount(&change.fact.value)),
            CorrectionKind::Wording => false,
        };
        let own = self.by_page.get(page.as_str()).map_or(&[][..], Vec::as_slice);
        let view = |it: &&Correction| CorrectedView {
            id: it.id.value.to_string(),
            kind: it.kind.label(),
            on: it.on.value.into(),
            told: told(self.register, it),
            because: it.because.clone(),
        };
        own.iter().filter(is_wrong).map(view).collect()
    }
}

/// Whether a fact is the amount of a figure: who reads another than was published is told, also where the
/// world has moved on.
fn is_amount(fact: &str) -> bool {
    matches!(fact.split('/').collect::<Vec<_>>().as_slice(), [_, "figures", _, "value"])
}

/// The pages on which a correction is told, each once.
fn pages(register: &Register, it: &Correction) -> BTreeSet<String> {
    let about = it.about.value.split('#').next().unwrap_or_default().to_owned();
    let facts = || it.changes.iter().map(|change| change.fact.value.as_str());
    let shown = facts().flat_map(places::pages).map(|page| page.to_string());
    let measures = facts().filter_map(|fact| measure_of(register, fact)).map(|page| page.to_string());
    shown.chain(measures).chain([about]).collect()
}

/// The page of the measure of a figure.
fn measure_of(register: &Register, fact: &str) -> Option<Address> {
    let parts: Vec<&str> = fact.split('/').collect();
    let &[slug, "figures", id, ..] = parts.as_slice() else { return None };
    let figures = &register.shelves.dossiers.get(slug)?.figures;
    figures.iter().find(|it| it.id.value.as_str() == id).map(|it| Address::measure(&it.measure.value))
}

/// What a correction is about, in words: the one fact that it changes, or the council or page.
pub fn subject(register: &Register, it: &Correction) -> String {
    if let [change] = it.changes.as_slice() {
        return words(&register.shelves, &change.fact.value).line();
    }
    place(register, &it.about.value)
}

/// A page in words: its council, or its address.
pub fn place(register: &Register, page: &str) -> String {
    let slug = page.strip_prefix("/councils/").and_then(|rest| rest.split('/').next());
    let council = slug.and_then(|slug| register.shelves.dossiers.get(slug));
    council.map_or_else(|| page.to_owned(), |it| it.council().name.clone())
}

/// What it said and what it says now: of one fact its values as pages show them, else in the words of the
/// entry.
pub fn told(register: &Register, it: &Correction) -> String {
    let subject = subject(register, it);
    let [change] = it.changes.as_slice() else {
        return format!("{subject}. It said: {} It says now: {}", it.was, it.now);
    };
    let show = |value: &str| shown(register, &change.fact.value, value);
    let was = show(&change.was.value);
    match &change.now {
        Some(now) => format!("{subject}: it said “{was}” and says now “{}”.", show(&now.value)),
        None => format!("{subject}: it said “{was}” and was withdrawn."),
    }
}
