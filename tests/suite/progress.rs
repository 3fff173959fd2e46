//! Progress, promises, ranges and disagreements, as a reader meets them.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use scraper::Html;
use scraper::Selector;
use walkdir::WalkDir;

use crate::case::Built;
use crate::case::Case;
use crate::case::record;
use crate::case::text_of;

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

#[test]
fn nottinghams_eight_areas_stand_against_six_visits() {
    let html = record().html("/councils/nottingham/");
    let page = Html::parse_document(&html);
    let table = page.select(&select("table.matrix")).next().expect("a matrix");
    assert_eq!(table.select(&select("tbody tr")).count(), 8);
    assert_eq!(table.select(&select("thead th")).count(), 7);
    let first = table.select(&select("thead th:nth-child(2)")).next().expect("a visit");
    let first: String = first.text().collect();
    says(
        &first,
        &["28 Feb 2023", "known from council minutes or papers; letter not published by the inspectorate"],
    );
    let second = table.select(&select("tbody tr:nth-child(2) th small")).next().expect("said of the second");
    assert_eq!(second.text().collect::<String>(), "theme named before");
    let homeless = table.select(&select("tbody tr:nth-child(6)")).next().expect("the sixth area");
    let homeless: String = homeless.text().collect();
    says(&homeless, &["Response to homeless 16- and 17-year-olds"]);
    assert_eq!(homeless.matches("other subject").count(), 6, "{homeless}");
    let text = record().text("/councils/nottingham/");
    says(
        &text,
        &[
            "Of the eight areas named in September 2022, five have no finding of the six visits on record: Managers’ direction",
        ],
    );
}

#[test]
fn the_report_says_of_each_area_what_is_known_by_whom_and_what_is_not() {
    let html = record().html("/councils/nottingham/inspections/2022-09-05/");
    let homeless = text_of(&html, "#area-homeless-16-17");
    says(
        &homeless,
        &[
            "No finding on record is about it. All six visits since had another subject, as recorded here.",
            "Letters that were not read here in full may say more. One letter was not published.",
        ],
    );
    let workers = text_of(&html, "#area-social-workers");
    says(
        &workers,
        &["25 July 2023", "our reading: mixed", "improving Investment in agency staff had cut caseloads."],
    );
    let page = Html::parse_document(&html);
    let cited = page.select(&select("#area-social-workers .findings li sup a")).count();
    let findings = page.select(&select("#area-social-workers .findings li")).count();
    assert!(findings > 3 && cited >= findings, "{cited} sources beside {findings} findings");
    says(&text_of(&html, "#area-managers-direction"), &["Theme named before", "report of 7 January 2019"]);
}

#[test]
fn a_letter_read_in_full_that_says_nothing_of_an_area_did_not_look_at_it() {
    let case = Case::base();
    case.edit(
        "content/councils/barford/visits/2023-11-22.md",
        "source: statistics-2025",
        "source: letter-2024",
    );
    let sources = case.root().join("content/sources/barford.yaml");
    let letter = "letter-2024:\n  tier: primary\n  publisher: Ofsted\n  title: The letter\n  seen: whole\n";
    let text = fs::read_to_string(&sources).expect("sources");
    fs::write(sources, format!("{}\n{letter}", text.trim_end())).expect("written");
    let html = case.build().html("/councils/barford/");
    let matrix = text_of(&html, "table.matrix");
    says(
        &matrix,
        &["Speed of the first response not looked at", "Support for care leavers after 21 improving"],
    );
    assert!(!html.contains("Letters that were not read here in full"), "every letter was read");
}

#[test]
fn promises_stand_with_their_outcome_and_both_sources() {
    let page = Html::parse_document(&record().html("/promises/"));
    let promises: Vec<String> = page
        .select(&select(".promises > li"))
        .filter(|it| {
            let said = it.select(&select(".who sup a")).count() >= 1;
            said && it.select(&select(".outcome sup a")).count() >= 1
        })
        .map(|it| it.text().collect::<Vec<_>>().join(" "))
        .collect();
    let told: [(&str, &str); 6] = [
        ("A full inspection in February or March 2023", "Not met"),
        ("Between four and six monitoring visits in the next 18 months", "Not met"),
        ("Eight additional social workers", "Cannot tell"),
        ("Ofsted’s letter on the visit of November 2023, expected in January 2024", "Met"),
        ("A full inspection in around September or October 2025", "Replaced"),
        ("A full inspection by March 2026", "Cannot tell"),
    ];
    for (promised, outcome) in told {
        let found = promises.iter().find(|it| it.contains(promised));
        let found = found.unwrap_or_else(|| panic!("“{promised}” is not there with two sources"));
        assert!(found.contains(outcome), "{outcome} is not in {found}");
    }
    let rows = record().file("promises/promises.csv").lines().count() - 1;
    assert_eq!(rows, page.select(&select(".promises > li")).count());
}

