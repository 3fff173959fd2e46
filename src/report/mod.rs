//! Faults and where they are: gathered in every stage, printed once at the end.
//!
//! A stage makes a [`Fault`], points it at the text with [`Span`]s and hands it to the
//! [`Report`] that it was given. [`print()`] turns the whole report into text, JSON or
//! annotations for a code host.

mod fault;
mod print;
mod sink;
mod span;
mod suggest;

pub use fault::Fault;
pub use fault::Label;
pub use fault::Severity;
pub use print::Format;
pub use print::print;
pub use print::summary;
pub use sink::Report;
pub use span::FileId;
pub use span::Place;
pub use span::SourceText;
pub use span::Span;
pub use span::Spanned;
pub use suggest::list;
pub use suggest::nearest;
