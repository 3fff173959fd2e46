//! How long, how often: what is measured of small records, case by case.

use std::fs;

use crate::case::Built;
use crate::case::Case;

#[track_caller]
fn rows(built: &Built, path: &str) -> Vec<String> {
    let file = built.artifacts.iter().find(|it| it.path == path).expect(path);
    let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    text.lines().skip(1).map(str::to_owned).collect()
}

/// The spells of instruments, each written `kind from to`, with `-` for a day that is not on record:
/// `from to days`, the latest first.
#[track_caller]
fn spells(instruments: &[&str], expected: &[&str]) {
    let case = Case::base();
    let mut text = "interventions:\n".to_owned();
    for (n, instrument) in instruments.iter().enumerate() {
        let [kind, from, to] = instrument.split(' ').collect::<Vec<_>>()[..] else { panic!("{instrument}") };
        let from = if from == "-" { "not-recorded" } else { from };
        let to = match to.strip_prefix("planned:") {
            Some(planned) => format!("    planned_to: {planned}\n"),
            None if to == "-" => String::new(),
            None => format!("    to: {to}\n"),
        };
        text += &format!(
            "  - id: it-{n}\n    track: childrens-services\n    kind: {kind}\n    instrument: It {n}\n    legal_basis: none\n    issued_by: The department\n    from: {from}\n{to}    about: It.\n    source: minutes-2023\n"
        );
    }
    fs::write(case.root().join("content/councils/barford/interventions.yaml"), text).expect("written");
    let rows = rows(&case.build(), "how-long/interventions.csv");
    let told: Vec<String> = rows
        .iter()
        .map(|row| row.split(',').skip(2).take(3).collect::<Vec<_>>().join(" ").trim_end().to_owned())
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn instruments_that_overlap_or_follow_on_are_one_spell() {
    spells(
        &["direction 2020-01-01 2021-01-01", "commissioner 2020-06-01 2022-01-01"],
        &["2020-01-01 2022-01-01 731"],
    );
    spells(&["commissioner 2021-04-01 2021-12", "board 2022-01 2023-01"], &["2021-04-01 2023-01 640"]);
    spells(
        &["direction 2014-01-01 2015-01-01", "direction 2016-01-01 2017-01-01"],
        &["2016-01-01 2017-01-01 366", "2014-01-01 2015-01-01 365"],
    );
}

#[test]
fn a_spell_is_over_only_if_every_instrument_of_it_is() {
    spells(&["direction 2020-01-01 2021-01-01", "adviser 2020-03-01 -"], &["2020-01-01"]);
    spells(&["direction 2020-01-01 2021-01-01", "adviser - -"], &["2020-01-01"]);
    spells(&["direction 2020-01-01 2021-01-01", "proposal 2020-03-01 -"], &["2020-01-01 2021-01-01 366"]);
    spells(&["direction 2020-01-01 2021-01-01", "other-body 2020-03-01 -"], &["2020-01-01 2021-01-01 366"]);
    spells(&["direction 2020-01-01 2029-01-01"], &["2020-01-01"]);
}

#[test]
fn an_old_instrument_without_an_end_does_not_take_in_what_came_years_later() {
    spells(
        &["improvement-notice 2009-02 planned:2010-02", "direction 2014-01-01 2015-01-01"],
        &["2014-01-01 2015-01-01 365", "2009-02"],
    );
    spells(&["improvement-notice 2012-02 -", "direction 2014-01-01 2015-01-01"], &["2012-02"]);
}

#[test]
fn what_is_known_only_about_or_to_the_year_is_not_measured() {
    spells(&["direction 2020 2021-01-01"], &["2020 2021-01-01"]);
    spells(&["direction 2022-06-01 2022", "adviser 2022-06-01 2022-06-30"], &["2022-06-01 2022"]);
}

/// Barford with one more report, published on `published`, whose overall grade is `grade`.
fn reports(more: &[(&str, &str)]) -> Built {
    let case = Case::base();
    for (published, grade) in more {
        let text = format!(
            "---\nframework: ofsted-ilacs-2023\nkind: standard\nstart: not-recorded\nend: not-recorded\npublished: {published}\nevidence: official-statistics\njudgements:\n  overall: {grade}\n  leaders: good\n  help-and-protection: good\n  in-care: good\n  care-leavers: good\nsource: statistics-2025\n---\n"
        );
        let path = format!("content/councils/barford/inspections/{published}.md");
        fs::write(case.root().join(path), text).expect("written");
    }
    case.build()
}

/// Rows of Barford: grade, first report, number of reports, what ended them, by what, days.
fn held(built: &Built) -> Vec<String> {
    let rows = rows(built, "how-long/grades-held.csv");
    let own = rows.iter().filter(|row| row.starts_with("barford,"));
    let told =
        own.map(|row| row.split(',').skip(2).take(6).collect::<Vec<_>>().join(" ").trim_end().to_owned());
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

#[test]
fn a_grade_is_held_through_reports_that_repeat_it() {
    let built = reports(&[("2024-09-05", "inadequate"), ("2025-09-05", "good")]);
    assert_eq!(held(&built), ["Good 2025-09-05 1", "Inadequate 2022-09-05 2 2025-09-05 another grade 1096"]);
    let intervals = rows(&built, "how-long/intervals.csv");
    assert_eq!(
        intervals.iter().filter(|row| row.starts_with("barford,") && row.contains(",Inadequate,")).count(),
        2
    );
}

#[test]
fn a_report_whose_grade_is_not_on_record_ends_nothing_that_is_measured() {
    let built = reports(&[("2024-09-05", "not-recorded"), ("2025-09-05", "inadequate")]);
    assert_eq!(
        held(&built),
        ["Inadequate 2022-09-05 1 2024-09-05 a report without a grade on record", "Inadequate 2025-09-05 1"]
    );
}

#[test]
fn too_few_cases_make_no_range() {
    let text = Case::base().build().text("/councils/barford/next/");
    assert!(text.contains("no range can be given: too few reports with this grade were followed by another on record (0 of the 5 that are needed)"), "{text}");
    let without = Case::base().build().text("/councils/cranfield/next/");
    assert!(
        without.contains("no range can be given: the latest report has no grade for the council as a whole"),
        "{without}"
    );
}

/// What is said of the next edition of statistics held to 31 March 2025 whose earlier ones, on years to
/// 31 March 2024 and before, were published on these days.
fn next_edition(published: &[&str]) -> String {
    let case = Case::base();
    let mut text = "publications:\n  - id: outturn\n    title: The outturn\n    publisher: The department\n    about: What was spent.\n    holds_to: 2025-03-31\n    editions:\n".to_owned();
    for (n, published) in published.iter().enumerate() {
        let year = 2024 - n;
        text += &format!(
            "      - to: {year}-03-31\n        published: {published}\n        source: statistics-2025\n"
        );
    }
    fs::write(case.root().join("content/publications.yaml"), text).expect("written");
    case.build().text("/next/")
}

#[test]
fn statistics_have_a_range_made_of_earlier_editions() {
    let text = next_edition(&["2024-12-05", "2024-01-20"]);
    assert!(text.contains("From December 2026 to January 2027 still ahead"), "{text}");
    let one = next_edition(&["2024-12-05"]);
    assert!(one.contains("In December 2026 still ahead"), "{one}");
    let past = next_edition(&["2024-08-30"]);
    assert!(past.contains("In August 2026 may be out; it is not in this record"), "{past}");
}
