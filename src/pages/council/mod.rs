//! The pages of one council: its overview, one for each report, visit and intervention, its money, what it
//! was promised, what is next, a brief for a meeting, a card for other sites.

pub mod beside;
pub mod brief;
pub mod comparison;
pub mod differences;
pub mod embed;
pub mod identity;
pub mod inspection;
pub mod intervention;
pub mod next;
pub mod overview;
pub mod questions;
pub mod spending;
pub mod spending_file;
pub mod statements;
pub mod together;
pub mod visit;
