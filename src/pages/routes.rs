//! The address of every page of the site, and who makes it: one line for each.

use rayon::prelude::*;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::body::Body;
use crate::pages::council::beside;
use crate::pages::council::brief;
use crate::pages::council::differences;
use crate::pages::council::embed;
use crate::pages::council::inspection;
use crate::pages::council::intervention;
use crate::pages::council::next;
use crate::pages::council::overview;
use crate::pages::council::spending;
use crate::pages::council::statements;
use crate::pages::council::visit;
use crate::pages::facts;
use crate::pages::nation::changes;
use crate::pages::nation::conflicts;
use crate::pages::nation::councils;
use crate::pages::nation::data;
use crate::pages::nation::evidence;
use crate::pages::nation::how_long;
use crate::pages::nation::interventions;
use crate::pages::nation::measure;
use crate::pages::nation::next as outlook;
use crate::pages::nation::promises;
use crate::pages::nation::ratings;
use crate::pages::nation::region;
use crate::pages::nation::release;
use crate::pages::nation::spending as spending_index;
use crate::pages::nation::theme;
use crate::pages::page::Page;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::NOT_FOUND;
use crate::pages::site::compare;
use crate::pages::site::corrections;
use crate::pages::site::design;
use crate::pages::site::glossary;
use crate::pages::site::home;
use crate::pages::site::prose;
use crate::pages::site::search;
use crate::pages::site::source;
use crate::pages::site::source::CitedBy;

/// A page and the sources that it cites.
pub type Cited = (Page, Vec<Id>);

/// A page at its address.
pub fn at(address: Address, mut head: Head, body: Body) -> Page {
    head.json = head.frozen.is_none() && body.states_facts();
    Page { file: address.file(), address, head, body }
}

/// The pages of a council.
pub fn of_council(frame: &Frame<'_>, slug: &Id, findings: &Findings<'_>) -> Vec<Cited> {
    let (dossier, found) = (&frame.register.shelves.dossiers[slug], &findings.councils[slug]);
    let mut pages = Vec::new();
    let (head, body, cited) = overview::page(frame, slug, dossier, findings, found);
    pages.push((at(Address::council(slug), head, Body::Council(Box::new(body))), cited));
    let (head, body, cited) = spending::page(frame, slug, dossier, found);
    pages.push((at(Address::spending(slug), head, Body::Spending(Box::new(body))), cited));
    let (head, body, cited) = brief::page(frame, slug, dossier, found);
    pages.push((at(Address::brief(slug), head, Body::Brief(Box::new(body))), cited));
    let (head, body, cited) = next::page(frame, slug, dossier, findings, found);
    pages.push((at(Address::next(slug), head, Body::Next(Box::new(body))), cited));
    let (head, body, cited) = facts::page(frame, findings, slug);
    pages.push((at(Address::facts(slug), head, Body::Facts(Box::new(body))), cited));
    let (head, body, cited) = embed::page(frame, slug, dossier, found, findings.last_with(slug));
    pages.push((at(Address::embed(slug), head, Body::Embed(Box::new(body))), cited));
    if let Some((head, body, cited)) = beside::page(frame, slug, dossier, found) {
        pages.push((at(Address::beside(slug), head, Body::Beside(Box::new(body))), cited));
    }
    if let Some((head, body, cited)) = statements::page(frame, slug, dossier) {
        pages.push((at(Address::statements(slug), head, Body::Statements(Box::new(body))), cited));
    }
    if let Some((head, body, cited)) = differences::page(frame, slug, dossier) {
        pages.push((at(Address::differences(slug), head, Body::Differences(Box::new(body))), cited));
    }
    for it in &dossier.inspections {
        let (head, body, cited) = inspection::page(frame, slug, dossier, it);
        pages.push((at(Address::inspection(slug, &it.id), head, Body::Inspection(Box::new(body))), cited));
    }
    for it in &dossier.visits {
        let (head, body, cited) = visit::page(frame, slug, dossier, &findings.timing, it);
        pages.push((at(Address::visit(slug, &it.id), head, Body::Visit(Box::new(body))), cited));
    }
    for it in &dossier.interventions {
        let (head, body, cited) = intervention::page(frame, slug, dossier, it);
        pages.push((
            at(Address::intervention(slug, &it.id.value), head, Body::Intervention(Box::new(body))),
            cited,
        ));
    }
    pages
}

