//! From files to the register: [`discover`] reads the disk, [`read`] makes records of texts,
//! [`check`] holds the records against each other and against the rules of the field.

mod builtin;
mod check;
mod discover;
pub mod front_matter;
mod gather;
mod kind;
mod markdown;
mod read;
mod releases;
mod series;
mod tree;

pub use check::check;
pub use check::facts_twice;
pub use discover::DiscoverError;
pub use discover::discover;
pub use discover::root_above;
pub use read::read;
pub use tree::Tree;
pub use tree::TreeFile;
