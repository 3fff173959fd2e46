//! Pages that a release had and the record has no more: their addresses last, and say why.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashSet;

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::record::Correction;
use crate::record::withheld::Withheld;
use crate::register::Fact;
use crate::register::facts::places;
use crate::register::facts::words::words;

/// What stands in the place of a page.
#[derive(Debug, Serialize)]
pub struct GonePage {
    /// What it was about.
    what: String,
    /// The council that it was about, where that has a page.
    council: Option<Link>,
    /// The page as the last release that has it keeps it.
    kept: Option<Link>,
    /// The releases, where what stood in them can be read.
    releases: Vec<Link>,
    /// Why it is gone: kind, day, reason, and the entry on the page of corrections.
    why: Vec<(&'static str, DateView, String, String)>,
}

/// A page for each address that releases had and the site has no more; none before the first release.
///
/// * `files`: the files of the site's pages.
pub fn pages(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    files: &BTreeSet<&str>,
) -> Vec<(Address, Head, GonePage)> {
    let mut gone: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    if frame.kept.is_empty() && findings.releases.releases.is_empty() {
        return Vec::new();
    }
    let today: HashSet<String> = findings.facts.iter().map(Fact::id).collect();
    for (fact, _) in findings.releases.all().filter(|(fact, _)| !today.contains(*fact)) {
        let own = places::home(fact).into_iter();
        for address in own.filter(|it| !files.contains(it.file().as_str())) {
            gone.entry(address.to_string()).or_default().insert(fact.to_owned());
        }
    }
    for path in frame.kept.iter().flat_map(|it| &it.paths) {
        let page = path.splitn(3, '/').nth(2).and_then(|it| it.strip_suffix("index.html"));
        let is_gone = |page: &&str| !files.contains(format!("{page}index.html").as_str());
        if let Some(page) = page.filter(is_gone) {
            gone.entry(format!("/{page}")).or_default();
        }
    }
    gone.iter().map(|(address, facts)| page(frame, findings, address, facts)).collect()
}

fn page(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    address: &str,
    facts: &BTreeSet<String>,
) -> (Address, Head, GonePage) {
    let here = Here::at(Address::top(address.trim_matches('/')));
    let named = facts.first().map(|fact| words(&frame.register.shelves, fact));
    let what = named.map_or_else(
        || address.to_owned(),
        |it| if it.record.is_empty() { it.subject } else { format!("{}, {}", it.subject, it.record) },
    );
    let kept = frame.kept.iter().rev().map(|it| (it, Address::frozen(&it.tag, here.address())));
    let kept = kept.into_iter().find(|(it, page)| it.paths.contains(&page.file()));
    let slug = address.strip_prefix("/councils/").and_then(|rest| rest.split('/').next());
    let council: Option<Id> = slug.and_then(|slug| slug.parse().ok());
    let council = council.filter(|slug| frame.register.shelves.dossiers.contains_key(slug));
    let page = GonePage {
        council: council.as_ref().map(|slug| frame.council(&here, slug)),
        kept: kept.map(|(it, page)| here.link(&page, format!("The page as release {} has it", it.tag))),
        releases: findings
            .releases
            .releases
            .iter()
            .map(|it| here.link(&Address::release(&it.tag), it.tag.as_str()))
            .collect(),
        why: why(frame, &here, facts),
        what: what.clone(),
    };
    let about = "This page stood in a release and is withdrawn.";
    let way = council.map(|slug| frame.way(&here, &slug)).unwrap_or_default();
    let mut head = frame.head(&here, format!("Withdrawn: {what}"), about, way);
    // Why it is gone, the page itself says; there is nothing on it to cite.
    (head.facts, head.corrections) = (None, Vec::new());
    head.cite.clear();
    (here.address().clone(), head, page)
}

/// The entries that say what became of facts, latest first.
fn why(
    frame: &Frame<'_>,
    here: &Here,
    facts: &BTreeSet<String>,
) -> Vec<(&'static str, DateView, String, String)> {
    let is_of = |it: &&Correction| it.changes.iter().any(|change| facts.contains(&change.fact.value));
    let mut all: Vec<&Correction> = frame.register.shelves.corrections.iter().filter(is_of).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.on.value));
    let page = here.href(&Address::top("corrections"));
    let is_own = |it: &&Withheld| it.facts.iter().any(|fact| facts.contains(&fact.value));
    let withheld: Vec<&Withheld> = frame.register.shelves.withheld.iter().filter(is_own).collect();
    let reason = |it: &&Withheld| ("Withheld", it.on.value.into(), it.because.clone(), String::new());
    let mut told: Vec<_> = withheld.iter().map(reason).collect();
    let entries = all.into_iter().map(|it| {
        let href = format!("{page}#{}", it.id.value);
        (it.kind.label(), it.on.value.into(), it.because.clone(), href)
    });
    told.extend(entries);
    told
}
