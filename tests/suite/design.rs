//! What readers meet beyond the words: weight, charts, the map, the finder, the brief, a theme of one's own.

use scraper::Html;
use scraper::Selector;

use crate::case::Built;
use crate::case::Case;
use crate::case::record;
use crate::case::text_of;

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// A file of `assets/` by the beginning of its name.
fn asset<'b>(built: &'b Built, name: &str) -> &'b str {
    let path = format!("assets/{name}.");
    let found = built.artifacts.iter().find(|it| it.path.starts_with(&path)).expect("an asset");
    std::str::from_utf8(&found.bytes).expect("text")
}

#[test]
fn no_council_page_weighs_more_than_100_kilobytes_with_its_style_sheet() {
    let built = record();
    let style = asset(built, "style").len();
    let is_council = |path: &str| {
        path.starts_with("councils/") && path.ends_with("/index.html") && path.matches('/').count() == 2
    };
    let councils = built.artifacts.iter().filter(|it| is_council(&it.path));
    let heavy: Vec<_> = councils.filter(|it| it.bytes.len() + style > 100_000).map(|it| &it.path).collect();
    assert!(heavy.is_empty(), "{heavy:?} with {style} bytes of style");
}

#[test]
fn a_chart_has_a_point_for_every_value_of_its_table() {
    let page = Html::parse_document(&record().html("/councils/nottingham/spending/"));
    let mut drawn = 0;
    for measure in page.select(&select(".measure")) {
        let Some(chart) = measure.select(&select("svg.lines")).next() else { continue };
        let table = measure.select(&select("table")).next().expect("a table beside each chart");
        let values = table.select(&select("tbody tr td:nth-of-type(1) > data")).count();
        // A line has a dot for each value, a step a level end.
        let dots = chart.select(&select(".main circle:not(.doubted)")).count();
        let doubted = chart.select(&select(".main circle.doubted")).count();
        let path = chart
            .select(&select(".main path"))
            .next()
            .and_then(|it| it.value().attr("d"))
            .unwrap_or_default();
        let points = if dots > 0 { dots + doubted } else { path.matches('H').count() };
        assert_eq!(points, values, "{:?}", chart.value().attr("aria-label"));
        drawn += 1;
        let name = chart.value().attr("aria-label").unwrap_or_default();
        let title: String = measure.select(&select("figcaption")).flat_map(|it| it.text()).collect();
        assert_eq!(name, title, "who hears the page is told the same finding");
    }
    assert!(drawn >= 10, "{drawn} charts");
}

#[test]
fn the_map_has_a_tile_for_every_council_that_exists() {
    let page = Html::parse_document(&record().html("/"));
    let names: Vec<String> = page.select(&select(".tiles a title")).map(|it| it.text().collect()).collect();
    assert_eq!(names.len(), 153);
    let says = |name: &str| assert!(names.iter().any(|it| it == name), "{name}");
    says("Nottingham: Inadequate");
    says("Somerset: No overall grade");
    assert!(!names.iter().any(|it| it.starts_with("Poole")), "an abolished council has no tile");
}

