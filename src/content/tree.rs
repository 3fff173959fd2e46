//! The files of a site, in memory.

use crate::report::FileId;
use crate::report::SourceText;

/// A file that was read.
#[derive(Debug, Clone)]
pub struct TreeFile {
    /// Path below the site's root, with `/`: `content/site.yaml`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    text: String,
    utf8_error: Option<usize>,
}

impl TreeFile {
    /// A file of these bytes.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let path = path.into();
        let is_text = [".md", ".yaml", ".yml", ".csv", ".txt"].iter().any(|end| path.ends_with(end));
        if !is_text {
            return Self { path, bytes, text: String::new(), utf8_error: None };
        }
        let (text, utf8_error) = match std::str::from_utf8(&bytes) {
            Ok(text) => (text.to_owned(), None),
            Err(error) => (String::from_utf8_lossy(&bytes).into_owned(), Some(error.valid_up_to())),
        };
        Self { path, bytes, text, utf8_error }
    }

    /// Its text; bytes that are not UTF-8 stand as U+FFFD, pictures have none.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first byte that is not UTF-8.
    pub fn utf8_error(&self) -> Option<usize> {
        self.utf8_error
    }
}

/// All files of a site, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: Vec<TreeFile>,
}

impl Tree {
    /// A tree of these files.
    pub fn new(mut files: Vec<TreeFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files }
    }

    /// The files with their numbers, by path.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &TreeFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// A file by its number.
    pub fn file(&self, id: FileId) -> &TreeFile {
        &self.files[id.0 as usize]
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<(FileId, &TreeFile)> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((FileId(u32::try_from(at).ok()?), &self.files[at]))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl SourceText for Tree {
    fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    fn text(&self, file: FileId) -> &str {
        self.file(file).text()
    }
}
