//! The house: data runs one way, and a room imports only from the floors below it.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// From the ground up; rooms of one line stand side by side and know nothing of each other.
const FLOORS: &[&[&str]] = &[
    &["domain", "report", "charts"],
    &["record"],
    &["register"],
    &["content", "analysis"],
    &["pages", "import"],
    &["outputs"],
    &["site", "publish", "serve"],
    &["cli"],
];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// Every `crate::room` in the source: file and line, the room it is in, the room it names.
fn imports() -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in WalkDir::new(&src).sort_by_file_name() {
        let file = file.expect("src/ can be walked");
        let path = file.path().strip_prefix(&src).expect("below src/");
        let room =
            path.iter().next().and_then(|part| part.to_str()).unwrap_or_default().trim_end_matches(".rs");
        if !file.file_type().is_file() {
            continue;
        }
        for (line, text) in (1..).zip(fs::read_to_string(file.path()).expect("UTF-8").lines()) {
            for rest in text.split("crate::").skip(1) {
                let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                found.push((format!("src/{}:{line}", path.display()), room.to_owned(), used.to_owned()));
            }
        }
    }
    found
}

#[test]
fn imports_run_downwards() {
    let upward: Vec<String> = imports()
        .into_iter()
        .filter(|(_, room, used)| {
            used != room && floor(room).zip(floor(used)).is_some_and(|(own, other)| own <= other)
        })
        .map(|(place, room, used)| format!("{place} {room} -> {used}"))
        .collect();
    assert_eq!(upward, [""; 0]);
}

#[test]
fn every_room_has_a_floor() {
    let homeless: Vec<String> = imports()
        .into_iter()
        .filter(|(_, room, _)| floor(room).is_none() && !["lib", "main"].contains(&room.as_str()))
        .map(|(place, ..)| place)
        .collect();
    assert_eq!(homeless, [""; 0]);
}

#[test]
fn imports_are_written_one_a_line_so_that_this_test_sees_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in WalkDir::new(src).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file()) {
        let text = fs::read_to_string(file.path()).expect("UTF-8");
        assert!(!text.contains("use crate::{"), "{}", file.path().display());
    }
}

#[test]
fn nothing_below_the_command_line_reads_clock_or_environment() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in WalkDir::new(src).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file()) {
        if file.path().components().any(|part| part.as_os_str() == "cli") {
            continue;
        }
        let text = fs::read_to_string(file.path()).expect("UTF-8");
        for word in ["Local::now", "Utc::now", "SystemTime", "Instant::now", "env::var", "current_dir"] {
            assert!(!text.contains(word), "{} reads {word}", file.path().display());
        }
    }
}
