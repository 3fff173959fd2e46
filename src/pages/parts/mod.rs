//! What all pages share: the head, links, dates, grades, numbered notes, reach.

mod calendar;
pub mod columns;
mod file;
mod here;
mod notes;
mod pasted;
mod reach;
mod views;

pub use calendar::CalendarEntry;
pub use calendar::calendar;
pub use file::PageFile;
pub use here::Frame;
pub use here::Head;
pub use here::Here;
pub use here::NOT_FOUND;
pub use here::SiteView;
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
