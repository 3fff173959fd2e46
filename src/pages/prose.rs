//! Pages of prose.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::NOT_FOUND;
use crate::record::Page;
use crate::register::Filed;

/// A page of prose.
#[derive(Debug, Serialize)]
pub struct ProsePage {
    html: String,
}

/// A page of prose. `not-found` may be shown at any address, so its links start at the root.
pub fn page(frame: &Frame<'_>, id: &Id, filed: &Filed<Page>) -> (Head, ProsePage) {
    let here = if id.as_str() == NOT_FOUND {
        Here::anywhere(&base_path(frame.base_url))
    } else {
        Here::at(Address::top(id.as_str()))
    };
    let html = filed.prose.html(here.root());
    let head = frame.head(&here, filed.record.title.clone(), filed.record.description.clone(), Vec::new());
    (head, ProsePage { html })
}

/// The path of a site's address: `https://example.org/record/` → `/record/`.
fn base_path(base_url: &str) -> String {
    let after = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    after.find('/').map_or("/", |at| &after[at..]).to_owned()
}
