//! Every code that the program can report has a case that shows it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::faults;

/// Codes in the source: every text of the shape `"area::problem"`.
fn codes_in_source() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files =
        WalkDir::new(src).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let texts = files.map(|file| fs::read_to_string(file.path()).expect("UTF-8"));
    texts
        .flat_map(|text| text.split('"').filter(|part| is_code(part)).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn is_code(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    text.split_once("::").is_some_and(|(area, problem)| word(area) && word(problem))
}

#[test]
fn every_code_has_a_case_and_no_two_faults_lack_a_cure() {
    let told: String = faults::folders()
        .iter()
        .map(|folder| fs::read_to_string(folder.join("expected")).unwrap_or_default())
        .collect();
    let shown: BTreeSet<String> = told
        .split_whitespace()
        .filter_map(|word| word.strip_suffix(':'))
        .filter(|word| is_code(word))
        .map(str::to_owned)
        .collect();
    let source = codes_in_source();
    assert!(source.len() > 60, "the codes are found: {source:?}");
    // What an importer tells is about tables, not content: `imports.rs` shows it.
    let missing: Vec<&String> =
        source.difference(&shown).filter(|code| !code.starts_with("import::")).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
    assert!(!told.contains("NO HELP"), "a fault does not say what to type:\n{told}");
}
