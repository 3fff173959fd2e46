//! Pages of prose.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::NOT_FOUND;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::site::glossary;
use crate::pages::site::glossary::FrameworkView;
use crate::pages::site::glossary::WordView;
use crate::record::Page;
use crate::record::page::Adds;
use crate::record::page::Tested;
use crate::register::Filed;

/// A page of prose.
#[derive(Debug, Serialize)]
pub struct ProsePage {
    html: String,
    /// The inspection frameworks, where the page asks for them.
    frameworks: Vec<FrameworkView>,
    visit_kinds: Vec<WordView>,
    tested: Option<TestedView>,
    sources: Vec<SourceView>,
}

/// How the site was tested.
#[derive(Debug, Serialize)]
struct TestedView {
    on: DateView,
    with: Vec<String>,
    checks: Vec<(String, String, String)>,
}

/// A page of prose. `not-found` may be shown at any address, so its links start at the root.
pub fn page(frame: &Frame<'_>, id: &Id, filed: &Filed<Page>) -> (Head, ProsePage, Vec<Id>) {
    let here = if id.as_str() == NOT_FOUND {
        Here::anywhere(&base_path(frame.base_url))
    } else {
        Here::at(Address::top(id.as_str()))
    };
    let html = filed.prose.html(here.root());
    let mut head =
        frame.head(&here, filed.record.title.clone(), filed.record.description.clone(), Vec::new());
    if id.as_str() == NOT_FOUND {
        // It has no address to be found or cited under.
        head.canonical.clear();
        head.cite.clear();
    }
    let mut notes = Notes::new(frame.register, here);
    let adds = filed.record.adds.as_ref().map(|it| it.value) == Some(Adds::Frameworks);
    let kinds = frame.register.vocabulary.visit_kinds.iter().filter(|_| adds);
    let page = ProsePage {
        html,
        frameworks: if adds { glossary::frameworks(frame, &mut notes) } else { Vec::new() },
        visit_kinds: kinds.map(|kind| glossary::word(kind, &mut notes)).collect(),
        tested: filed.record.tested.as_ref().map(tested),
        sources: notes.sources(),
    };
    (head, page, notes.ids())
}

fn tested(it: &Tested) -> TestedView {
    TestedView {
        on: it.on.into(),
        with: it.with.clone(),
        checks: it
            .checks
            .iter()
            .map(|check| (check.what.clone(), check.right.to_string(), check.wrong.to_string()))
            .collect(),
    }
}

/// The path of a site's address: `https://example.org/record/` → `/record/`.
fn base_path(base_url: &str) -> String {
    let after = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    after.find('/').map_or("/", |at| &after[at..]).to_owned()
}
