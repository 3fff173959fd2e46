//! Records as someone wrote them: one file here for each kind of record, every field documented
//! as its author needs it, every value with its place in the text.
//!
//! [`yaml`] makes a tree with places, [`read`] turns trees into shapes and finds every fault of a
//! file in one pass. What the values mean together is checked in `content`.

pub mod chart;
pub mod correction;
pub mod council;
pub mod event;
pub mod figure;
pub mod framework;
pub mod hidden;
pub mod inspection;
pub mod intervention;
pub mod measure;
pub mod page;
pub mod publication;
pub mod read;
pub mod release;
pub mod reply;
pub mod shared;
pub mod site;
pub mod source;
pub mod statement;
pub mod visit;
pub mod vocabulary;
pub mod withheld;
pub mod yaml;

pub use chart::Chart;
pub use correction::Correction;
pub use council::Council;
pub use event::Event;
pub use figure::Caution;
pub use figure::Figure;
pub use framework::Framework;
pub use inspection::Area;
pub use inspection::Inspection;
pub use intervention::Intervention;
pub use measure::Measure;
pub use page::Page;
pub use publication::Publication;
pub use read::Entries;
pub use read::Read;
pub use shared::Citation;
pub use shared::Citations;
pub use shared::Disagreement;
pub use shared::Disagreements;
pub use shared::Finding;
pub use shared::MaybeDate;
pub use shared::Other;
pub use shared::Speaker;
pub use site::Site;
pub use source::Source;
pub use statement::Commitment;
pub use statement::Statement;
pub use visit::Visit;
pub use yaml::Node;
