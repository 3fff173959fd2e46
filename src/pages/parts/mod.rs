//! What all pages share: the head, links, dates, grades, numbered notes, reach.

mod calendar;
pub mod columns;
mod corrected;
mod file;
mod frame;
mod here;
mod notes;
mod pasted;
mod reach;
mod views;

pub use calendar::CalendarEntry;
pub use calendar::calendar;
pub use corrected::Corrected;
pub use corrected::CorrectedView;
pub use corrected::place;
pub use corrected::subject;
pub use corrected::told;
pub use file::PageFile;
pub use frame::Frame;
pub use frame::NOT_FOUND;
pub use frame::SiteView;
pub use here::Head;
pub use here::Here;
pub use notes::Note;
pub use notes::Notes;
pub use notes::SourceView;
pub use notes::view as source_view;
pub use pasted::KeptRelease;
pub use pasted::Pasted;
pub use reach::Reach;
pub use views::DateView;
pub use views::FindingView;
pub use views::GradeView;
pub use views::Link;
pub use views::grade;
