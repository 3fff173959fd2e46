//! The plan: everything that the site says, in words, numbers and tables, page by page. The
//! formats that follow add nothing.
//!
//! [`plan()`] is the entry; one file here for each kind of page, the parts they share in `parts`.

mod areas;
mod beside;
mod brief;
mod catalogue;
mod clock;
mod compare;
mod comparison;
mod corrections;
mod council;
mod councils;
mod described;
mod design;
mod differences;
mod disagreement;
mod events;
mod expected;
mod facts;
mod feeds;
mod finder;
mod glossary;
mod grid;
mod headlines;
mod home;
mod identity;
mod inspection;
mod intervention;
mod json;
mod lasting;
mod lengths;
mod look_alikes;
mod map;
mod matrix;
mod money;
mod nation;
mod next;
mod parts;
mod plan;
mod prose;
mod questions;
mod rated;
mod release;
mod reply;
mod said;
mod search;
mod sitemap;
mod source;
mod spending;
mod spread;
mod standing;
mod statements;
mod tables;
mod through_time;
mod together;
mod visit;
mod windows;

pub use plan::Asset;
pub use plan::Body;
pub use plan::Page;
pub use plan::Plan;
pub use plan::ScriptData;
pub use plan::plan;
