//! Every link on every page leads somewhere, and works from `file://`; every page is one that a
//! reader without scripts, or with a screen reader, can use.

use std::collections::BTreeSet;

use scraper::Html;
use scraper::Selector;

use crate::case::Built;
use crate::case::record;

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// One after the other: all of them at once would take a gigabyte.
fn pages(built: &Built) -> impl Iterator<Item = (&str, Html)> {
    let html = built.artifacts.iter().filter(|it| it.path.ends_with(".html"));
    html.map(|it| (it.path.as_str(), Html::parse_document(&String::from_utf8_lossy(&it.bytes))))
}

/// Where a relative link on the page at `from` leads.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[test]
fn search_engines_are_told_of_every_page_and_of_none_that_is_not_there() {
    let built = record();
    let map = built.file("sitemap.xml");
    let told: BTreeSet<String> = map
        .split("<loc>https://loxley.example/")
        .skip(1)
        .filter_map(|rest| rest.split_once("</loc>"))
        .map(|(address, _)| format!("{address}index.html"))
        .collect();
    let pages: BTreeSet<String> =
        built.artifacts.iter().map(|it| it.path.clone()).filter(|it| it.ends_with("index.html")).collect();
    assert_eq!(told, pages);
    assert!(built.file("robots.txt").contains("Sitemap: https://loxley.example/sitemap.xml"));
}

#[test]
fn every_link_leads_to_a_page_and_every_anchor_to_an_element() {
    let built = record();
    let pages = pages(built).collect::<Vec<_>>();
    let files: BTreeSet<&str> = built.artifacts.iter().map(|it| it.path.as_str()).collect();
    let mut targets = BTreeSet::new();
    for (path, html) in &pages {
        for element in html.select(&select("[id]")) {
            let id = element.value().id().unwrap_or_default();
            assert!(targets.insert(format!("{path}#{id}")), "{path} has two elements `{id}`");
        }
    }
    for (path, html) in pages.iter().filter(|(path, _)| *path != "404.html") {
        for element in html.select(&select("a[href], link[href]")) {
            let href = element.value().attr("href").unwrap_or_default();
            if href.contains("://") || href.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) =
                href.split_once('#').map_or((href, None), |(file, anchor)| (file, Some(anchor)));
            let file = if file.is_empty() { (*path).to_owned() } else { resolve(path, file) };
            assert!(files.contains(file.as_str()), "{path} links to {href}, which is not there");
            if let Some(anchor) = anchor {
                if file == "compare/index.html" && *path != file {
                    // There the anchor names the councils that the reader chose.
                    let slug = anchor.strip_prefix("councils=").unwrap_or_default();
                    assert!(
                        files.contains(format!("councils/{slug}/index.html").as_str()),
                        "{path}: {anchor}"
                    );
                    continue;
                }
                assert!(
                    targets.contains(&format!("{file}#{anchor}")),
                    "{path} links to {href}: no such anchor"
                );
            }
        }
    }
}

#[test]
fn no_page_loads_anything_from_elsewhere_and_few_have_a_script() {
    let built = record();
    let files: BTreeSet<&str> = built.artifacts.iter().map(|it| it.path.as_str()).collect();
    let with_script = ["index.html", "councils/index.html", "search/index.html", "compare/index.html"];
    for (path, html) in pages(built) {
        let loads = select(
            "iframe, img[src*='//'], link[rel=stylesheet][href*='//'], [style], script:not([src]):not([type])",
        );
        // A card for other sites brings its style along; the page about it shows it in a frame.
        let (card, about) = (path.ends_with("/embed/card.html"), path.ends_with("/embed/index.html"));
        let is_own = |it: &scraper::ElementRef<'_>| {
            (card && it.value().attr("style").is_some())
                || (about && it.value().attr("src") == Some("card.html"))
        };
        assert!(html.select(&loads).all(|it| is_own(&it)), "{path}");
        for script in html.select(&select("script:not([type='application/ld+json'])")) {
            let src = resolve(path, script.value().attr("src").unwrap_or_default());
            let cites = path.ends_with("/facts/index.html");
            assert!(cites || with_script.contains(&path), "{path} has a script");
            assert!(
                files.contains(src.as_str()) && script.value().attr("defer").is_some(),
                "{path} loads {src}"
            );
        }
        for sheet in html.select(&select("link[rel=stylesheet]")).filter(|_| path != "404.html") {
            let href = resolve(path, sheet.value().attr("href").unwrap_or_default());
            assert!(files.contains(href.as_str()), "{path} loads {href}");
        }
    }
}

#[test]
fn every_page_has_one_heading_a_language_and_headings_in_order() {
    for (path, html) in pages(record()) {
        assert_eq!(html.select(&select("main h1")).count(), 1, "{path}");
        assert_eq!(html.select(&select("html[lang=en-GB]")).count(), 1, "{path}");
        let mut before = 0;
        for heading in html.select(&select("h1, h2, h3, h4")) {
            let level = heading.value().name()[1..].parse::<u8>().expect("a level");
            assert!(level <= before + 1, "{path}: a heading of level {level} after one of level {before}");
            before = level;
        }
    }
}

#[test]
fn every_table_has_a_caption_and_headings_with_a_scope() {
    for (path, html) in pages(record()) {
        for table in html.select(&select("main table")) {
            assert!(
                table.select(&select("caption")).count() == 1 || path.starts_with("methodology"),
                "{path}"
            );
        }
        assert_eq!(html.select(&select("main table th:not([scope])")).count(), 0, "{path}");
    }
}

#[test]
fn no_cell_of_a_table_is_laid_out_as_text() {
    // `.without` is a line of text: on a cell it would push the others into the wrong columns.
    for (path, page) in pages(record()) {
        assert!(page.select(&select(":is(td, th).without")).next().is_none(), "{path}");
    }
}
