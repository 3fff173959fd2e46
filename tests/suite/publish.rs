//! `public/` is brought in line, never rebuilt: what did not change keeps its date, what is not
//! ours stays.

use std::fs;
use std::path::Path;

use loxley::outputs::Artifact;
use loxley::publish;
use loxley::publish::MANIFEST;
use loxley::publish::PublishError;
use loxley::publish::Published;
use tempfile::TempDir;

fn site(files: &[(&str, &str)]) -> Vec<Artifact> {
    files
        .iter()
        .map(|(path, text)| Artifact { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect()
}

fn sync(out: &Path, files: &[(&str, &str)]) -> Published {
    publish::sync(out, &site(files)).expect("the folder can be written")
}

fn read(out: &Path, path: &str) -> String {
    fs::read_to_string(out.join(path)).unwrap_or_default()
}

#[test]
fn only_what_changed_is_written_and_only_what_went_is_removed() {
    let out = TempDir::new().expect("a folder");
    sync(out.path(), &[("a.html", "1"), ("b/index.html", "2"), ("c/d/index.html", "3")]);
    let dates =
        |path: &str| fs::metadata(out.path().join(path)).and_then(|it| it.modified()).expect("a date");
    let before = (dates("a.html"), dates(MANIFEST));
    let counts = sync(out.path(), &[("a.html", "1"), ("b/index.html", "2!")]);
    assert_eq!(counts, Published { written: 1, unchanged: 1, removed: 1 });
    assert_eq!((read(out.path(), "b/index.html").as_str(), dates("a.html")), ("2!", before.0));
    assert!(!out.path().join("c").exists());
}

#[test]
fn a_second_build_with_nothing_changed_writes_nothing() {
    let out = TempDir::new().expect("a folder");
    let files = [("a.html", "1"), ("b/index.html", "2")];
    sync(out.path(), &files);
    let dates =
        |path: &str| fs::metadata(out.path().join(path)).and_then(|it| it.modified()).expect("a date");
    let before = ["a.html", "b/index.html", MANIFEST].map(dates);
    assert_eq!(sync(out.path(), &files), Published { written: 0, unchanged: 2, removed: 0 });
    assert_eq!(["a.html", "b/index.html", MANIFEST].map(dates), before);
}

#[test]
fn files_of_others_are_neither_removed_nor_overwritten() {
    let out = TempDir::new().expect("a folder");
    fs::write(out.path().join("mine.txt"), "mine").expect("written");
    sync(out.path(), &[("a.html", "1")]);
    sync(out.path(), &[("b.html", "2")]);
    assert_eq!(read(out.path(), "mine.txt"), "mine");
    let error = publish::sync(out.path(), &site(&[("mine.txt", "ours")])).expect_err("it is in the way");
    assert!(matches!(error, PublishError::Foreign(_)), "{error}");
    assert_eq!((read(out.path(), "mine.txt").as_str(), read(out.path(), "b.html").as_str()), ("mine", "2"));
}

#[test]
fn a_manifest_cannot_lead_out_of_the_folder() {
    let around = TempDir::new().expect("a folder");
    let out = around.path().join("public");
    fs::create_dir(&out).expect("made");
    fs::write(around.path().join("precious"), "kept").expect("written");
    let hostile = format!("../precious\n{}\n./a\n", around.path().join("precious").display());
    fs::write(out.join(MANIFEST), hostile).expect("written");
    sync(&out, &[("a.html", "1")]);
    assert_eq!(read(around.path(), "precious"), "kept");
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let out = TempDir::new().expect("a folder");
    sync(out.path(), &[("b", "1"), ("c/d.html", "2")]);
    sync(out.path(), &[("b/index.html", "3")]);
    sync(out.path(), &[("b/index.html", "3"), ("c", "4")]);
    assert_eq!((read(out.path(), "b/index.html").as_str(), read(out.path(), "c").as_str()), ("3", "4"));
    sync(out.path(), &[("b", "5"), ("c/d/e.html", "6")]);
    assert_eq!((read(out.path(), "b").as_str(), read(out.path(), "c/d/e.html").as_str()), ("5", "6"));
}

#[test]
fn a_file_that_cannot_be_written_leaves_whole_files_and_the_next_run_mends_it() {
    let out = TempDir::new().expect("a folder");
    sync(out.path(), &[("a.html", "1"), ("gone.html", "2")]);
    fs::write(out.path().join("b"), "mine").expect("written");
    let error = publish::sync(out.path(), &site(&[("a.html", "1!"), ("b/index.html", "3")]))
        .expect_err("b is a file");
    assert!(matches!(&error, PublishError::Disk { path, .. } if path.ends_with("b/index.html")), "{error}");
    assert_eq!((read(out.path(), "b").as_str(), read(out.path(), "gone.html").as_str()), ("mine", "2"));
    assert!(["1", "1!"].contains(&read(out.path(), "a.html").as_str()));
    let names = fs::read_dir(out.path()).expect("read").filter_map(Result::ok).map(|it| it.file_name());
    let left: Vec<_> =
        names.filter(|name| name.to_string_lossy().starts_with(".loxley-") && name != MANIFEST).collect();
    assert!(left.is_empty(), "{left:?}");
    fs::remove_file(out.path().join("b")).expect("removed");
    let counts = sync(out.path(), &[("a.html", "1!"), ("b/index.html", "3")]);
    assert_eq!(counts.removed, 1, "the manifest still knew the file that went");
    assert_eq!(read(out.path(), "b/index.html"), "3");
}
