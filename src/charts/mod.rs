//! Drawings made at build time: plain numbers and labels in, inline SVG out. Every drawing stands
//! beside a table of the same numbers, so it is hidden from those who hear the page.

mod bar;
mod strip;

pub use bar::bar;
pub use strip::Mark;
pub use strip::strip;

/// A coordinate with at most one decimal, as short as it can be written.
fn at(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// Text safe inside SVG.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
