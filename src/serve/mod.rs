//! The development server: the last good site, from memory, on this machine only.

mod http;
mod shelf;
mod watch;

pub use http::run;
pub use shelf::Answer;
pub use shelf::Shelf;
pub use watch::Watch;
pub use watch::WatchError;
