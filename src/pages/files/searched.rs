//! What the search page reads: every page by its title and its words.

use std::collections::BTreeMap;

use serde_json::json;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::body::Body;
use crate::pages::page::Page;
use crate::pages::parts::Frame;
use crate::pages::parts::ScriptData;
use crate::pages::sections::said;
use crate::register::Dossier;

/// The kinds of page, in the order in which results of equal weight stand.
const KINDS: [&str; 10] = [
    "Council",
    "Inspection",
    "Visit",
    "Intervention",
    "Measure",
    "Theme",
    "Region",
    "Page",
    "Source",
    "About a council",
];

/// Every page as `[kind, title, address, words]`: `kind` counts in a list of names; `words` are found
/// but not shown. Pages without a place in the order are left out.
pub fn index(frame: &Frame<'_>, findings: &Findings<'_>, pages: &[Page]) -> ScriptData {
    let words = words(frame, findings);
    let rows = pages.iter().filter_map(|page| {
        let words = words.get(&page.address).map_or("", String::as_str);
        // Short, because every reader of the page loads all rows.
        let address = page.file.strip_suffix("index.html")?;
        Some((kind(&page.body)?, page.head.title.as_str(), address, words))
    });
    let rows: Vec<_> = rows.collect();
    ScriptData { name: "search-index", json: json!({ "kinds": KINDS, "rows": rows }).to_string() }
}

fn kind(body: &Body) -> Option<usize> {
    Some(match body {
        Body::Council(_) => 0,
        Body::Inspection(_) => 1,
        Body::Visit(_) => 2,
        Body::Intervention(_) => 3,
        Body::Measure(_) => 4,
        Body::Theme(_) => 5,
        Body::Region(_) => 6,
        Body::Source(_) => 8,
        Body::Spending(_) | Body::Beside(_) | Body::Statements(_) | Body::Differences(_) | Body::Brief(_) => {
            9
        }
        Body::Search(_) => return None,
        _ => 7,
    })
}

/// What a reader may look for on a page and its title does not say.
fn words(frame: &Frame<'_>, findings: &Findings<'_>) -> BTreeMap<Address, String> {
    let mut words = BTreeMap::new();
    let shelves = &frame.register.shelves;
    for (slug, dossier) in &shelves.dossiers {
        words.insert(Address::spending(slug), measures_of(slug, findings));
        of_council(slug, dossier, &mut words);
    }
    let measures = shelves.measures.iter();
    words.extend(measures.map(|(id, it)| (Address::measure(id), format!("{id} {}", it.definition))));
    words.extend(shelves.themes.iter().map(|it| (Address::theme(&it.id.value), it.about.clone())));
    words.extend(shelves.sources.iter().map(|(id, it)| (Address::source(id), it.value.publisher.clone())));
    let terms: Vec<&str> = shelves.glossary.iter().map(|it| it.title.as_str()).collect();
    words.insert(Address::top("glossary"), terms.join(" "));
    words
}

/// The measures of a council, for its page of figures.
fn measures_of(slug: &Id, findings: &Findings<'_>) -> String {
    let tables = findings.councils.get(slug).into_iter().flat_map(|it| &it.tables);
    tables.map(|table| table.measure.title.as_str()).collect::<Vec<_>>().join("; ")
}

fn of_council(slug: &Id, dossier: &Dossier, words: &mut BTreeMap<Address, String>) {
    let council = dossier.council();
    let districts = council.districts.iter().map(|it| it.name.as_str());
    let former = council.former_names.iter().map(|it| it.name.as_str());
    let happened = dossier.events.iter().map(|it| it.title.as_str());
    let also = council.also_known_as.iter().map(String::as_str);
    let names: Vec<&str> = also.chain(former).chain(districts).chain(happened).collect();
    words.insert(Address::council(slug), names.join(" "));
    for it in &dossier.inspections {
        let areas: Vec<&str> = it.record.areas.iter().map(|area| area.label.as_str()).collect();
        words.insert(Address::inspection(slug, &it.id), areas.join("; "));
    }
    for it in &dossier.visits {
        let findings = it.record.findings.iter().map(|finding| finding.text.as_str());
        let all: Vec<&str> = std::iter::once(it.record.looked_at()).chain(findings).collect();
        words.insert(Address::visit(slug, &it.id), all.join(" "));
    }
    for it in &dossier.interventions {
        words.insert(Address::intervention(slug, &it.id.value), it.about.clone());
    }
    let said = dossier.statements.iter().map(|it| (it.said.as_str(), &it.speaker));
    let promised = dossier.commitments.iter().map(|it| (it.promised.as_str(), &it.speaker));
    let all: Vec<String> =
        promised.chain(said).map(|(words, who)| format!("{} {words}", said::speaker(who))).collect();
    words.insert(Address::statements(slug), all.join("; "));
}
