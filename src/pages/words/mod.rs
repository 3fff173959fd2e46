//! Values in words: money, lengths, the value of any fact, text safe inside markup.

pub mod lengths;
pub mod money;
mod shown;

pub use shown::shown;

/// A text in HTML or XML.
pub fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