#[test]
fn the_finder_and_the_search_read_every_name_and_every_page() {
    let built = record();
    let finder = asset(built, "finder");
    for name in [
        "[\"Rushcliffe\",\"nottinghamshire\",\"a district: Nottinghamshire runs children’s services there\",1]",
        "[\"Nottingham\",\"nottingham\",\"East Midlands\",0]",
        "[\"Poole\",\"poole\",\"no longer exists\",0]",
    ] {
        assert!(finder.contains(name), "{name}");
    }
    let search = asset(built, "search-index");
    let missing: Vec<&String> = built
        .artifacts
        .iter()
        .map(|it| &it.path)
        .filter(|path| path.ends_with("/index.html") && *path != "search/index.html")
        .filter(|path| !search.contains(&format!("\"{}\"", path.trim_end_matches("index.html"))))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_brief_says_where_things_stand_and_asks_what_the_record_leaves_open() {
    let text = text_of(&record().html("/councils/nottingham/brief/"), ".brief");
    for words in [
        "as at 23 November 2026",
        "Inadequate overall since the report of 5 September 2022",
        "£44,990,000",
        "up £11,514,000 (34.4%) from £33,476,000 (2021 to 2022)",
        "A full inspection in February or March 2023",
        "Not met",
        "The last inspection on record was published in September 2022. When is the next one expected?",
        "Of the eight areas named in September 2022, no finding of a visit on record is matched to five",
        "Improvement notice, 24 October 2022: no end is recorded. Is it still in force?",
        "loxley.example/councils/nottingham/",
    ] {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
    let without = text_of(&record().html("/councils/somerset/brief/"), ".brief");
    assert!(without.contains("No overall grade"), "{without}");
}

#[test]
fn a_word_of_the_glossary_is_a_link_where_a_page_first_uses_it() {
    let page = Html::parse_document(&record().html("/councils/nottingham/"));
    let links = select("main a[href*='glossary/index.html#']");
    let hrefs: Vec<&str> = page.select(&links).filter_map(|it| it.value().attr("href")).collect();
    let once = |id: &str| hrefs.iter().filter(|href| href.ends_with(&format!("#{id}"))).count();
    assert_eq!((once("monitoring-visit"), once("improvement-notice"), once("grade")), (1, 1, 1), "{hrefs:?}");
}

#[test]
fn a_theme_of_ones_own_replaces_one_file_and_keeps_the_others() {
    let case = Case::base();
    let folder = case.root().join("themes/loxley");
    std::fs::create_dir_all(folder.join("styles")).expect("made");
    std::fs::write(folder.join("styles/1-tokens.css"), ":root { --paper: #abcdef; }").expect("written");
    let built = case.build();
    let style = asset(&built, "style");
    assert!(
        style.contains("#abcdef") && !style.contains("#fbf8f1") && style.contains(".timeline"),
        "{style}"
    );
}

#[test]
fn how_inspection_works_is_told_from_the_frameworks() {
    let text = record().text("/how-inspection-works/");
    for words in [
        "Kinds of visit Monitoring visit",
        "For inspections begun from 1 January 2018 to 31 December 2022",
        "The experiences and progress of children in care and care leavers",
        "For inspections begun from 1 April 2026 on",
    ] {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

#[test]
fn the_accessibility_statement_says_what_was_tested_and_when() {
    let case = Case::base();
    let tested = "description: d\ntested:\n  on: 2026-11-23\n  with: [A browser 1]\n  checks:\n    - what: It can be read\n      \
                  right: 7\n      wrong: 2\n";
    let page = format!("---\ntitle: Accessibility\n{tested}---\nHow this site is built.\n");
    std::fs::write(case.root().join("content/pages/accessibility.md"), page).expect("written");
    let text = case.build().text("/accessibility/");
    assert!(
        text.contains("on 23 November 2026, with A browser 1") && text.contains("It can be read 7 2"),
        "{text}"
    );
}

#[test]
fn a_report_newer_than_the_record_is_complete_still_has_its_band() {
    let case = Case::base();
    case.edit("content/site.yaml", "complete_to: 2026-06-29", "complete_to: 2020-01-01");
    let html = case.build().html("/councils/barford/");
    let page = Html::parse_document(&html);
    let drawn: Vec<_> =
        page.select(&select("svg.rated rect")).filter_map(|it| it.value().attr("width")).collect();
    let share = |width: &&&str| width.trim_end_matches('%').parse::<f64>().is_ok_and(|it| it > 0.0);
    assert!(!drawn.is_empty() && drawn.iter().filter(share).count() == drawn.len(), "{drawn:?}");
    assert!(html.contains("the last to 5 September 2022"), "{html}");
}
