//! Sources: a page for each publication, with every page of the site that cites it, and a list.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Tier;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::SourceView;
use crate::pages::parts::source_view;
use crate::record::Source;

/// Which pages cite a source: address and title, in the order of the addresses.
pub type CitedBy = BTreeMap<Id, BTreeMap<Address, String>>;

/// The page of a source.
#[derive(Debug, Serialize)]
pub struct SourcePage {
    source: SourceView,
    id: String,
    licence: Option<String>,
    note: Option<String>,
    archive: Option<(String, DateView)>,
    cited_by: Vec<Link>,
}

/// The list of all sources.
#[derive(Debug, Serialize)]
pub struct SourcesPage {
    count: String,
    tiers: Vec<TierView>,
}

/// The sources of one kind: one by one, and together those of a publisher with many.
#[derive(Debug, Serialize)]
struct TierView {
    title: &'static str,
    count: usize,
    sources: Vec<SourceView>,
    many: Vec<(String, Vec<SourceView>)>,
}

/// A publisher with more sources of one kind than this has them under a heading of its own.
const MANY: usize = 20;

/// The page of a source.
pub fn page(frame: &Frame<'_>, id: &Id, source: &Source, cited_by: &CitedBy) -> (Head, SourcePage) {
    let here = Here::at(Address::source(id));
    let links =
        cited_by.get(id).into_iter().flatten().map(|(address, title)| here.link(address, title.clone()));
    let page = SourcePage {
        source: source_view(0, &here, id, source),
        id: id.to_string(),
        licence: source.licence.clone(),
        note: source.note.clone(),
        archive: source.archive.as_ref().map(|it| (it.url.value.clone(), it.on.into())),
        cited_by: links.collect(),
    };
    let description =
        format!("A source of this record: {}, {}.", source.publisher, source.tier.value.label());
    let head = frame.head(
        &here,
        format!("Source: {}", source.title),
        description,
        vec![here.link(&Address::top("sources"), "Sources")],
    );
    (head, page)
}

/// The list of all sources, the nearest to the event first.
pub fn index(frame: &Frame<'_>) -> (Head, SourcesPage) {
    let here = Here::at(Address::top("sources"));
    let sources = &frame.register.shelves.sources;
    let of = |tier: Tier| {
        let some = sources.iter().filter(|(_, source)| source.tier.value == tier);
        some.map(|(id, source)| source_view(0, &here, id, source)).collect::<Vec<_>>()
    };
    let tiers = Tier::WORDS
        .iter()
        .map(|(_, tier)| grouped(tier.label(), of(*tier)))
        .filter(|tier| tier.count > 0)
        .collect();
    let head = frame.head(
        &here,
        "Sources",
        "Every publication that this record cites, by kind of source.",
        Vec::new(),
    );
    (head, SourcesPage { count: crate::domain::grouped(sources.len().into(), 0), tiers })
}

fn grouped(title: &'static str, sources: Vec<SourceView>) -> TierView {
    let count = sources.len();
    let mut by_publisher: BTreeMap<String, Vec<SourceView>> = BTreeMap::new();
    for source in sources {
        by_publisher.entry(source.publisher.clone()).or_default().push(source);
    }
    let (many, few): (Vec<_>, Vec<_>) = by_publisher.into_iter().partition(|(_, some)| some.len() > MANY);
    TierView { title, count, sources: few.into_iter().flat_map(|(_, some)| some).collect(), many }
}
