//! Splits a Markdown file into its front matter and its text.

use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;

/// The two parts of a file, each with the byte at which it starts.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The YAML between the two lines `---`.
    pub yaml: (usize, &'a str),
    /// The Markdown after them.
    pub markdown: (usize, &'a str),
}

/// Splits `text` after its front matter; nothing means that the report says why.
pub fn split<'a>(report: &mut Report, file: FileId, text: &'a str) -> Option<Parts<'a>> {
    let help = "start the file with a line `---`, then keys and values, then another line `---`";
    let start = opening(text);
    let Some(start) = start else {
        let span = Span::new(file, 0, text.lines().next().map_or(0, str::len));
        report.add(Fault::error("front-matter::missing", span, "this file has no front matter").help(help));
        return None;
    };
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let after = at + line.len();
            return Some(Parts { yaml: (start, &text[start..at]), markdown: (after, &text[after..]) });
        }
        at += line.len();
    }
    let fault = Fault::error("front-matter::open", Span::new(file, 0, 3), "this front matter does not end");
    report.add(fault.label("opened here").help("write a line `---` after the last key"));
    None
}

fn opening(text: &str) -> Option<usize> {
    let first = text.split_inclusive('\n').next()?;
    let marker = first.trim_start_matches('\u{FEFF}').trim_end();
    (marker == "---").then_some(first.len())
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::report::FileId;
    use crate::report::Report;

    #[track_caller]
    fn check(text: &str, yaml: &str, markdown: &str) {
        let mut report = Report::default();
        let parts = split(&mut report, FileId(0), text).expect("has front matter");
        assert_eq!((parts.yaml.1, parts.markdown.1), (yaml, markdown));
        assert_eq!(&text[parts.markdown.0..], markdown);
    }

    #[test]
    fn both_parts_keep_their_place() {
        check("---\na: b\n---\ntext\n", "a: b\n", "text\n");
        check("---\r\na: b\r\n---\r\ntext", "a: b\r\n", "text");
        check("---\n---\n", "", "");
        check("\u{FEFF}---\na: b\n---\n", "a: b\n", "");
    }
}