#[test]
fn a_promise_past_its_date_without_an_outcome_is_open() {
    let case = Case::base();
    let outcome = "    outcome:\n      status: not-met\n      what: None is recorded here.\n      source: minutes-2023\n";
    case.edit("content/councils/barford/statements.yaml", outcome, "");
    assert!(case.faults().contains("commitment::due"), "{}", case.faults());
    let built = case.build();
    says(&built.text("/promises/"), &["Open (1)", "Open, past its date: no outcome is recorded here."]);
    says(&built.text("/councils/barford/"), &["Open, past its date"]);
    says(
        &built.text("/councils/barford/next/"),
        &["By 31 March 2023 its time has passed", "A full inspection by March 2023"],
    );
}

/// Days from each report with the overall grade `inadequate` to the council's next, read from the
/// record's files by other means than the program's.
fn waits() -> Vec<i64> {
    let mut reports: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
    let folder = Case::record().root().join("content/councils");
    for entry in WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let path = entry.path().to_string_lossy().replace('\\', "/");
        let Some((council, name)) = path.rsplit_once("/inspections/") else { continue };
        let Some(day) = name.strip_suffix(".md") else { continue };
        let text = fs::read_to_string(entry.path()).expect("UTF-8");
        let grade = text.lines().find_map(|line| line.strip_prefix("  overall: "));
        reports.entry(council.to_owned()).or_default().push((day.to_owned(), grade == Some("inadequate")));
    }
    let day = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day");
    let mut waits = Vec::new();
    for all in reports.values_mut() {
        all.sort();
        let pairs = all.windows(2).filter(|pair| pair[0].1);
        waits.extend(pairs.map(|pair| (day(&pair[1].0) - day(&pair[0].0)).num_days()));
    }
    waits.sort_unstable();
    waits
}

#[test]
fn the_time_from_inadequate_to_the_next_report_is_what_the_files_say() {
    let waits = waits();
    let months = |days: f64| format!("{:.1}", days / 30.4375);
    #[expect(clippy::cast_precision_loss, reason = "days are few")]
    let at = |n: usize| waits[n] as f64;
    let half = waits.len() / 2;
    let median = if waits.len() % 2 == 1 { at(half) } else { f64::midpoint(at(half - 1), at(half)) };
    let words = format!(
        "Inadequate SIF 2013, ILACS 2018 and ILACS 2023 {} months {} to {} {}",
        months(median),
        months(at(0)),
        months(at(waits.len() - 1)),
        waits.len()
    );
    let text = record().text("/how-long/").replace('\u{a0}', " ");
    says(&text, &[&words]);
    let table = record().file("how-long/intervals.csv");
    let listed = table
        .lines()
        .filter(|row| row.contains(",Inadequate,"))
        .filter(|row| row.split(',').rev().nth(2).is_some_and(|days| !days.is_empty()));
    assert_eq!(listed.count(), waits.len());
}

#[test]
fn the_next_inspection_is_a_range_with_its_cases_and_never_overdue() {
    let text = record().text("/councils/nottingham/next/");
    says(
        &text,
        &[
            "The next inspection report",
            "After 21 reports that gave Inadequate",
            "half of the times within 43.4",
            "14 of these councils waited while no inspection on record began, from 10 March 2020 to 27 June 2021",
            "now in this range",
        ],
    );
    for page in [
        "/councils/nottingham/visits/2024-11-12/",
        "/promises/",
        "/evidence/",
        "/next/",
        "/how-long/",
        "/councils/nottingham/",
        "/councils/nottingham/next/",
    ] {
        let text =
            record().text(page).replace("never as overdue", "").replace("nothing is called overdue", "");
        assert!(!text.to_lowercase().contains("overdue"), "{page}");
    }
}

#[test]
fn a_calendar_has_unique_names_and_says_that_a_window_is_no_date() {
    let text = record().file("councils/nottingham/next/calendar.ics");
    let whole = text.replace("\r\n ", "");
    let all = |start: &str| {
        whole.lines().filter(|line| line.starts_with(start)).map(str::to_owned).collect::<Vec<_>>()
    };
    let names = all("UID:");
    assert!(names.len() > 2 && names.iter().collect::<BTreeSet<_>>().len() == names.len(), "{names:?}");
    assert!(
        all("SUMMARY:").iter().all(|it| it.contains("not a date") || it.contains("not certain")),
        "{whole}"
    );
    assert!(
        all("DTSTART").iter().all(|it| it.contains("VALUE=DATE") && it[it.len() - 8..] >= *"20261123"),
        "{whole}"
    );
    assert_eq!(text, Case::record().build().file("councils/nottingham/next/calendar.ics"), "the same again");
}

