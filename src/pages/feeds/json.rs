//! A feed as JSON Feed 1.1.

use serde_json::Value;
use serde_json::json;

use crate::pages::feeds::Feed;
use crate::pages::feeds::atom::stamp;
use crate::pages::feeds::entry::Entry;
use crate::pages::feeds::home;
use crate::pages::parts::Frame;

/// The feed as text.
pub fn json(frame: &Frame<'_>, feed: &Feed) -> String {
    let site = &frame.register.site;
    let items: Vec<Value> = feed.entries.iter().map(item).collect();
    let value = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": home(frame, feed),
        "feed_url": format!("{}feed.json", frame.absolute(&feed.page)),
        "language": site.language,
        "authors": [{ "name": site.title }],
        "items": items,
    });
    format!("{value:#}\n")
}

fn item(it: &Entry) -> Value {
    json!({
        "id": it.id,
        "url": it.url,
        "title": it.title,
        "content_html": it.html,
        "date_published": stamp(it.published),
        "date_modified": stamp(it.updated),
        "tags": [it.kind],
    })
}
