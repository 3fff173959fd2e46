//! Sections that pages share: timeline, grid, standing, figures with their change, drawings with their words.

pub mod areas;
pub mod clock;
pub mod disagreement;
pub mod events;
pub mod expected;
pub mod grid;
pub mod headlines;
pub mod lasting;
pub mod look_alikes;
pub mod map;
pub mod matrix;
pub mod rated;
pub mod reply;
pub mod said;
pub mod spread;
pub mod standing;
pub mod through_time;
pub mod windows;
