//! From published tables to record files, by a path that can be gone again next year.
//!
//! Each importer reads a table, makes a [`Draft`] of every record in it, and settles it against
//! the site: a record that is not there is new; one that is there is compared, fact by fact, and
//! left alone. Nothing that an editor wrote is ever overwritten.

mod areas;
mod compare;
mod councils;
mod draft;
mod ees;
mod field;
mod inspections;
mod mapping;
mod mentions;
mod ofsted;
mod outturn;
mod overview;
mod reports;
mod series;
mod settle;
mod table;
mod visits;
#[cfg(feature = "spreadsheets")]
mod workbook;

pub use councils::Neighbourhood;
pub use councils::councils;
pub use draft::Draft;
pub use ees::Selection;
pub use ees::ees;
pub use field::Field;
pub use inspections::inspections;
pub use mapping::Mapping;
pub use mentions::mentions;
pub use ofsted::SHEETS as OFSTED_SHEETS;
pub use ofsted::ofsted;
pub use outturn::Lines;
pub use outturn::outturn;
pub use overview::overview;
pub use series::Edition;
pub use series::series;
pub use settle::Settled;
pub use settle::settle;
pub use table::Row;
pub use table::Table;
pub use visits::visits;
#[cfg(feature = "spreadsheets")]
pub use workbook::sheets;
