//! What other sites show of this one: cards to embed.

use serde_json::Value;

use crate::case::record;

#[test]
fn an_embedded_card_says_grade_date_and_source_and_needs_nothing_from_elsewhere() {
    let json: Value =
        serde_json::from_str(&record().file("councils/nottingham/embed/oembed.json")).expect("JSON");
    assert_eq!((json["version"].as_str(), json["type"].as_str()), (Some("1.0"), Some("rich")));
    let pasted = json["html"].as_str().expect("HTML");
    for part in ["■ Inadequate", "report of 5 September 2022", "Source: Ofsted", "as at 23 November 2026"] {
        assert!(pasted.contains(part), "{part} is not in\n{pasted}");
    }
    assert!(pasted.contains("href=\"https://loxley.example/councils/nottingham/\""), "{pasted}");
    for load in ["<script", "<img", "<link", "<iframe", "url(", "src="] {
        assert!(!pasted.contains(load), "{load} is in\n{pasted}");
    }
    assert!(record().file("councils/nottingham/embed/card.html").contains("■ Inadequate"));
    assert!(
        record()
            .file("councils/nottingham/index.html")
            .contains("\"https://loxley.example/councils/nottingham/embed/oembed.json\"")
    );
}

#[test]
fn a_council_without_an_overall_grade_has_none_on_its_card() {
    let cards = record().artifacts.iter().filter(|it| it.path.ends_with("/embed/card.html"));
    let texts: Vec<String> = cards.map(|it| String::from_utf8_lossy(&it.bytes).into_owned()).collect();
    let without = texts.iter().find(|it| it.contains("No overall grade:")).expect("one since April 2026");
    assert!(!without.contains("28px") && without.contains("report of"), "{without}");
}
