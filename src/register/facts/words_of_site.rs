//! What the site itself decides: how far it says that the record reaches, the words of kinds, tracks, regions
//! and groups, which measures are drawn together, which pages of prose there are.

use crate::domain::Id;
use crate::record::Site;
use crate::record::site::Horizon;
use crate::record::vocabulary::InterventionKind;
use crate::record::vocabulary::Line;
use crate::record::vocabulary::Regions;
use crate::record::vocabulary::Term;
use crate::record::vocabulary::Vocabulary;
use crate::register::Shelves;
use crate::register::facts::Fact;
use crate::register::facts::Gathered;
use crate::report::Span;
use crate::report::Spanned;

/// How far the record reaches, and the year in whose prices real terms are.
pub(super) fn site<'r>(all: &mut Vec<Fact<'r>>, site: &'r Site) {
    for (kind, it) in site.horizons.iter() {
        horizon(all, "site".to_owned(), kind, it);
    }
    if let Some(terms) = &site.real_terms {
        let record = "site/real-terms".to_owned();
        let mut facts = Gathered { all, record, source: None, place: terms.base.span };
        facts.add("base", terms.base.value);
        facts.add_at("deflator", &terms.deflator.value, terms.deflator.span);
    }
}

/// How far a kind of record reaches, and what has to be known of it.
///
/// * `whose`: `site`, or the name of a council’s record of itself.
pub(super) fn horizon<'r>(all: &mut Vec<Fact<'r>>, whose: String, kind: &Spanned<Id>, it: &'r Horizon) {
    let place = it.complete_to.span;
    let mut facts = Gathered { all, record: whose, source: Some(&it.source), place };
    facts.add(format!("horizons/{}", kind.value), it.complete_to.value);
    it.note.iter().for_each(|note| facts.add(format!("horizon-notes/{}", kind.value), note));
}

/// The words that records are sorted by, the drawings of several measures, the pages of prose.
pub(super) fn add<'r>(
    all: &mut Vec<Fact<'r>>,
    shelves: &'r Shelves,
    words: Option<&'r Vocabulary>,
    regions: Option<&'r Regions>,
) {
    terms(all, "themes", &shelves.themes);
    if let Some(words) = words {
        terms(all, "visit-kinds", &words.visit_kinds);
        terms(all, "tracks", &words.tracks);
        terms(all, "measure-groups", &words.measure_groups);
        words.lines.iter().for_each(|line| of_line(all, line));
        words.intervention_kinds.iter().for_each(|kind| of_kind(all, kind));
    }
    for region in regions.iter().flat_map(|it| &it.regions) {
        one(all, "vocabulary/regions", &region.id, region.id.value.as_str(), &region.title);
    }
    for chart in &shelves.charts {
        let record = format!("charts/{}", chart.id.value);
        let measures: Vec<&str> = chart.measures.iter().map(|it| it.value.as_str()).collect();
        one(all, &record, &chart.id, "title", &chart.title);
        one(all, &record, &chart.id, "about", &chart.about);
        one(all, &record, &chart.id, "measures", &measures.join(" "));
    }
    for bridge in &shelves.bridges {
        let Some(first) = bridge.measures.first() else { continue };
        let measures: Vec<&str> = bridge.measures.iter().map(|it| it.value.as_str()).collect();
        let record = "charts/bridges".to_owned();
        let mut facts = Gathered { all: &mut *all, record, source: Some(&bridge.source), place: first.span };
        facts.add(measures.join("+"), &bridge.because);
    }
    for (id, page) in &shelves.pages {
        let (record, place) = (format!("pages/{id}"), Span::start_of(page.file));
        Gathered { all: &mut *all, record, source: None, place }.add("title", &page.record.title);
    }
}

fn one(all: &mut Vec<Fact<'_>>, record: &str, id: &Spanned<Id>, key: &str, value: &str) {
    Gathered { all, record: record.to_owned(), source: None, place: id.span }.add(key, value);
}

fn terms<'r>(all: &mut Vec<Fact<'r>>, kind: &str, terms: &'r [Term]) {
    for term in terms {
        let record = format!("vocabulary/{kind}");
        let mut facts =
            Gathered { all: &mut *all, record, source: term.source.as_ref(), place: term.id.span };
        facts.add(term.id.value.to_string(), &term.title);
        facts.add(format!("about/{}", term.id.value), &term.about);
    }
}

/// Which line is the grade for the council as a whole changes what every page leads with.
fn of_line<'r>(all: &mut Vec<Fact<'r>>, line: &'r Line) {
    let record = "vocabulary/lines".to_owned();
    let mut facts = Gathered { all, record, source: None, place: line.id.span };
    facts.add(line.id.value.to_string(), &line.title);
    line.about.iter().for_each(|about| facts.add(format!("about/{}", line.id.value), about));
    if line.headline == Some(true) {
        facts.add("headline", &line.id.value);
    }
}

/// Whether a kind is in force, and outlasts what set it up, decides what is said to be in force.
fn of_kind<'r>(all: &mut Vec<Fact<'r>>, kind: &'r InterventionKind) {
    let record = "vocabulary/intervention-kinds".to_owned();
    let mut facts = Gathered { all, record, source: kind.source.as_ref(), place: kind.id.span };
    facts.add(kind.id.value.to_string(), &kind.title);
    facts.add(format!("about/{}", kind.id.value), &kind.about);
    for (key, is) in [("proposed", kind.proposed), ("outlasts", kind.outlasts)] {
        facts.add(format!("{}-{key}", kind.id.value), is == Some(true));
    }
}
