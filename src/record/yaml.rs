//! YAML as a tree in which every key and value knows its place. The only module that touches a
//! YAML parser.
//!
//! Stricter than YAML: keys stand once; anchors, aliases, tags and tabs are refused, because a
//! record must say what it says in one place. Scalars stay text until a field says what it is, so
//! `no` is never false and `2022-23` never a number.

use granit_parser::Event;
use granit_parser::Parser;
use granit_parser::ScalarStyle;

use crate::record::hidden;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;
use crate::report::Spanned;

/// A value in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it was written.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A word, number, date or text, as written, without quotes.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in their order.
    Map(Vec<(Spanned<String>, Node)>),
    /// Nothing after the colon.
    Empty,
}

impl Node {
    /// What it is, for a fault: `a list`.
    pub fn describe(&self) -> &'static str {
        match self.kind {
            Kind::Text(_) => "text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "keys and values",
            Kind::Empty => "nothing",
        }
    }
}

/// Where a piece of YAML stands: its file, and the byte of the file at which it starts.
#[derive(Debug, Clone, Copy)]
struct Origin {
    file: FileId,
    base: usize,
}

impl Origin {
    fn span(self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or_default();
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }
}

/// Reads one YAML document.
///
/// * `base`: byte of the file at which `text` starts, for front matter.
/// * returns: the tree, or nothing if the text is empty or cannot be read; why is in `report`.
pub fn parse(report: &mut Report, file: FileId, base: usize, text: &str) -> Option<Node> {
    let origin = Origin { file, base };
    if tabs(report, origin, text) {
        return None;
    }
    let mut builder = Builder { origin, report, stack: Vec::new(), root: None };
    for next in Parser::new_from_str(text) {
        match next {
            Ok((event, span)) => builder.take(event, origin.span(&span)),
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                report.add(syntax(origin, at, &error.info()));
                return None;
            }
        }
    }
    builder.root
}

fn syntax(origin: Origin, at: usize, info: &str) -> Fault {
    let at = origin.base + at;
    let fault = Fault::error("yaml::syntax", Span::new(origin.file, at, at), "this is not YAML").label(info);
    fault.help(
        "each line is `key: value`; put a text that holds `: ` or ` #`, or starts with a sign, in quotes",
    )
}

/// Reports every line that is indented with a tab.
fn tabs(report: &mut Report, origin: Origin, text: &str) -> bool {
    let mut at = 0;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t').filter(|_| !line.trim().is_empty()) {
            let span = Span::new(origin.file, origin.base + at + tab, origin.base + at + tab + 1);
            let fault = Fault::error("yaml::tab", span, "this line is indented with a tab").label("a tab");
            report.add(fault.help("YAML indents with spaces: write two spaces for each step"));
            found = true;
        }
        at += line.len();
    }
    found
}

/// A list or map that is still open.
enum Open {
    List(Span, Vec<Node>),
    Map(Span, Vec<(Spanned<String>, Node)>, Option<Spanned<String>>),
}

struct Builder<'a> {
    origin: Origin,
    report: &'a mut Report,
    stack: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                self.scalar(text.as_ref(), style, span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                self.stack.push(Open::List(span, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                self.stack.push(Open::Map(span, Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(_) => {
                self.refuse(1, false, span);
                self.place(Node { span, kind: Kind::Empty });
            }
            _ => {}
        }
    }

    fn refuse(&mut self, anchor: usize, tag: bool, span: Span) {
        if anchor != 0 {
            let fault = Fault::error(
                "yaml::anchor",
                span,
                "anchors (`&name`) and aliases (`*name`) are not used here",
            );
            self.report.add(fault.help("write the value out where it belongs, or put the text in quotes"));
        }
        if tag {
            let fault = Fault::error("yaml::tag", span, "tags (`!name`) are not used here");
            self.report.add(fault.help("put a text that starts with `!` in quotes"));
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) {
        hidden::refuse(self.report, text, |_| span);
        let empty = style == ScalarStyle::Plain && matches!(text, "" | "~" | "null");
        if let Some(Open::Map(_, _, key @ None)) = self.stack.last_mut() {
            *key = Some(Spanned { value: text.to_owned(), span });
            return;
        }
        let kind = if empty { Kind::Empty } else { Kind::Text(text.to_owned()) };
        self.place(Node { span: trimmed(span, text, style), kind });
    }

    fn close(&mut self) {
        let node = match self.stack.pop() {
            Some(Open::List(span, nodes)) => Node { span, kind: Kind::List(nodes) },
            Some(Open::Map(span, pairs, _)) => {
                let span = pairs.first().map_or(span, |(key, _)| key.span);
                Node { span, kind: Kind::Map(pairs) }
            }
            None => return,
        };
        self.place(node);
    }

    fn place(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = self.root.take().or(Some(node)),
            Some(Open::List(_, nodes)) => nodes.push(node),
            Some(Open::Map(_, pairs, key)) => match key.take() {
                Some(key) => add(self.report, pairs, key, node),
                None => {
                    let fault = Fault::error("yaml::key", node.span, "a key must be a single word");
                    self.report.add(fault.help("write `key: value`"));
                    *key = Some(Spanned {
                        value: String::new(),
                        span: Span { file: self.origin.file, ..node.span },
                    });
                }
            },
        }
    }
}

/// Block texts end where the next line starts: keep the place to the first line.
fn trimmed(span: Span, text: &str, style: ScalarStyle) -> Span {
    match style {
        ScalarStyle::Literal | ScalarStyle::Folded => Span { end: span.start + 1, ..span },
        ScalarStyle::Plain if text.is_empty() => Span { end: span.start, ..span },
        _ => span,
    }
}

fn add(report: &mut Report, pairs: &mut Vec<(Spanned<String>, Node)>, key: Spanned<String>, node: Node) {
    if let Some((first, _)) = pairs.iter().find(|(other, _)| other.value == key.value) {
        let fault =
            Fault::error("yaml::duplicate-key", key.span, format!("`{}` stands here twice", key.value))
                .label("a second time")
                .also(first.span, "first here");
        report.add(fault.help("keep one of the two"));
        return;
    }
    pairs.push((key, node));
}
