//! The national record: what a reader must find across all councils. The grades in
//! `tests/cases/latest-grades.csv` are a list of our own, so that no grade changes unseen.

use std::fs;

use loxley::analysis::ratings;
use loxley::report::Report;
use loxley::site;
use scraper::ElementRef;
use scraper::Html;
use scraper::Selector;

use crate::case::Case;
use crate::case::cases;
use crate::case::fold;
use crate::case::record;
use crate::case::text_of;
use crate::case::today;

const LINES: [&str; 5] =
    ["Overall effectiveness", "Leadership", "Help and protection", "Children in care", "Care leavers"];

#[track_caller]
fn says(address: &str, words: &[&str]) {
    let text = record().text(address);
    for words in words {
        assert!(text.contains(words), "{address}: “{words}” is not in\n{text}");
    }
}

fn all<'a>(page: &'a Html, words: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(words).expect("a selector")).collect()
}

fn within<'a>(element: ElementRef<'a>, words: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(words).expect("a selector")).collect()
}

fn words_of(element: ElementRef<'_>) -> String {
    fold(&element.text().collect::<String>())
}

/// The grade letter that a council's page shows on a line, in the column of its last report.
fn letter(page: &Html, line: &str) -> &'static str {
    let rows = all(page, "table.grid tbody tr");
    let row = rows.into_iter().find(|row| within(*row, "th").into_iter().any(|head| words_of(head) == line));
    let last = row.and_then(|row| within(row, "td").pop());
    let grade = last.and_then(|cell| within(cell, ".grade").into_iter().next()).map(words_of);
    match grade.as_deref() {
        Some("Outstanding") => "O",
        Some("Good") => "G",
        Some("Requires improvement to be good") => "R",
        Some("Inadequate") => "I",
        _ => "-",
    }
}

#[test]
fn every_council_shows_its_latest_grades_and_no_other() {
    let table = fs::read_to_string(cases().join("latest-grades.csv")).expect("the table");
    let mut wrong = Vec::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let page = Html::parse_document(&record().html(&format!("/councils/{}/", cells[0])));
        let shown: Vec<&str> = LINES.iter().map(|line| letter(&page, line)).collect();
        let reports = all(&page, "table.grid thead time");
        let last = reports.last().and_then(|it| it.value().attr("datetime")).unwrap_or_default();
        if shown != cells[2..] || last != cells[1] {
            wrong.push(format!("{}: {last} {shown:?}, expected {:?}", cells[0], &cells[1..]));
        }
    }
    assert_eq!(table.lines().count(), 157, "153 councils and three that are no more");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_counts_of_grades_are_those_that_ofsted_and_the_overview_published() {
    let case = Case::record();
    let register = site::register(&mut Report::default(), today(), &case.tree(), &mut |_| {});
    let register = register.expect("no faults");
    let counts = |day: &str| {
        let day = day.parse().expect("a date");
        let tally = ratings::tally(&register, day);
        let row = tally.rows.iter().find(|row| row.judgement.wording == "Overall effectiveness");
        let grades = &row.expect("is judged").grades;
        let counts: Vec<usize> = grades.iter().map(|(_, councils)| councils.len()).collect();
        (tally.councils, counts, ratings::without_headline(&register, day).len())
    };
    assert_eq!(counts("2025-03-31"), (153, vec![36, 67, 31, 19], 0));
    assert_eq!(counts("2026-06-29"), (153, vec![46, 63, 29, 13], 2));
}

#[test]
fn the_ratings_page_counts_each_wording_by_itself_and_breaks_between_frameworks() {
    let text = record().text("/ratings/");
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("“{words}” is not in\n{text}"));
    at(
        "Outstanding 46 Good 63 Requires improvement to be good 29 Inadequate 13 No overall grade under the framework 2",
    );
    let (older, newer) = (
        at("Ofsted: Overall judgement through time As at"),
        at("Ofsted: Overall effectiveness through time As at"),
    );
    assert!(older < newer, "the single inspections have a table of their own");
    at("31 March 2025 36 67 31 19 153 of 153");
    let page = Html::parse_document(&record().html("/ratings/"));
    let captions: Vec<String> = all(&page, "caption").into_iter().map(words_of).collect();
    let in_care = captions.iter().filter(|it| it.contains("children in care")).count();
    assert!(in_care >= 2, "children in care, with and without care leavers, are apart: {captions:?}");
}

#[test]
fn councils_inspected_from_april_2026_have_four_grades_and_a_sentence_why_no_overall() {
    for slug in ["somerset", "brent"] {
        let text = record().text(&format!("/councils/{slug}/"));
        assert!(
            text.contains(
                "No overall grade: Ofsted gives no overall grade to inspections begun from April 2026"
            ),
            "{text}"
        );
        let page = Html::parse_document(&record().html(&format!("/councils/{slug}/")));
        let given = LINES[1..].iter().filter(|line| letter(&page, line) != "-").count();
        assert_eq!(given, 4, "{slug}");
        let standing = text_of(&record().html(&format!("/councils/{slug}/")), "section.standing");
        assert!(!standing.contains("Good overall"), "no older grade is carried over: {standing}");
    }
}