/// The base site with five letters that took 24 to 59 days, and one awaited on a visit begun on `start`.
fn awaited(start: &str) -> Built {
    let case = Case::base();
    let visits = [
        ("2024-01-10", "2024-02-03"),
        ("2024-03-12", "2024-04-12"),
        ("2024-06-04", "2024-07-05"),
        ("2024-09-10", "2024-10-15"),
        ("2025-01-14", "2025-03-14"),
    ];
    let visit = |start: &str, letter: &str| {
        let text = format!(
            "---\nkind: monitoring-visit\nfollows: 2022-09-05\nstart: {start}\nend: not-recorded\nletter: {letter}\nsource: statistics-2025\n---\n"
        );
        let path = case.root().join(format!("content/councils/barford/visits/{start}.md"));
        fs::write(path, text).expect("written");
    };
    for (start, published) in visits {
        visit(start, &format!("published\npublished: {published}"));
    }
    visit(start, "awaited");
    case.build()
}

#[test]
fn an_awaited_letter_has_a_range_measured_from_the_record() {
    let built = awaited("2026-10-20");
    says(
        &built.text("/councils/barford/visits/2026-10-20/"),
        &[
            "The letter is awaited: today lies within the usual range.",
            "come 24 to 59 days after the first day, half of them within 31 (n = 5, visits begun from January 2024 to January 2025)",
            "for this visit from 13 November 2026 to 18 December 2026.",
        ],
    );
    says(&built.text("/councils/barford/next/"), &["The letter on the visit of 20 October 2026"]);
    says(
        &awaited("2026-05-01").text("/councils/barford/visits/2026-05-01/"),
        &["The letter is awaited, beyond the usual range: none of the letters timed here took as long."],
    );
    says(
        &record().text("/councils/nottingham/visits/2023-02-28/"),
        &["No letter is to be expected: the inspectorate did not publish this one."],
    );
    says(&record().text("/councils/nottingham/visits/2023-11-22/"), &["for this visit from"]);
}

#[test]
fn councils_without_a_search_for_interventions_are_named_and_never_said_to_have_none() {
    let text = record().text("/interventions/");
    let folder = Case::record().root().join("content/councils");
    let with = fs::read_dir(&folder).expect("councils").filter_map(Result::ok);
    let with = with.filter(|it| it.path().join("interventions.yaml").exists()).count();
    // One of them, Northamptonshire, is no more.
    says(&text, &[&format!("{} of today’s councils have interventions on record here", with - 1)]);
    let page = Html::parse_document(&record().html("/interventions/"));
    let unsearched = page.select(&select("section[aria-labelledby=not-searched] li")).count();
    says(&text, &[&format!("For the other {unsearched} no search was made")]);
    let now = text_of(&record().html("/interventions/"), "section[aria-labelledby=now] table");
    says(
        &now,
        &[
            "Nottingham Improvement notice, since 24 October 2022",
            "Ministerial envoys, since 22 February 2026",
        ],
    );
    assert!(!now.contains("Proposal"), "{now}");
    let csv = record().file("interventions/interventions.csv");
    let told: usize = fs::read_dir(&folder)
        .expect("councils")
        .filter_map(Result::ok)
        .filter_map(|it| fs::read_to_string(it.path().join("interventions.yaml")).ok())
        .map(|text| text.matches("\n  - id: ").count())
        .sum();
    assert_eq!(csv.matches("\r\n").count() - 1, told);
    says(
        &csv,
        &["nottingham,improvement-notice-2022,childrens-services,improvement-notice,Improvement notice"],
    );
}

#[test]
fn measures_stand_on_one_axis_only_over_a_bridge() {
    let case = Case::base();
    let mixed =
        fs::read_to_string(crate::case::cases().join("faults/a_chart_of_two_measures/content/charts.yaml"));
    let mixed = mixed.expect("the case");
    fs::write(case.root().join("content/charts.yaml"), &mixed).expect("written");
    says(&case.faults(), &["chart::mixed", "FOI answer (Barford Council)", "bridges: [{measures:"]);
    let text = record().text("/councils/nottingham/spending/");
    says(
        &text,
        &[
            "Why these measures can stand on one axis: They are four columns of one return",
            "own provision £25.1m",
        ],
    );
    let csv = record().file("councils/nottingham/spending/together-who-provides.csv");
    says(
        &csv,
        &[
            "period,unit,s251-own,s251-private,s251-voluntary,s251-other-public",
            "2010-11,pounds,11164080.04,15577929.26,52109,0",
        ],
    );
}

