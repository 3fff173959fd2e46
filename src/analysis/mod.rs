//! What follows from the register: the rating grid, the standing of a council, the order of
//! events, changes of figures. Pure functions of today's date and the register; nothing here
//! derives, averages or fills in a grade.
//!
//! [`derive()`] is the entry.

mod change;
mod comparison;
pub mod expected;
mod findings;
pub mod gaps;
mod grid;
pub mod intervals;
mod lags;
mod lengths;
pub mod matrix;
mod measure_table;
mod pause;
mod per_head;
pub mod publications;
pub mod ratings;
mod real_terms;
pub mod spells;
mod spread;
mod standing;
mod statistics;
pub mod themes;
mod timeline;
mod timing;

pub use change::Change;
pub use change::change;
pub use comparison::Beside;
pub use comparison::beside;
pub use findings::CouncilFindings;
pub use findings::Findings;
pub use findings::derive;
pub use grid::Cell;
pub use grid::Column;
pub use grid::Grid;
pub use grid::GridRow;
pub use grid::cell_of;
pub use intervals::AfterGrade;
pub use lags::Lags;
pub use lags::letter as letter_days;
pub use lengths::Lengths;
pub use lengths::months;
pub use matrix::Matrix;
pub use measure_table::MeasureRow;
pub use measure_table::MeasureTable;
pub use pause::Pause;
pub use per_head::PerHead;
pub use per_head::per_head;
pub use real_terms::NoDeflator;
pub use real_terms::real_terms;
pub use spread::Spread;
pub use spread::latest_period;
pub use standing::Before;
pub use standing::Standing;
pub use standing::is_open;
pub use statistics::Statistics;
pub use statistics::statistics;
pub use timeline::Moment;
pub use timeline::MomentKind;
pub use timing::Timing;