#[test]
fn a_grade_stays_with_the_council_that_was_inspected() {
    let new = record().html("/councils/bournemouth-christchurch-and-poole/");
    let page = Html::parse_document(&new);
    let first = all(&page, "table.grid thead time").first().and_then(|it| it.value().attr("datetime"));
    assert_eq!(first, Some("2022-02-11"), "its first inspection is its own");
    assert!(!new.contains("2018-08-24"), "Bournemouth’s report of 2018 is not on its page");
    says(
        "/councils/bournemouth/",
        &[
            "This council no longer exists",
            "Requires improvement to be good overall in the report of 24 August 2018",
        ],
    );
    for page in ["/councils/bournemouth/brief/", "/councils/cumbria/brief/"] {
        says(page, &["This council no longer exists. Its last day was 31 March"]);
    }
    says("/councils/poole/", &["No inspection of this council is recorded here"]);
    says(
        "/councils/north-northamptonshire/",
        &["This council began on 1 April 2021, in the place of Northamptonshire"],
    );
    assert!(!record().text("/councils/west-northamptonshire/").contains("29 July 2019"));
}

#[test]
fn what_a_measure_says_of_each_child_is_counted_before_it_is_rounded() {
    let in_care = record().text("/measures/ro3-children-in-care/");
    assert!(!in_care.contains("0, as returned"), "a council that spent £5,000 did not return 0: {in_care}");
    says("/measures/ro3-children-in-care/", &["Sandwell £5,000 caution less than £1"]);
    says("/measures/ro3-residential/", &["3 of them are 0, as returned"]);
    says("/measures/agency-rate/", &["2 councils are in the return of another, which counts once here"]);
}

#[test]
fn a_figure_of_one_council_has_its_caution_on_the_page_of_its_measure_too() {
    says(
        "/measures/foi-unregistered-placements/",
        &["2024 to 2025 £5,523,000", "caution Part of a year only"],
    );
}

#[test]
fn what_is_known_only_as_more_or_about_stays_so_in_sums_and_tables() {
    let figures = record().html("/councils/nottingham/spending/");
    assert!(!figures.contains("2,377,886"), "over £2.171m has no exact sum in other prices");
    let promises = record().file("promises/promises.csv");
    assert!(promises.contains("about 2027-10"), "Devon’s three years end about October 2027: {promises}");
}

#[test]
fn a_council_page_says_what_the_report_before_gave_and_what_is_not_read() {
    says(
        "/councils/nottingham/",
        &["The report before it, of 7 January 2019, gave Requires improvement to be good overall."],
    );
    let gaps = record().file("evidence/gaps.csv");
    assert!(!gaps.contains("thurrock,Areas"), "a report without a list has no gap: {gaps}");
    says("/conflicts/", &["shown here as Single inspection"]);
    says("/councils/nottingham/next/", &["the record does not reach so far"]);
}

#[test]
fn districts_and_former_names_lead_to_the_council_that_runs_the_services() {
    says(
        "/councils/",
        &[
            "Rushcliffe is a district: Nottinghamshire runs children’s services there.",
            "Allerdale was a district until 31 March 2023: Cumberland runs children’s services there.",
            "Hull: another name for Kingston upon Hull.",
            "Buckinghamshire County Council was the name of Buckinghamshire until 31 March 2020.",
        ],
    );
}

#[test]
fn the_agency_rate_is_one_series_for_england_and_nottingham() {
    says(
        "/measures/agency-rate/",
        &[
            "30 September 2025 13.0%",
            "30 September 2024 break after 16.2%",
            "30 September 2023 17.9%",
            "Nottingham 10.4% East Midlands",
        ],
    );
    let page = Html::parse_document(&record().html("/councils/nottingham/spending/"));
    let rows = all(&page, "tr[id^=agency-rate-202]");
    let rows: Vec<String> = rows.into_iter().map(words_of).collect();
    for (row, (own, england)) in
        rows.iter().rev().take(3).rev().zip([("17.2%", "17.9%"), ("15.5%", "16.2%"), ("10.4%", "13.0%")])
    {
        assert!(row.contains(own) && row.contains(england), "{row}");
    }
    assert!(rows.len() >= 3, "{rows:?}");
}

#[test]
fn a_measure_shows_how_councils_lie_and_ranks_nobody() {
    let page = record().html("/measures/agency-rate/");
    let text = record().text("/measures/agency-rate/");
    assert!(text.contains("half of the") && text.contains("in the middle"), "{text}");
    for word in ["best", "worst", "rank of", "position", "league"] {
        assert!(!text.to_lowercase().contains(word), "{word}");
    }
    let names = Html::parse_document(&page);
    let names: Vec<String> = all(&names, "#councils ~ table tbody th").into_iter().map(words_of).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert!(names.len() > 140 && names == sorted, "in the order of their names");
    assert!(record().text("/measures/s251-children-in-care-gross/").contains("per child aged 0 to 17"));
}

