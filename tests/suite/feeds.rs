//! Feeds: what a subscriber reads, and what stays the same.

use crate::case::Built;
use crate::case::Case;
use crate::case::record;

/// The entries of a JSON feed.
#[track_caller]
fn items(built: &Built, path: &str) -> Vec<serde_json::Value> {
    let feed: serde_json::Value = serde_json::from_str(&built.file(path)).expect("JSON");
    feed["items"].as_array().expect("items").clone()
}

#[test]
fn a_letter_is_told_in_full_with_its_sources_and_the_day_it_came() {
    let items = items(record(), "councils/nottingham/feed.json");
    let visit =
        items.iter().find(|it| it["id"] == "tag:loxley.example,2026:/councils/nottingham/visits/2024-11-12/");
    let visit = visit.expect("the visit of November 2024");
    assert_eq!(visit["date_published"], "2024-11-12T00:00:00Z");
    assert_eq!(visit["date_modified"], "2024-12-12T00:00:00Z", "the letter came out then");
    let html = visit["content_html"].as_str().expect("text");
    for words in [
        "It gave no grade.",
        "Letter published, 12 December 2024.",
        "Not improving: Unregistered children’s homes were still in use.",
        "https://loxley.example/sources/ofsted-outcomes-2025/",
    ] {
        assert!(html.contains(words), "“{words}” is not in {html}");
    }
}

#[test]
fn both_formats_have_the_same_entries_in_one_order() {
    for path in ["councils/nottingham", "regions/east-midlands", "changes", "changes/visits"] {
        let atom = record().file(&format!("{path}/feed.xml"));
        let names: Vec<&str> = atom
            .split("<entry><id>")
            .skip(1)
            .filter_map(|it| it.split_once("</id>"))
            .map(|(id, _)| id)
            .collect();
        let items = items(record(), &format!("{path}/feed.json"));
        let told: Vec<&str> = items.iter().filter_map(|it| it["id"].as_str()).collect();
        assert_eq!(names, told, "{path}");
        assert!(names.len() > 5, "{path}");
        let days: Vec<&str> = items.iter().filter_map(|it| it["date_modified"].as_str()).collect();
        assert!(days.is_sorted_by(|a, b| a >= b), "{path}");
    }
}

#[test]
fn words_that_look_like_tags_are_words() {
    let case = Case::base();
    case.edit(
        "content/councils/barford/events.yaml",
        "The scrutiny committee hears of the visit",
        "Cost < £5 & <b>more</b>",
    );
    let built = case.build();
    let atom = built.file("councils/barford/feed.xml");
    assert!(atom.contains("<title>Barford: Cost &lt; £5 &amp; &lt;b&gt;more&lt;/b&gt;</title>"), "{atom}");
    let items = items(&built, "councils/barford/feed.json");
    assert!(items.iter().any(|it| it["title"] == "Barford: Cost < £5 & <b>more</b>"), "{items:?}");
}

#[test]
fn a_page_says_where_its_feed_is() {
    for page in ["/councils/nottingham/", "/regions/east-midlands/", "/changes/", "/corrections/"] {
        let html = record().html(page);
        assert!(html.contains("<link rel=alternate type=application/atom+xml href=feed.xml>"), "{page}");
        assert!(html.contains("feed.json"), "{page}");
    }
}
