//! From the plan to bytes: templates, static files, pictures, spreadsheets.

mod artifact;
mod assets;
mod frozen;
mod held_back;
mod html;
mod minify;
#[cfg(feature = "pictures")]
mod pictures;
mod terms;
mod theme;
#[cfg(feature = "spreadsheets")]
mod workbook;

pub use artifact::Artifact;
pub use artifact::distinct;
pub use frozen::freeze;
pub use frozen::thaw;
pub use held_back::held_back;
pub use html::RenderError;
pub use html::render;
#[cfg(feature = "pictures")]
pub use pictures::draw;
pub use theme::Theme;
pub use theme::ThemeError;
#[cfg(feature = "spreadsheets")]
pub use workbook::write;