#[test]
fn a_theme_says_how_often_it_was_asked_for_and_where_it_came_back() {
    says(
        "/themes/workforce/",
        &[
            "52 of the 259 reports that were read here asked for it (20%)",
            "Of the 21 whose council’s next report was read too, in 8 the theme came back",
            "Herefordshire 23 July 2018: Enough social workers and managers for caseloads 21 September 2022",
        ],
    );
    says(
        "/councils/herefordshire/inspections/2022-09-21/",
        &["Theme named before (Workforce): report of 23 July 2018"],
    );
}

#[test]
fn a_council_stands_beside_its_neighbours_on_one_measure_and_one_period() {
    let page = Html::parse_document(&record().html("/councils/nottingham/beside/"));
    let rows: Vec<String> = all(&page, "table.beside tbody tr").into_iter().map(words_of).collect();
    assert_eq!(rows.len(), 13, "itself, ten neighbours, its region, England");
    assert!(rows[0].starts_with("Nottingham10.4%"), "{rows:?}");
    assert!(rows[11].starts_with("East Midlands10.3%") && rows[12].starts_with("England13.0%"), "{rows:?}");
}

#[test]
fn an_earlier_edition_stands_beside_its_revision() {
    says(
        "/councils/nottingham/spending/",
        &["£90,750,000", "£90,749,000 in the first release, 18 September 2025"],
    );
    says("/councils/enfield/spending/", &["no return received in the first release"]);
}

#[test]
fn interventions_that_are_not_on_record_are_never_called_none() {
    says(
        "/interventions/",
        &[
            "13 of today’s councils have interventions on record here",
            "no search was made: that is not to say that there was none",
            "no end on record",
        ],
    );
}

#[test]
fn a_visit_known_only_from_a_report_says_so_and_has_no_day() {
    says(
        "/councils/blackburn-with-darwen/visits/2020-02/",
        &[
            "known here only because the inspection report of 18 March 2022 mentions it",
            "This visit gave no grade",
        ],
    );
}

#[test]
fn grades_from_the_overview_alone_say_so_and_link_the_report() {
    says(
        "/councils/bradford/",
        &[
            "known here from one published overview alone",
            "about one in 75 was wrong",
            "The report at Ofsted",
        ],
    );
}

#[test]
fn every_source_leads_to_where_it_is_cited() {
    let pages = record().artifacts.iter().filter(|it| it.path.starts_with("sources/") && it.path.len() > 18);
    let mut dead = Vec::new();
    for artifact in pages {
        let page = Html::parse_document(&String::from_utf8_lossy(&artifact.bytes));
        if all(&page, "section[aria-labelledby=cited] li a").is_empty() {
            dead.push(&artifact.path);
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn the_data_page_says_what_is_held_and_how_far_it_reaches() {
    says(
        "/data/",
        &["Graded inspections 484", "Areas for improvement 1,259", "Inspections published: to 29 June 2026"],
    );
    let file =
        record().artifacts.iter().find(|it| it.path == "data/series/agency-rate.csv").expect("the series");
    assert!(String::from_utf8_lossy(&file.bytes).contains("nottingham,2025-09-30,10.4,"));
}

#[test]
fn a_grade_that_was_given_again_is_dated_from_the_first_report_of_the_run() {
    let since = "Good overall since the report of 27 August 2019, and again in that of 3 November 2023";
    says("/councils/sheffield/", &[since]);
    says(
        "/councils/devon/",
        &["Inadequate overall since the report of 17 March 2020, and again in that of 13 May 2025"],
    );
    says("/councils/bradford/", &["Requires improvement to be good overall since the report of 21 May 2026"]);
}

#[test]
fn where_nobody_looked_for_interventions_the_page_says_so() {
    let sentence =
        "No search for interventions in Liverpool has been made for this record. There may be one.";
    says("/councils/liverpool/", &[sentence]);
    assert!(!record().text("/councils/sandwell/").contains("No search for interventions"));
    says("/councils/sandwell/", &["run by Sandwell Children’s Trust for the council"]);
}

#[test]
fn a_return_unlike_the_years_beside_it_is_flagged_and_not_compared() {
    let page = Html::parse_document(&record().html("/councils/sandwell/spending/"));
    let row = all(&page, "[id='s251-safeguarding-gross-2019-20']").into_iter().map(words_of).next();
    let row = row.expect("the year");
    assert!(row.contains("£3,309,702") && row.contains("caution") && row.contains("not compared"), "{row}");
}

#[test]
fn a_joint_return_stands_with_both_councils_and_says_so() {
    for slug in ["kingston-upon-thames", "richmond-upon-thames", "north-northamptonshire"] {
        says(&format!("/councils/{slug}/spending/"), &["make one return together"]);
    }
    says("/councils/dorset-county-council/spending/", &["30 September 2018 9.6%"]);
}
