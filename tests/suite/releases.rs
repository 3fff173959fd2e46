//! Releases: what was published stays as it was, and what changed is said.

use std::fs;

use serde_json::Value;
use sha2::Digest;

use crate::case::Case;
use crate::commands::ends;
use crate::commands::loxley;

const INSPECTION: &str = "content/councils/barford/inspections/2022-09-05.md";
const OVERALL: &str = "barford/inspections/2022-09-05/judgements/overall";

/// The base site with a release of 23 October 2026.
fn released() -> Case {
    let case = Case::base();
    let said = ends(&loxley(case.root(), &["release", "october", "--as-at", "2026-10-23"]), 0);
    assert!(said.contains("released october as at 23 October 2026"), "{said}");
    case
}

fn build(case: &Case, code: i32) -> String {
    ends(&loxley(case.root(), &["build", "--as-at", "2026-11-23"]), code)
}

fn built(case: &Case, path: &str) -> String {
    fs::read_to_string(case.root().join("public").join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_published_value_cannot_change_in_silence() {
    let case = released();
    build(&case, 0);
    case.edit(INSPECTION, "overall: inadequate", "overall: good");
    let said = build(&case, 1);
    for part in ["fact::changed", OVERALL, "published as `inadequate`", "now `good`", "2022-09-05.md:9:12"] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let entry = format!(
        "corrections:\n  - id: barford-overall\n    kind: correction\n    on: 2026-11-20\n    about: /councils/barford/\n    \
         was: Inadequate.\n    now: Good.\n    because: It was misread.\n    changes:\n      \
         - {{fact: {OVERALL}, was: \"inadequate\", now: \"good\"}}\n"
    );
    fs::write(case.root().join("content/corrections.yaml"), entry).expect("the file can be written");
    build(&case, 0);
}

#[test]
fn what_was_not_known_can_be_put_in_without_a_word() {
    let case = Case::base();
    case.edit(INSPECTION, "overall: inadequate", "overall: not-recorded");
    ends(&loxley(case.root(), &["release", "october", "--as-at", "2026-10-23"]), 0);
    case.edit(INSPECTION, "overall: not-recorded", "overall: inadequate");
    build(&case, 0);
}

#[test]
fn frozen_pages_stay_the_same_whatever_becomes_of_the_record() {
    let case = released();
    build(&case, 0);
    let page = "at/october/councils/barford/index.html";
    let before = built(&case, page);
    assert!(before.contains("This is the page as at 23 October 2026"), "{before}");
    case.edit("content/councils/barford/council.md", "name: Barford", "name: Barford-on-Sea");
    case.edit("content/site.yaml", "title: ", "title: Other ");
    let entry = "corrections:\n  - id: name\n    kind: update\n    on: 2026-11-20\n    about: /councils/barford/\n    was: Barford\n    now: Barford-on-Sea\n    because: It was renamed.\n    changes:\n      - {fact: barford/council/name, was: Barford, now: Barford-on-Sea}\n";
    fs::write(case.root().join("content/corrections.yaml"), entry).expect("the file can be written");
    build(&case, 0);
    assert!(built(&case, "councils/barford/index.html").contains("Barford-on-Sea"));
    assert_eq!(built(&case, page), before);
}

#[test]
fn every_way_out_of_a_frozen_page_leads_somewhere() {
    let case = released();
    build(&case, 0);
    let public = case.root().join("public");
    let mut ways = 0;
    for entry in walkdir::WalkDir::new(public.join("at/october/councils")) {
        let entry = entry.expect("an entry");
        if !entry.file_type().is_file() {
            continue;
        }
        let html = scraper::Html::parse_document(&fs::read_to_string(entry.path()).expect("a page"));
        let selector = scraper::Selector::parse("[href]").expect("a selector");
        for way in html.select(&selector).filter_map(|it| it.value().attr("href")) {
            let file = way.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains(':') {
                continue;
            }
            let target = entry.path().parent().expect("a folder").join(file);
            assert!(target.is_file(), "{}: {way}", entry.path().display());
            ways += 1;
        }
    }
    assert!(ways > 100, "{ways} ways");
}

#[test]
fn frozen_pages_are_kept_from_search_engines_and_point_to_today() {
    let case = released();
    build(&case, 0);
    let html = built(&case, "at/october/councils/barford/index.html");
    assert!(html.contains("noindex"), "{html}");
    assert!(html.contains("councils/barford/\" rel=canonical"), "{html}");
    assert!(html.contains("href=\"../../../../councils/barford/index.html\""), "{html}");
    assert!(!built(&case, "sitemap.xml").contains("/at/"));
}

#[test]
fn a_release_is_made_once_and_the_next_is_of_a_later_day() {
    let case = released();
    let again = ends(&loxley(case.root(), &["release", "october", "--as-at", "2026-11-23"]), 2);
    assert!(again.contains("never changed"), "{again}");
    let early = ends(&loxley(case.root(), &["release", "sooner", "--as-at", "2026-10-23"]), 2);
    assert!(early.contains("later day"), "{early}");
    ends(&loxley(case.root(), &["release", "november", "--as-at", "2026-11-23"]), 0);
    let facts = fs::read_to_string(case.root().join("content/releases/november.csv")).expect("written");
    assert_eq!(facts, "fact,value,sources\r\n", "only what changed is in it");
    build(&case, 0);
}

#[test]
fn a_release_has_the_digest_that_anyone_can_work_out() {
    let case = released();
    let facts = fs::read(case.root().join("content/releases/october.csv")).expect("written");
    let note = fs::read_to_string(case.root().join("content/releases/october.yaml")).expect("written");
    let digest: String = sha2::Sha256::digest(&facts).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(note.contains(&digest), "{note}");
}

#[test]
fn differences_are_told_in_sentences_and_as_json() {
    let case = released();
    case.edit(INSPECTION, "overall: inadequate", "overall: good");
    let said = ends(&loxley(case.root(), &["diff"]), 0);
    assert!(said.contains("1 changed, 0 new, 0 gone"), "{said}");
    let sentence = "Barford, inspection report of 5 September 2022: Overall effectiveness was “Inadequate” and is now “Good”.";
    assert!(said.contains(sentence), "{said}");
    let output = loxley(case.root(), &["diff", "october", "working-copy", "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["differences"][0]["fact"], OVERALL);
    assert_eq!(json["differences"][0]["was"], "inadequate");
    assert_eq!(json["differences"][0]["now"], "good");
}

#[test]
fn a_side_of_a_comparison_that_is_nothing_is_told() {
    let said = ends(&loxley(released().root(), &["diff", "nowhere"]), 2);
    assert!(said.contains("neither a release nor `working-copy`, nor a built site"), "{said}");
}

/// A text without its tags.
fn words(text: &str) -> String {
    let parts = text.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    parts.collect()
}

/// The released base site, its overall grade corrected in the open.
fn corrected() -> Case {
    let case = released();
    case.edit(INSPECTION, "overall: inadequate", "overall: good");
    let entry = format!(
        "corrections:\n  - id: barford-overall\n    kind: correction\n    on: 2026-11-20\n    about: /councils/barford/\n    \
         was: The overall grade was Inadequate.\n    now: The overall grade was Good.\n    because: The report was misread.\n    \
         told_by: A reader\n    changes:\n      - {{fact: {OVERALL}, was: inadequate, now: good}}\n"
    );
    fs::write(case.root().join("content/corrections.yaml"), entry).expect("the file can be written");
    build(&case, 0);
    case
}

#[test]
fn a_correction_is_one_story_wherever_it_is_told() {
    let case = corrected();
    let pages = [
        "councils/barford/index.html",
        "councils/barford/inspections/2022-09-05/index.html",
        "councils/barford/facts/index.html",
        "corrections/index.html",
        "corrections/feed.xml",
        "corrections/feed.json",
        "councils/barford/feed.xml",
        "councils/barford/brief/index.html",
    ];
    for page in pages {
        let text = words(&built(&case, page));
        let told = "Barford, inspection report of 5 September 2022: Overall effectiveness: it said “Inadequate” and says now “Good”.";
        let is_list = page == "corrections/index.html";
        let parts = if is_list {
            vec!["The overall grade was Inadequate.", "The overall grade was Good."]
        } else {
            vec![told, "The report was misread."]
        };
        for part in parts {
            assert!(text.contains(part), "{page} does not say: {part} in\n{text}");
        }
    }
    let facts = built(&case, "councils/barford/facts/index.html");
    assert!(facts.contains("id=\"inspections/2022-09-05/judgements/overall\""), "{facts}");
    assert!(facts.contains("it said “Inadequate” and says now “Good”"), "{facts}");
    let release = built(&case, "at/october/index.html");
    assert!(release.contains("it said “Inadequate” and says now “Good”"), "{release}");
    let old = built(&case, "at/october/councils/barford/facts/index.html");
    assert!(old.contains("Inadequate") && !old.contains("The overall grade was Good."), "{old}");
    let json: Value = serde_json::from_str(&built(&case, "councils/barford/index.json")).expect("JSON");
    let all = json["facts"].as_array().expect("facts");
    let fact = all.iter().find(|it| it["fact"] == OVERALL).expect("the grade");
    assert_eq!(
        (fact["value"].as_str(), fact["changes"][0]["was"].as_str()),
        (Some("good"), Some("inadequate"))
    );
    let data = built(&case, "data/facts.csv");
    assert!(data.lines().any(|line| line.starts_with(&format!("{OVERALL},")) && line.contains(",good,")));
}

#[test]
fn a_citation_leads_to_the_release_while_nothing_has_changed_and_to_today_after() {
    let lead = |case: &Case| {
        let html = built(case, "councils/barford/facts/index.html");
        let at = html.find("#inspections/2022-09-05, ").or_else(|| html.find("#inspections/2022-09-05<"));
        let at = at.unwrap_or_else(|| panic!("{html}"));
        html[..at].rsplit("https://").next().unwrap_or_default().to_owned()
    };
    let case = released();
    build(&case, 0);
    assert!(lead(&case).contains("/at/october/councils/barford/facts/"), "{}", lead(&case));
    assert!(!lead(&corrected()).contains("/at/"), "{}", lead(&corrected()));
}

#[test]
fn a_withdrawn_fact_leaves_its_name_behind() {
    let case = released();
    let events = "content/councils/barford/events.yaml";
    fs::write(case.root().join(events), "events: []\n").expect("the file can be written");
    let said = build(&case, 1);
    let gone = "barford/events/scrutiny-2023";
    assert!(said.contains("fact::withdrawn") && said.contains(&format!("{gone}/title")), "{said}");
}

#[test]
fn a_reply_stands_beside_the_adverse_item_and_so_does_its_absence() {
    let told = |more: &str| {
        let case = Case::base();
        let events = "content/councils/barford/events.yaml";
        case.edit(events, "    source: minutes-2023", "    adverse_to: Acme Homes\n    source: minutes-2023");
        let entry = "replies:\n  - id: acme\n    about: barford/events/scrutiny-2023\n    body: Acme Homes\n    asked: 2026-10-01\n    due: 2026-10-15\n";
        fs::write(case.root().join("content/replies.yaml"), format!("{entry}{more}")).expect("written");
        build(&case, 0);
        let pages = ["councils/barford/index.html", "councils/barford/facts/index.html"];
        pages.map(|page| words(&built(&case, page)))
    };
    for page in told("") {
        assert!(page.contains(
            "Acme Homes was asked on 1 October 2026 for a reply by 15 October 2026; none had come."
        ));
    }
    for page in told("    received: 2026-10-09\n    text: It is not so.\n") {
        assert!(page.contains("Acme Homes replied on 9 October 2026: “It is not so.”"), "{page}");
    }
}

#[test]
fn a_subscriber_is_told_of_a_correction_with_the_event() {
    let case = corrected();
    let feed: Value = serde_json::from_str(&built(&case, "councils/barford/feed.json")).expect("JSON");
    let items = feed["items"].as_array().expect("items").clone();
    let of = |item: &&Value| item["url"].as_str().is_some_and(|it| it.ends_with("/inspections/2022-09-05/"));
    let item = items.iter().find(of).expect("the inspection");
    assert!(item["date_modified"].as_str().is_some_and(|it| it.starts_with("2026-11-20")), "{item}");
    let text = item["content_html"].as_str().unwrap_or_default();
    let told = "Correction, 20 November 2026: Barford, inspection report of 5 September 2022: Overall effectiveness: it said “Inadequate” and says now “Good”.";
    assert!(text.contains(told), "{text}");
    let page = words(&built(&case, "changes/index.html"));
    assert!(page.contains(told), "{page}");
    assert!(page.contains("october") && page.contains("the first release"), "{page}");
}

#[test]
fn a_chart_can_be_pasted_as_it_is_today_and_as_the_release_has_it() {
    let case = released();
    build(&case, 0);
    let page = built(&case, "councils/barford/embed/index.html");
    let now = "img src=\"https://record.example/councils/barford/grades.svg\"";
    let kept = "img src=\"https://record.example/at/october/councils/barford/grades.svg\"";
    let pasted = page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    assert!(pasted.contains(now) && pasted.contains(kept), "{pasted}");
    assert!(pasted.contains("release october, as at 23 October 2026"), "{pasted}");
    let drawing = built(&case, "at/october/councils/barford/grades.svg");
    assert!(drawing.contains("/councils/barford/"), "{drawing}");
}

#[test]
fn our_own_words_and_the_names_of_sources_are_facts_too() {
    let visit = "content/councils/barford/visits/2023-11-22.md";
    let sources = "content/sources/barford.yaml";
    let (figures, measure) = ("content/councils/barford/figures.yaml", "content/measures/foi-private.yaml");
    let cases = [
        (INSPECTION, "Inspectors came in July", "Inspectors left in July", "inspections/2022-09-05/summary"),
        (visit, "area: care-leavers-after-21", "area: first-response", "visits/2023-11-22/finding-areas/"),
        (visit, "themes: [care-leavers]", "themes: [front-door]", "visits/2023-11-22/themes"),
        (sources, "publisher: Barford Echo", "publisher: Another Echo", "sources/press-2023/publisher"),
        // What is set later decides what is read of what was published before.
        (figures, "precision: exact", "precision: exact\n    as_said: about £10 million", "/as-said"),
        (
            measure,
            "real_terms: true",
            "breaks:\n  - at: 2022-04-01\n    because: Another question.\n    source: foi-2023\nreal_terms: true",
            "measures/foi-private/break-days",
        ),
        (measure, "headline: true\n", "", "measures/foi-private/headline"),
        (
            "content/site.yaml",
            "complete_to: 2026-06-29",
            "complete_to: 2022-06-29",
            "site/horizons/inspections",
        ),
    ];
    for (file, was, now, fact) in cases {
        let case = released();
        case.edit(file, was, now);
        let said = build(&case, 1);
        assert!(said.contains("fact::changed") && said.contains(fact), "{fact} is not in\n{said}");
    }
    let case = released();
    case.edit(INSPECTION, "Inspectors came in July", "Inspectors came\nin July");
    // How far the record reaches moves on without a word.
    case.edit("content/site.yaml", "complete_to: 2026-06-29", "complete_to: 2026-09-30");
    build(&case, 0);
    // Nor does it have to be told once the next release has it.
    ends(&loxley(case.root(), &["release", "november", "--as-at", "2026-11-02"]), 0);
    build(&case, 0);
}

#[test]
fn a_publisher_revises_a_series_as_a_whole_and_an_editor_no_value_of_it() {
    let (series, measure) = ("content/series/children-in-care.csv", "content/measures/children-in-care.yaml");
    let revised = |edition: &str, to: &str| {
        let case = released();
        let was = fs::read_to_string(case.root().join(series)).expect("a series");
        let first = was.lines().find(|line| line.starts_with("barford,")).expect("a value").to_owned();
        case.edit(
            measure,
            "source:",
            "editions:\n  - id: first\n    title: first release\n    source: statistics-2025\nsource:",
        );
        let folder = case.root().join("content/series/children-in-care");
        fs::create_dir_all(&folder).expect("a folder");
        let kept =
            if edition == "whole" { was.clone() } else { format!("area,period,value,missing\n{first}\n") };
        fs::write(folder.join("first.csv"), kept).expect("written");
        let (area, period) = first
            .split_once(',')
            .and_then(|(area, rest)| Some((area, rest.split(',').next()?)))
            .expect("a row");
        let now = if to.is_empty() { String::new() } else { format!("{area},{period},{to}\n") };
        fs::write(case.root().join(series), was.replace(&format!("{first}\n"), &now)).expect("written");
        case
    };
    build(&revised("whole", "999,"), 0);
    build(&revised("whole", ",u"), 0);
    assert!(build(&revised("one value", "999,"), 1).contains("fact::changed"));
    assert!(build(&revised("whole", ""), 1).contains("fact::withdrawn"));
}

#[test]
fn a_note_of_a_release_is_as_it_was_sealed() {
    let case = released();
    let note = "content/releases/october.yaml";
    let pages = fs::read_to_string(case.root().join(note)).expect("a note");
    let line = pages.lines().find(|line| line.starts_with("pages:")).expect("its pages").to_owned();
    case.edit(note, &format!("{line}\n"), "");
    fs::remove_file(case.root().join("content/releases/october.tar.br")).expect("it is there");
    assert!(build(&case, 1).contains("release::seal"));
    let case = released();
    for end in ["yaml", "csv", "tar.br"] {
        let of = |tag: &str| case.root().join(format!("content/releases/{tag}.{end}"));
        fs::rename(of("october"), of("latest")).expect("it is there");
    }
    assert!(build(&case, 1).contains("release::seal"));
}

#[test]
fn what_could_point_to_a_child_is_in_no_file_of_the_site_any_more() {
    let case = released();
    let (text, fact) = ("Inspectors came in July 2022.", "barford/inspections/2022-09-05/summary");
    build(&case, 0);
    let kept = "at/october/councils/barford/inspections/2022-09-05/index.html";
    assert!(built(&case, kept).contains(text) && built(&case, "at/october/facts.csv").contains(text));
    // It is noticed: it goes from the record, and is withheld in all that was released.
    case.edit(INSPECTION, text, "Inspectors came.");
    assert!(build(&case, 1).contains("fact::changed"));
    let entry = format!(
        "withheld:\n  - id: july\n    on: 2026-11-20\n    because: It could have pointed to somebody.\n    facts: [{fact}]\n"
    );
    fs::write(case.root().join("content/withheld.yaml"), entry).expect("written");
    build(&case, 0);
    for file in walkdir::WalkDir::new(case.root().join("public")) {
        let file = file.expect("public/ can be walked");
        let bytes =
            if file.file_type().is_file() { fs::read(file.path()).expect("a file") } else { Vec::new() };
        assert!(!String::from_utf8_lossy(&bytes).contains(text), "{}", file.path().display());
    }
    let why = "It could have pointed to somebody.";
    assert!(words(&built(&case, kept)).contains(why));
    assert!(built(&case, "at/october/facts.csv").contains(&format!("{fact},[withheld],")));
    let release = words(&built(&case, "at/october/index.html"));
    assert!(
        release.contains("Since 20 November 2026 one fact of this release is withheld")
            && release.contains(why)
    );
    let digest: String = sha2::Sha256::digest(built(&case, "at/october/facts.csv").as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert!(release.contains(&digest), "the digest is of the file that is there");
    // A citation leads to no page that is withheld.
    let facts = built(&case, "councils/barford/facts/index.html");
    assert!(!facts.contains("/at/october/councils/barford/facts/"), "{facts}");
    let said = ends(&loxley(case.root(), &["release", "november", "--as-at", "2026-11-20"]), 2);
    assert!(said.contains("release on a later day"), "{said}");
    ends(&loxley(case.root(), &["release", "november", "--as-at", "2026-11-22"]), 0);
    build(&case, 0);
    // What the next release says under the same name is shown, and may be said otherwise again.
    assert!(built(&case, "at/november/facts.csv").contains(&format!("{fact},Inspectors came.,")));
    assert!(
        words(&built(&case, "at/november/councils/barford/inspections/2022-09-05/index.html"))
            .contains("Inspectors came.")
    );
}

#[test]
fn a_report_that_has_come_since_is_named_on_the_page_of_the_release() {
    let case = released();
    let new = case.root().join("content/councils/barford/inspections/2026-11-10.md");
    let report = fs::read_to_string(case.root().join(INSPECTION)).expect("a report");
    let (front, _) = report.split_once("also_reported:").expect("its front matter");
    let report = front
        .replace("published: 2022-09-05", "published: 2026-11-10")
        .replace("start: 2022-07-11", "start: 2022-12-05")
        .replace("end: 2022-07-22", "end: 2022-12-16");
    fs::write(&new, format!("{report}source: report-2022\n---\n")).expect("written");
    let said = build(&case, 0);
    let page = built(&case, "at/october/index.html");
    assert!(page.contains("<li id=barford>") || page.contains("id=\"barford\""), "{said}{page}");
    let text = words(&page);
    assert!(text.contains("Barford, inspection report of 10 November 2026"), "{text}");
    assert!(text.contains("Of a council that is not named above nothing has changed"), "{text}");
}

#[test]
fn a_grade_is_not_corrected_by_withholding_it() {
    let case = released();
    case.edit(INSPECTION, "overall: inadequate", "overall: good");
    let entry = format!(
        "withheld:\n  - id: grade\n    on: 2026-11-20\n    because: It was hidden.\n    facts: [{OVERALL}]\n"
    );
    fs::write(case.root().join("content/withheld.yaml"), entry).expect("written");
    assert!(build(&case, 1).contains("withheld::there"));
}

#[test]
fn a_page_that_was_published_does_not_vanish_without_a_word() {
    let case = released();
    fs::remove_file(case.root().join("content/pages/about.md")).expect("it is there");
    let said = build(&case, 1);
    assert!(said.contains("fact::withdrawn") && said.contains("pages/about/title"), "{said}");
}

#[test]
fn a_release_keeps_what_its_pages_load_wherever_it_lies() {
    let case = Case::base();
    let picture = case.root().join("content/pictures/p.png");
    fs::create_dir_all(picture.parent().expect("a folder")).expect("a folder");
    fs::write(&picture, b"\x89PNG").expect("written");
    case.edit(INSPECTION, "Inspectors came in July", "![A plan](/pictures/p.png) Inspectors came in July");
    ends(&loxley(case.root(), &["release", "october", "--as-at", "2026-10-23"]), 0);
    build(&case, 0);
    assert!(
        built(&case, "at/october/councils/barford/inspections/2022-09-05/index.html")
            .contains("pictures/p.png")
    );
    assert!(case.root().join("public/at/october/pictures/p.png").exists());
}

#[test]
fn a_source_put_in_the_place_of_another_is_told() {
    let case = released();
    case.edit("content/councils/barford/figures.yaml", "source: foi-2023\n", "source: minutes-2023\n");
    build(&case, 0);
    let said = ends(&loxley(case.root(), &["diff"]), 0);
    for part in [
        "0 changed, 0 new, 0 gone, 5 with other sources",
        "and 4 facts more rest now on minutes-2023, before on foi-2023.",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let release = words(&built(&case, "at/october/index.html"));
    assert!(release.contains("The same facts, resting on other sources"), "{release}");
    assert!(
        release.contains(
            "4 more: now Minutes of the scrutiny committee, 30 November 2023; before Answer on payments"
        ),
        "{release}"
    );
}

#[test]
fn other_words_for_a_finding_are_other_words_and_another_reading_is_not() {
    let name = |text: &str| blake3::hash(text.as_bytes()).to_hex()[..8].to_owned();
    let was = "weakness: Some children waited too long to be seen.";
    let told = |text: &str, reading: &str| {
        let case = released();
        case.edit(INSPECTION, "Some children waited too long to be seen.", text);
        case.edit(INSPECTION, "reading: weakness", &format!("reading: {reading}"));
        let now = name(&format!("{reading}: {text}"));
        let facts = "barford/inspections/2022-09-05/findings";
        let entry = format!(
            "corrections:\n  - id: finding\n    kind: wording\n    on: 2026-11-20\n    about: /councils/barford/\n    was: Waited.\n    now: Other words.\n    because: It reads better.\n    changes:\n      - fact: {facts}/{}\n        was: '{was}'\n        moved_to: {facts}/{now}\n",
            name(was)
        );
        fs::write(case.root().join("content/corrections.yaml"), entry).expect("the file can be written");
        case
    };
    build(&told("Some children were seen too late.", "weakness"), 0);
    let said = build(&told("Some children were seen too late.", "strength"), 1);
    assert!(said.contains("correction::kind"), "{said}");
}

/// Writes corrections of the overall grade of Barford: id, day, value before, value after.
fn tell(case: &Case, entries: &[(&str, &str, &str, &str)]) {
    let entry = |(id, on, was, now): &(&str, &str, &str, &str)| {
        format!(
            "  - id: {id}\n    kind: correction\n    on: {on}\n    about: /councils/barford/\n    was: {was}.\n    now: {now}.\n    because: It was misread.\n    changes:\n      - {{fact: {OVERALL}, was: {was}, now: {now}}}\n"
        )
    };
    let text = format!("corrections:\n{}", entries.iter().map(entry).collect::<String>());
    fs::write(case.root().join("content/corrections.yaml"), text).expect("the file can be written");
}

#[test]
fn an_entry_tells_one_change_and_not_the_next() {
    let case = released();
    let grade = |was: &str, now: &str| {
        case.edit(INSPECTION, &format!("overall: {was}"), &format!("overall: {now}"));
    };
    let release = |tag: &str, day: &str| {
        ends(&loxley(case.root(), &["release", tag, "--as-at", day]), 0);
    };
    let (to, back) =
        (("to", "2026-10-30", "inadequate", "good"), ("back", "2026-11-03", "good", "inadequate"));
    grade("inadequate", "good");
    tell(&case, &[to]);
    release("second", "2026-11-01");
    grade("good", "inadequate");
    tell(&case, &[to, back]);
    release("third", "2026-11-05");
    build(&case, 0);
    grade("inadequate", "good");
    let said = build(&case, 1);
    assert!(said.contains("fact::changed") && said.contains("release `third`"), "{said}");
    tell(&case, &[to, back, ("again", "2026-11-06", "inadequate", "good")]);
    build(&case, 0);
}

#[test]
fn an_entry_that_a_release_has_is_not_rewritten() {
    let case = corrected();
    ends(&loxley(case.root(), &["release", "second", "--as-at", "2026-11-21"]), 0);
    case.edit("content/corrections.yaml", "because: The report was misread.", "because: The world moved on.");
    let said = build(&case, 1);
    assert!(said.contains("fact::changed") && said.contains("corrections/barford-overall/because"), "{said}");
}

#[test]
fn an_entry_that_contradicts_the_record_is_refused() {
    let case = released();
    case.edit(INSPECTION, "overall: inadequate", "overall: good");
    tell(&case, &[("to", "2026-10-30", "inadequate", "good"), ("false", "2026-11-10", "good", "inadequate")]);
    let said = build(&case, 1);
    assert!(said.contains("correction::now") && said.contains("the record has `good`"), "{said}");
}

#[test]
fn a_correction_of_a_council_stands_on_no_other_councils_page() {
    let case = corrected();
    case.edit("content/corrections.yaml", "about: /councils/barford/", "about: /councils/cranfield/");
    let said = build(&case, 1);
    assert!(said.contains("correction::about") && said.contains("of `cranfield`"), "{said}");
}

#[test]
fn the_address_of_a_withdrawn_page_says_why_it_is_gone() {
    let case = released();
    fs::remove_file(case.root().join("content/councils/barford/visits/2023-11-22.md")).expect("it is there");
    let was = fs::read_to_string(case.root().join("content/releases/october.csv")).expect("written");
    let mut entry = "corrections:\n  - id: visit\n    kind: withdrawal\n    on: 2026-11-20\n    about: /councils/barford/visits/2023-11-22/\n    was: A visit.\n    now: None.\n    because: It was another council’s.\n    changes:\n".to_owned();
    for row in csv::Reader::from_reader(was.as_bytes()).records().map(|row| row.expect("a row")) {
        if row[0].starts_with("barford/visits/2023-11-22/") {
            entry += &format!("      - {{fact: {}, was: {:?}}}\n", &row[0], &row[1]);
        }
    }
    fs::write(case.root().join("content/corrections.yaml"), entry).expect("the file can be written");
    build(&case, 0);
    let page = words(&built(&case, "councils/barford/visits/2023-11-22/index.html"));
    assert!(page.contains("Withdrawn: Barford, visit of 22 November 2023"), "{page}");
    assert!(
        page.contains("It was another council’s.") && page.contains("The page as release october has it"),
        "{page}"
    );
    assert!(!built(&case, "sitemap.xml").contains("/visits/2023-11-22/"));
}
