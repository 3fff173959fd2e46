//! Sites unlike the national one: new, small, of another regulator, on the eve of a change.

use std::fs;

use crate::case::Case;

#[test]
fn a_new_site_without_inspections_or_figures_builds() {
    let case = Case::base();
    for council in ["barford", "cranfield"] {
        let folder = case.root().join("content/councils").join(council);
        for part in ["inspections", "visits"] {
            let _ = fs::remove_dir_all(folder.join(part));
        }
        for part in ["figures.yaml", "statements.yaml", "events.yaml", "interventions.yaml"] {
            let _ = fs::remove_file(folder.join(part));
        }
    }
    fs::remove_dir_all(case.root().join("content/series")).expect("series");
    let built = case.build();
    let text = built.text("/councils/barford/");
    assert!(text.contains("No inspection of this council is recorded here"), "{text}");
    assert!(built.text("/themes/workforce/").contains("0 of the 0 reports"));
    assert!(built.text("/ratings/").contains("No such grade is recorded here"));
}

#[test]
fn a_council_that_is_to_end_exists_until_its_last_day() {
    let case = Case::base();
    let ends = "abolished:\n  on: 2027-03-31\n  successors: [cranfield]\n  source: statistics-2025\nregion:";
    case.edit("content/councils/barford/council.md", "region:", ends);
    let built = case.build();
    let text = built.text("/councils/barford/");
    assert!(text.contains("This council is to end: its last day is 31 March 2027"), "{text}");
    assert!(!text.contains("no longer exists"));
    assert!(built.text("/").contains("Barford"));
}

#[test]
fn a_grade_that_is_not_yet_published_is_no_missing_inspection() {
    let case = Case::base();
    let path = "content/councils/barford/inspections/2022-09-05.md";
    case.edit(path, "overall: inadequate", "overall: not-yet-published");
    let built = case.build();
    assert!(
        built.text("/councils/").contains("No overall grade: not yet published (report of 5 September 2022)")
    );
    let text = built.text("/ratings/");
    assert!(text.contains("Another judgement, or no grade recorded 1"), "the table adds up: {text}");
}

#[test]
fn another_regulators_site_names_no_country_of_ours() {
    let built = Case::alone("housing").build();
    for page in ["/ratings/", "/regions/", "/changes/", "/themes/", "/interventions/", "/councils/"] {
        let text = built.text(page);
        for word in ["England", "Ofsted", "children"] {
            assert!(!text.contains(word), "{page} says {word}: {text}");
        }
    }
}
