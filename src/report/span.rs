//! Places in the text that someone wrote: bytes from the start of a file, and the one
//! conversion of bytes to lines and columns.

use std::ops::Deref;

/// Number of a file in the tree that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that it is in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The stretch `start..end` of `file`; files over 4 GiB are not read.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: byte(start), end: byte(end) }
    }

    /// The first byte of a file: for faults about the file as a whole.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The path and text of a file, for printing faults.
pub trait SourceText {
    /// Path as an author knows it, with `/`, relative to the site's root.
    fn path(&self, file: FileId) -> &str;
    /// The text; bytes that are not UTF-8 stand as U+FFFD.
    fn text(&self, file: FileId) -> &str;
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Place {
    /// The place of byte `at` in `text`; past the end means the end.
    pub fn of(text: &str, at: u32) -> Self {
        let at = floor_char_boundary(text, at as usize);
        let before = &text[..at];
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// The nearest character boundary at or before byte `at` of `text`.
pub(super) fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[track_caller]
    fn check(text: &str, at: u32, line: usize, column: usize) {
        assert_eq!(Place::of(text, at), Place { line, column });
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        check("", 0, 1, 1);
        check("a: b\nc: d\n", 5, 2, 1);
        check("é: b", 2, 1, 2);
        check("é: b", 1, 1, 1);
        check("a\n", 99, 2, 1);
    }
}
