//! One fault: what was written, what was expected, and where.

use crate::report::Span;

/// Whether a fault stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Worth a look; the site is published.
    Warning,
}

/// A note at a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub text: String,
}

/// One thing that is wrong with the content.
///
/// The message names the problem, the first label sits at the place, the help says what to type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Stable name, `area::problem`; tests and tools quote it.
    pub code: &'static str,
    /// Whether it stops the build.
    pub severity: Severity,
    /// One sentence without a full stop.
    pub message: String,
    /// Places, the main one first; never empty.
    pub labels: Vec<Label>,
    /// What to type instead.
    pub help: Option<String>,
}

impl Fault {
    /// A fault that stops the build, at `span`.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        let labels = vec![Label { span, text: String::new() }];
        Self { code, severity: Severity::Error, message: message.into(), labels, help: None }
    }

    /// A fault that is reported while the site is published.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// Words beside the main place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.labels[0].text = text.into();
        self
    }

    /// A second place, with words of its own.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// What to type instead.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The known word that was probably meant, or what to do where there is none.
    #[must_use]
    pub fn suggest(self, meant: Option<&str>, otherwise: impl Into<String>) -> Self {
        match meant {
            Some(word) => self.label(format!("did you mean `{word}`?")).help(format!("write `{word}`")),
            None => self.help(otherwise),
        }
    }

    /// The main place.
    pub fn span(&self) -> Span {
        self.labels[0].span
    }
}