#[test]
fn two_figures_of_one_name_stand_side_by_side() {
    let html = record().html("/councils/nottingham/");
    let page = Html::parse_document(&html);
    let pairs: Vec<String> =
        page.select(&select(".alike")).map(|it| it.text().collect::<Vec<_>>().join(" ")).collect();
    assert!(pairs.iter().any(|it| it.contains("almost a quarter") && it.contains("17.2%")), "{pairs:?}");
    assert!(
        pairs.iter().any(|it| it.contains("(section 251, gross)") && it.contains("(revenue outturn)")),
        "spending on children in care by two returns: {pairs:?}"
    );
}

#[test]
fn every_disagreement_is_in_the_ledger_with_its_rule() {
    let text = record().text("/conflicts/");
    says(&text, &["11 July 2022", "4 July 2022", "Why: the document itself is preferred."]);
    let csv = record().file("conflicts/conflicts.csv");
    let page = Html::parse_document(&record().html("/conflicts/"));
    let others = page.select(&select(".disagreements ul li")).count();
    let revised = page.select(&select("section[aria-labelledby=revised] tbody tr")).count();
    let rows = csv.matches("\r\n").count() - 1;
    assert_eq!(rows, others + revised, "every value of the page is in the table");
    assert!(revised > 0);
}

#[test]
fn the_evidence_page_names_ten_gaps_and_the_file_of_each() {
    let page = Html::parse_document(&record().html("/evidence/"));
    let gaps: Vec<String> =
        page.select(&select(".gaps li code")).map(|it| it.text().collect::<String>()).collect();
    assert_eq!(gaps.len(), 10);
    let root = Case::record();
    for file in &gaps {
        let folder = root.root().join(file);
        // What is missing may be the file itself.
        let may_be_missing = file.ends_with("interventions.yaml") || file.ends_with("figures.yaml");
        assert!(
            folder.exists() || (may_be_missing && folder.parent().is_some_and(|it| it.exists())),
            "{file}"
        );
    }
    says(
        &record().text("/evidence/"),
        &["With an archive copy of a source", "Resting on one source", "Gaps by council"],
    );
}

#[test]
fn a_council_page_asks_what_the_record_leaves_open() {
    let text = record().text("/councils/nottingham/");
    says(
        &text,
        &[
            "Questions this record leaves open",
            "Said on 20 September 2022: a full inspection in February or March 2023. It did not come by then.",
            "The next inspection report From March 2025 to November 2027",
        ],
    );
}

#[test]
fn no_line_of_a_bridged_chart_leads_across_a_break() {
    let case = Case::base();
    let folder = case.root().join("content");
    let measure = fs::read_to_string(folder.join("measures/private-outturn.yaml")).expect("a measure");
    let broken =
        "breaks:\n  - at: 2021-04-01\n    because: The return changed.\n    source: statistics-2025\n";
    fs::write(folder.join("measures/own-outturn.yaml"), measure.clone() + broken).expect("written");
    let years = ["2019-20", "2020-21", "2021-22", "2022-23"];
    for (name, first) in [("own-outturn", 100), ("private-outturn", 200)] {
        let rows: String =
            years.iter().zip(first..).map(|(year, value)| format!("barford,{year},{value},\n")).collect();
        fs::write(folder.join(format!("series/{name}.csv")), format!("area,period,value,missing\n{rows}"))
            .expect("written");
    }
    let chart = "charts:\n  - id: both\n    title: Both\n    about: Both of them.\n    measures: [own-outturn, private-outturn]\n    difference:\n      title: Private less own\n      of: private-outturn\n      less: own-outturn\nbridges:\n  - measures: [own-outturn, private-outturn]\n    because: Two columns of one return.\n    source: statistics-2025\n";
    fs::write(folder.join("charts.yaml"), chart).expect("written");
    let built = case.build();
    assert!(built.file("councils/barford/spending/together-both.svg").contains(">break</text>"));
    says(
        &built.file("councils/barford/spending/together-both.csv"),
        &["2022-23,thousand-pounds,103,203,100"],
    );
    says(&built.text("/councils/barford/spending/"), &["Two columns of one return.", "Private less own"]);
}
