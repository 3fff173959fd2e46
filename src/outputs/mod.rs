//! From the plan to bytes: templates, static files, pictures.

mod artifact;
mod assets;
mod frozen;
mod html;
mod minify;
#[cfg(feature = "pictures")]
mod pictures;
mod terms;
mod theme;

pub use artifact::Artifact;
pub use frozen::freeze;
pub use frozen::thaw;
pub use html::RenderError;
pub use html::render;
#[cfg(feature = "pictures")]
pub use pictures::draw;
pub use theme::Theme;
pub use theme::ThemeError;