/// The pages of the site as such.
pub fn of_site(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Cited> {
    let mut pages = Vec::new();
    let (head, body, cited) = home::page(frame, findings);
    pages.push((at(Address::home(), head, Body::Home(Box::new(body))), cited));
    let (head, body, cited) = councils::page(frame, findings);
    pages.push((at(Address::top("councils"), head, Body::Councils(Box::new(body))), cited));
    let (head, body, cited) = glossary::page(frame);
    pages.push((at(Address::top("glossary"), head, Body::Glossary(Box::new(body))), cited));
    let (head, body, cited) = compare::page(frame, findings);
    pages.push((at(Address::top("compare"), head, Body::Compare(Box::new(body))), cited));
    let (head, body, cited) = design::page(frame, findings);
    pages.push((at(Address::top("design"), head, Body::Design(Box::new(body))), cited));
    let (head, body) = search::page(frame);
    pages.push((at(Address::top("search"), head, Body::Search(Box::new(body))), Vec::new()));
    let (head, body) = corrections::page(frame);
    pages.push((at(Address::top("corrections"), head, Body::Corrections(Box::new(body))), Vec::new()));
    for (id, filed) in &frame.register.shelves.pages {
        let (head, body, cited) = prose::page(frame, id, filed);
        let mut page = at(Address::top(id.as_str()), head, Body::Prose(Box::new(body)));
        if id.as_str() == NOT_FOUND {
            "404.html".clone_into(&mut page.file);
        }
        pages.push((page, cited));
    }
    pages
}

/// The pages of the whole country, of releases, measures, themes and regions.
pub fn of_nation(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Cited> {
    let top = Address::top;
    let mut pages = Vec::new();
    let (head, body, cited) = ratings::page(frame, findings);
    pages.push((at(top("ratings"), head, Body::Ratings(Box::new(body))), cited));
    let (head, body, cited) = interventions::page(frame, findings);
    pages.push((at(top("interventions"), head, Body::Interventions(Box::new(body))), cited));
    let (head, body, cited) = spending_index::page(frame);
    pages.push((at(top("spending"), head, Body::SpendingIndex(Box::new(body))), cited));
    let (head, body, cited) = theme::index(frame, findings);
    pages.push((at(top("themes"), head, Body::Themes(Box::new(body))), cited));
    let (head, body, cited) = region::index(frame);
    pages.push((at(top("regions"), head, Body::Regions(Box::new(body))), cited));
    let (head, body, cited) = changes::page(frame, findings);
    pages.push((at(top("changes"), head, Body::Changes(Box::new(body))), cited));
    let (head, body, cited) = data::page(frame, findings);
    pages.push((at(top("data"), head, Body::Data(Box::new(body))), cited));
    let (head, body, cited) = how_long::page(frame, findings);
    pages.push((at(top("how-long"), head, Body::HowLong(Box::new(body))), cited));
    let (head, body, cited) = promises::page(frame);
    pages.push((at(top("promises"), head, Body::Promises(Box::new(body))), cited));
    let (head, body, cited) = conflicts::page(frame, findings);
    pages.push((at(top("conflicts"), head, Body::Conflicts(Box::new(body))), cited));
    let (head, body, cited) = evidence::page(frame, findings);
    pages.push((at(top("evidence"), head, Body::Evidence(Box::new(body))), cited));
    let (head, body, cited) = outlook::page(frame, findings);
    pages.push((at(top("next"), head, Body::Outlook(Box::new(body))), cited));
    for (n, it) in findings.releases.releases.iter().enumerate() {
        let (head, body, cited) = release::page(frame, findings, n);
        pages.push((at(Address::release(&it.tag), head, Body::Release(Box::new(body))), cited));
    }
    pages.extend(of_kinds(frame, findings));
    pages
}

/// A page for each measure, theme and region.
fn of_kinds(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Cited> {
    let measures: Vec<_> = frame.register.shelves.measures.iter().collect();
    let measures = measures.into_par_iter().map(|(id, it)| {
        let (head, body, cited) = measure::page(frame, id, it);
        (at(Address::measure(id), head, Body::Measure(Box::new(body))), cited)
    });
    let themes = findings.themes.iter().enumerate().map(|(n, it)| {
        let (head, body, cited) = theme::page(frame, findings, n);
        (at(Address::theme(&it.theme.id.value), head, Body::Theme(Box::new(body))), cited)
    });
    let regions = frame.register.regions.regions.iter().map(|it| {
        let (head, body, cited) = region::page(frame, findings, it);
        (at(Address::region(&it.id.value), head, Body::Region(Box::new(body))), cited)
    });
    let mut pages: Vec<Cited> = measures.collect();
    pages.extend(themes);
    pages.extend(regions);
    pages
}

/// The pages of sources: who cites each is known once all others are planned.
pub fn of_sources(frame: &Frame<'_>, cited_by: &CitedBy) -> Vec<Page> {
    let (head, body) = source::index(frame);
    let index = at(Address::top("sources"), head, Body::Sources(Box::new(body)));
    let sources: Vec<_> = frame.register.shelves.sources.iter().collect();
    let each = sources.into_par_iter().map(|(id, it)| {
        let (head, body) = source::page(frame, id, it, cited_by);
        at(Address::source(id), head, Body::Source(Box::new(body)))
    });
    let mut pages: Vec<Page> = each.collect();
    pages.insert(0, index);
    pages
}
