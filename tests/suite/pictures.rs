//! Pictures of pages that are shared, and the site’s icons.

use std::sync::Arc;

use loxley::site;
use loxley::site::Previous;
use loxley::site::Settings;
use serde_json::Value;

use crate::case::Case;
use crate::case::today;
use crate::commands::ends;
use crate::commands::loxley;

#[test]
fn a_shared_page_has_a_picture_that_is_drawn_once() {
    let case = Case::base();
    let tree = case.tree();
    let mut report = loxley::report::Report::default();
    let register = site::register(&mut report, today(), &tree, &mut |_| {}).expect("no faults");
    let theme = loxley::outputs::Theme::load(case.root(), None).expect("the theme");
    let build = |previous: Previous| {
        let settings = Settings { today: today(), base_url: None, minified: true, previous: Some(previous) };
        site::build(&settings, &tree, &theme, &register, &mut |_| {}).expect("it builds")
    };
    let first = build(Previous(Arc::new(|_| None)));
    let find = |path: &str| first.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("{path}"));
    let card = find("councils/barford/card.png").bytes.clone();
    assert!(card.starts_with(b"\x89PNG") && card.len() > 4_000, "{} bytes", card.len());
    let html = String::from_utf8_lossy(&find("councils/barford/index.html").bytes).into_owned();
    assert!(html.contains("/councils/barford/card.png\" property=og:image"), "{html}");
    assert!(find("favicon.ico").bytes.starts_with(&[0, 0, 1, 0]));
    let icons: Value = serde_json::from_slice(&find("site.webmanifest").bytes).expect("JSON");
    for icon in icons["icons"].as_array().expect("icons") {
        find(icon["src"].as_str().expect("a path"));
    }
    // What is there is not drawn again, and a picture of something else is not taken for it: a card with
    // bytes behind its end comes back with them.
    let marked = [card.as_slice(), b"kept"].concat();
    let same = marked.clone();
    let again = build(Previous(Arc::new(move |_| Some(same.clone()))));
    let of = |path: &str| again.iter().find(|it| it.path == path).map(|it| it.bytes.clone()).expect("there");
    assert_eq!(of("councils/barford/card.png"), marked);
    assert!(!of("councils/cranfield/card.png").ends_with(b"kept"));
}

#[test]
fn a_picture_of_an_editor_does_not_take_the_place_of_one_that_is_drawn() {
    let case = Case::base();
    std::fs::write(case.root().join("content/card.png"), b"\x89PNG").expect("the picture can be written");
    let said = ends(&loxley(case.root(), &["build", "--as-at", "2026-11-23"]), 1);
    assert!(said.contains("two files would be `card.png`: rename the one in `content/`"), "{said}");
}
