//! England as a whole: councils, ratings, interventions, measures, themes, regions, what changed, the data,
//! releases.

mod added;
pub mod areas_through_time;
pub mod changes;
pub mod conflicts;
pub mod councils;
pub mod data;
pub mod evidence;
mod example;
pub mod how_long;
mod how_long_files;
pub mod interventions;
pub mod measure;
pub mod next;
pub mod promises;
pub mod ratings;
pub mod region;
pub mod release;
pub mod spending;
pub mod theme;
pub mod today;
