//! England as a whole: ratings, interventions, measures, themes, regions, what changed, the data.

pub mod areas_through_time;
pub mod changes;
pub mod data;
pub mod interventions;
pub mod measure;
pub mod ratings;
pub mod region;
pub mod spending;
pub mod theme;
pub mod today;
