//! Every folder of `tests/cases/faults` is a site with something wrong; its name is the claim, its
//! `expected` what the author is told. `SNAPSHOTS=overwrite cargo test` rewrites `expected`.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::case::Case;
use crate::case::cases;

/// The folders, by name.
pub fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(cases().join("faults")).expect("the cases can be read");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders
}

#[test]
fn the_base_site_has_no_faults() {
    assert_eq!(Case::base().faults(), "");
}

#[test]
fn every_fault_is_told_at_its_place_with_its_cure() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let told = Case::over_base(&folder).faults();
        let expected = folder.join("expected");
        if env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
            fs::write(&expected, &told).expect("the snapshot can be written");
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if told.is_empty() || fs::read_to_string(&expected).ok().as_deref() != Some(told.as_str()) {
            wrong.push(format!("{name}:\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_faults_of_all_files_come_in_one_run() {
    let case = Case::base();
    case.edit("content/councils/barford/visits/2023-11-22.md", "theme: Care", "theem: Care")
        .edit(
            "content/councils/barford/inspections/2022-09-05.md",
            "overall: inadequate",
            "overall: inadequte",
        )
        .edit("content/councils/barford/figures.yaml", "44990000", "£44.99m")
        .edit("content/pages/about.md", "/glossary/", "/glosary/");
    let told = case.faults();
    for code in ["key::unknown", "judgement::grade", "amount::shape", "link::broken"] {
        assert!(told.contains(code), "{code} is not in\n{told}");
    }
}

#[test]
fn a_misspelt_key_is_one_fault_and_mentions_of_a_faulty_record_are_none() {
    let case = Case::base();
    case.edit("content/councils/barford/inspections/2022-09-05.md", "start: 2022", "strat: 2022");
    let told = case.faults();
    assert_eq!(told.matches("::").count(), 1, "{told}");
    assert!(told.contains("inspections/2022-09-05.md:4:1 key::unknown"), "{told}");
}
