//! The report as people and programs read it: text like a compiler's, JSON, or annotations.

use annotate_snippets::AnnotationKind;
use annotate_snippets::Level;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use serde_json::json;

use crate::report::Fault;
use crate::report::Label;
use crate::report::Place;
use crate::report::Report;
use crate::report::Severity;
use crate::report::SourceText;
use crate::report::span::floor_char_boundary;

/// How faults are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, with the lines in question; `colour` for terminals.
    Text {
        /// Whether to use terminal colours.
        colour: bool,
    },
    /// One JSON document: `{"errors": n, "warnings": n, "faults": [...]}`.
    Json,
    /// Workflow commands (`::error file=…`), which a code host shows beside the change.
    Github,
}

/// The whole report in one string, ending with a newline unless it is empty.
pub fn print(report: &Report, sources: &dyn SourceText, format: Format) -> String {
    let faults = report.faults();
    match format {
        Format::Text { colour } => faults.iter().map(|fault| text(fault, sources, colour)).collect(),
        Format::Github => faults.iter().map(|fault| github(fault, sources)).collect(),
        Format::Json => {
            let rows: Vec<_> = faults.iter().map(|fault| json(fault, sources)).collect();
            let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
            format!("{:#}\n", json!({ "errors": errors, "warnings": warnings, "faults": rows }))
        }
    }
}

/// `3 errors and 1 warning in 2 files`, or `no faults`.
pub fn summary(report: &Report) -> String {
    let faults = report.faults();
    let mut files: Vec<_> = faults.iter().map(|fault| fault.span().file).collect();
    files.dedup();
    let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let errors = count(report.count(Severity::Error), "error");
    let warnings = count(report.count(Severity::Warning), "warning");
    match files.len() {
        0 => "no faults".to_owned(),
        n => format!("{errors} and {warnings} in {}", count(n, "file")),
    }
}

fn text(fault: &Fault, sources: &dyn SourceText, colour: bool) -> String {
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level.primary_title(&fault.message).id(fault.code).elements(snippets(fault, sources));
    if let Some(help) = &fault.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.render(&[group]))
}

/// One snippet a file, cut to the lines that the labels touch, so that a thousand faults of one
/// large file do not each read the whole of it.
fn snippets<'a>(
    fault: &'a Fault,
    sources: &'a dyn SourceText,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut files: Vec<_> = fault.labels.iter().map(|label| label.span.file).collect();
    files.dedup();
    files
        .into_iter()
        .map(|file| {
            let text = sources.text(file);
            let here = || fault.labels.iter().filter(move |label| label.span.file == file);
            let first = here().map(|label| label.span.start as usize).min().unwrap_or_default();
            let last = here().map(|label| label.span.end as usize).max().unwrap_or_default();
            let first = floor_char_boundary(text, first);
            let last = floor_char_boundary(text, last.max(first));
            let from = text[..first].rfind('\n').map_or(0, |it| it + 1);
            let to = text[last..].find('\n').map_or(text.len(), |it| last + it);
            Snippet::source(&text[from..to])
                .path(sources.path(file))
                .line_start(text[..from].matches('\n').count() + 1)
                .annotations(here().map(move |label| annotation(fault, label, from, text)))
        })
        .collect()
}

fn annotation<'a>(
    fault: &Fault,
    label: &'a Label,
    from: usize,
    text: &str,
) -> annotate_snippets::Annotation<'a> {
    let main = label.span == fault.span();
    let kind = if main { AnnotationKind::Primary } else { AnnotationKind::Context };
    let byte = |at: u32| floor_char_boundary(text, at as usize).saturating_sub(from);
    let annotation = kind.span(byte(label.span.start)..byte(label.span.end));
    if label.text.is_empty() { annotation } else { annotation.label(&label.text) }
}

fn json(fault: &Fault, sources: &dyn SourceText) -> serde_json::Value {
    let place = |label: &Label| {
        let at = Place::of(sources.text(label.span.file), label.span.start);
        json!({ "file": sources.path(label.span.file), "line": at.line, "column": at.column, "text": label.text })
    };
    let severity = if fault.severity == Severity::Error { "error" } else { "warning" };
    json!({
        "code": fault.code, "severity": severity, "message": fault.message, "help": fault.help,
        "places": fault.labels.iter().map(place).collect::<Vec<_>>(),
    })
}

fn github(fault: &Fault, sources: &dyn SourceText) -> String {
    let span = fault.span();
    let at = Place::of(sources.text(span.file), span.start);
    let command = if fault.severity == Severity::Error { "error" } else { "warning" };
    let help = fault.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = format!("{}{help}", fault.message);
    let (path, code) = (sources.path(span.file), fault.code);
    let escaped = message.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    format!("::{command} file={path},line={},col={},title={code}::{escaped}\n", at.line, at.column)
}
