//! The program as people run it: exit codes, words, what it leaves on the disk.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Output;

use crate::case::Case;
use crate::case::TODAY;

pub fn loxley(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loxley"));
    command.current_dir(folder).args(words).env_remove("SOURCE_DATE_EPOCH");
    command.output().expect("the program runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
pub fn ends(output: &Output, code: i32) -> String {
    let said = said(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    said
}

#[test]
fn a_site_builds_from_any_folder_inside_it() {
    let case = Case::base();
    let said = ends(&loxley(&case.root().join("content/councils/barford"), &["build", "--as-at", TODAY]), 0);
    assert!(said.contains("written, 0 unchanged, 0 removed"), "{said}");
    assert!(case.root().join("public/councils/barford/index.html").is_file());
    let again = ends(&loxley(case.root(), &["build", "--as-at", TODAY, "--timings"]), 0);
    assert!(again.contains("0 written") && again.contains("rendering pages"), "{again}");
}

#[test]
fn faults_end_with_one_and_leave_public_as_it_was() {
    let case = Case::base();
    ends(&loxley(case.root(), &["build", "--as-at", TODAY]), 0);
    let page = case.root().join("public/councils/barford/index.html");
    let before =
        (fs::read(&page).expect("built"), fs::metadata(&page).and_then(|it| it.modified()).expect("a date"));
    case.edit("content/councils/barford/figures.yaml", "44990000", "£44.99m");
    let said = ends(&loxley(case.root(), &["build", "--as-at", TODAY]), 1);
    assert!(said.contains("error[amount::shape]") && said.contains("figures.yaml:11:12"), "{said}");
    assert!(said.contains("write `44990000`") && said.contains("nothing was written"), "{said}");
    let after = (
        fs::read(&page).expect("still there"),
        fs::metadata(&page).and_then(|it| it.modified()).expect("a date"),
    );
    assert!(before == after);
}

#[test]
fn each_of_the_worst_mistakes_stops_the_build() {
    let council = "content/councils/barford";
    let mistakes = [
        (format!("{council}/visits/2023-11-22.md"), "theme:", "overall: good\ntheme:", "visit::grade"),
        (
            format!("{council}/inspections/2022-09-05.md"),
            "  leaders:",
            "  care-leavers: good\n  leaders:",
            "judgement::framework",
        ),
        (
            "content/councils/cranfield/inspections/2026-06-20.md".into(),
            "  leaders:",
            "  overall: good\n  leaders:",
            "judgement::no-overall",
        ),
        (format!("{council}/figures.yaml"), "44990000", "£44.99m", "amount::shape"),
        (format!("{council}/visits/2023-11-22.md"), "source: statistics-2025", "", "key::missing"),
    ];
    for (file, from, to, code) in mistakes {
        let case = Case::base();
        case.edit(&file, from, to);
        let said = ends(&loxley(case.root(), &["build", "--as-at", TODAY]), 1);
        assert!(said.contains(code), "{said}");
        assert!(!case.root().join("public").exists());
    }
}

#[test]
fn check_prints_for_people_for_programs_and_for_code_hosts() {
    let case = Case::base();
    case.edit("content/councils/barford/figures.yaml", "44990000", "lots");
    let text = ends(&loxley(case.root(), &["check", "--as-at", TODAY]), 1);
    assert!(text.contains("--> content/councils/barford/figures.yaml:11:12"), "{text}");
    let json = loxley(case.root(), &["check", "--as-at", TODAY, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!((&json["errors"], &json["faults"][0]["code"]), (&1.into(), &"amount::shape".into()));
    assert_eq!(json["faults"][0]["places"][0]["line"], 11);
    let github = ends(&loxley(case.root(), &["check", "--as-at", TODAY, "--format", "github"]), 1);
    assert!(
        github.starts_with("::error file=content/councils/barford/figures.yaml,line=11,col=12,"),
        "{github}"
    );
    assert!(!case.root().join("public").exists());
}

#[test]
fn a_good_site_checks_with_zero_and_a_warning_does_not_stop_it() {
    let case = Case::base();
    assert!(ends(&loxley(case.root(), &["check", "--as-at", TODAY]), 0).contains("no faults"));
    case.edit("content/councils/barford/events.yaml", "2023-11-30", "2032-11-30");
    let said = ends(&loxley(case.root(), &["build", "--as-at", TODAY]), 0);
    assert!(said.contains("warning[date::future]") && said.contains("0 errors and 1 warning"), "{said}");
}

#[test]
fn wrong_usage_ends_with_two() {
    let case = Case::base();
    let nowhere = tempfile::TempDir::new().expect("a folder");
    assert!(ends(&loxley(nowhere.path(), &["build"]), 2).contains("no site here"));
    ends(&loxley(case.root(), &["build", "--as-at", "yesterday"]), 2);
    ends(&loxley(case.root(), &["bild"]), 2);
    ends(&loxley(case.root(), &["build", "--jobs", "0"]), 2);
    ends(&loxley(case.root(), &["build", "--base-url", "here"]), 2);
}

#[test]
fn a_disk_that_cannot_be_written_ends_with_three() {
    let case = Case::base();
    fs::write(case.root().join("public"), "a file").expect("written");
    let said = ends(&loxley(case.root(), &["build", "--as-at", TODAY]), 3);
    assert!(said.contains("error: cannot") && said.contains("public"), "{said}");
}

#[test]
fn the_day_can_come_from_the_environment() {
    let case = Case::base();
    let mut command = Command::new(env!("CARGO_BIN_EXE_loxley"));
    command.current_dir(case.root()).arg("build").env("SOURCE_DATE_EPOCH", "1795392000");
    ends(&command.output().expect("the program runs"), 0);
    let page = fs::read_to_string(case.root().join("public/index.html")).expect("built");
    assert!(page.contains("23 November 2026"), "{page}");
}

#[test]
fn a_broken_template_is_named_with_its_line() {
    let case = Case::base();
    let templates = case.root().join("themes/loxley/templates");
    fs::create_dir_all(&templates).expect("made");
    fs::write(templates.join("prose.html"), "<p>\n{{ head.titel }}\n</p>").expect("written");
    let said = ends(&loxley(case.root(), &["build", "--as-at", TODAY]), 1);
    assert!(said.contains("prose.html:2") && said.contains("titel"), "{said}");
    assert!(!case.root().join("public").exists());
}

#[test]
fn every_command_explains_itself_with_an_example() {
    let case = Case::base();
    for command in ["build", "check", "serve", "import"] {
        let said = ends(&loxley(case.root(), &[command, "--help"]), 0);
        assert!(said.contains("Examples:") && said.contains("--as-at"), "{said}");
    }
    assert!(ends(&loxley(case.root(), &["--help"]), 0).contains("Exit codes"));
}

#[test]
fn a_thousand_faulty_records_are_all_told() {
    let case = Case::base();
    let good = fs::read_to_string(case.root().join("content/councils/barford/visits/2023-11-22.md"))
        .expect("a visit");
    for at in 0..1000 {
        let folder = case.root().join(format!("content/councils/council-{at:04}/visits"));
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join("2023-11-22.md"), good.replace("start: ", "strat: ")).expect("written");
    }
    let output = loxley(case.root(), &["check", "--as-at", TODAY]);
    let said = ends(&output, 1);
    assert_eq!(said.matches("error[key::unknown]").count(), 1000);
    assert!(said.contains("1000 errors and 0 warnings in 1000 files"), "{}", &said[said.len() - 200..]);
}
