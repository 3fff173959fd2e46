//! The search page, and what its script reads: every page by its title and its words.

use serde::Serialize;

use crate::domain::Address;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;

/// The search page.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// Where to look without a script.
    lists: Vec<Link>,
}

/// The page and its head.
pub fn page(frame: &Frame<'_>) -> (Head, SearchPage) {
    let here = Here::at(Address::top("search"));
    let list = |(name, text): (&str, &str)| here.link(&Address::top(name), text);
    let lists = [
        ("councils", "Councils from A to Z"),
        ("themes", "What needs to improve, by theme"),
        ("spending", "Spending and workforce, by measure"),
        ("interventions", "Interventions"),
        ("sources", "Sources"),
        ("glossary", "Glossary"),
    ];
    let about =
        "Search every page: councils, inspections, visits, interventions, measures, themes and sources.";
    (
        frame.head(&here, "Search", about, Vec::new()),
        SearchPage { lists: lists.into_iter().map(list).collect() },
    )
}
