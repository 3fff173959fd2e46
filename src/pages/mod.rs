//! The plan: everything that the site says, in words, numbers and tables, page by page. The
//! formats that follow add nothing.
//!
//! [`plan()`] is the entry. From the ground up: values in `words`; what every page is given in `parts`;
//! `sections` that pages share; `facts` under their names; tables in `downloads` and `feeds`; then the pages
//! themselves, one file for each kind, of one `council`, of the `nation`, and of the `site` as such; at last
//! `routes` and the `files` that need to know all pages. Tests hold these floors.

mod body;
mod council;
mod downloads;
mod facts;
mod feeds;
mod files;
mod nation;
mod page;
mod parts;
mod plan;
mod routes;
mod sections;
mod site;
mod words;

pub use body::Body;
pub use downloads::workbook::Sheet;
pub use downloads::workbook::Workbook;
pub use page::Page;
pub use parts::Corrected;
pub use parts::Frame;
pub use parts::KeptRelease;
pub use parts::ScriptData;
pub use plan::Asset;
pub use plan::Plan;
pub use plan::plan;
pub use site::cards::Picture;
pub use words::escaped;
pub use words::shown;
