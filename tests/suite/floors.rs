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

/// The largest room has floors of its own: words below sections, pages below the routes that lead to them.
const PAGES: &[&[&str]] = &[
    &["words"],
    &["parts"],
    &["sections"],
    &["facts"],
    &["downloads", "feeds"],
    &["council"],
    &["nation"],
    &["site"],
    &["body"],
    &["page"],
    &["routes", "files"],
    &["plan"],
];

fn floor(floors: &[&[&str]], room: &str) -> Option<usize> {
    floors.iter().position(|rooms| rooms.contains(&room))
}

/// Every `crate::room` in a folder of the source: file and line, the room it is in, the room it names.
///
/// * `folder`: below `src/`.
/// * `path`: how its rooms are named in imports: `crate::`.
fn imports(folder: &str, path: &str) -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let mut found = Vec::new();
    for file in WalkDir::new(&src).sort_by_file_name() {
        let file = file.expect("src/ can be walked");
        let name = file.path().strip_prefix(&src).expect("below src/");
        let room =
            name.iter().next().and_then(|part| part.to_str()).unwrap_or_default().trim_end_matches(".rs");
        if !file.file_type().is_file() || ["lib", "main", "mod"].contains(&room) {
            continue;
        }
        for (line, text) in (1..).zip(fs::read_to_string(file.path()).expect("UTF-8").lines()) {
            for rest in text.split(path).skip(1) {
                let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                found.push((
                    format!("src/{folder}{}:{line}", name.display()),
                    room.to_owned(),
                    used.to_owned(),
                ));
            }
        }
    }
    found
}

/// Each import that does not run downwards, and each room without a floor.
#[track_caller]
fn check(floors: &[&[&str]], folder: &str, path: &str) {
    let imports = imports(folder, path);
    let wrong = imports.iter().filter(|(_, room, used)| match (floor(floors, room), floor(floors, used)) {
        (Some(own), Some(other)) => room != used && own <= other,
        _ => true,
    });
    let wrong: Vec<String> = wrong.map(|(place, room, used)| format!("{place} {room} -> {used}")).collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn imports_run_downwards() {
    check(FLOORS, "", "crate::");
}

#[test]
fn imports_within_pages_run_downwards() {
    check(PAGES, "pages/", "crate::pages::");
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
