//! Drawings made at build time: plain numbers and labels in, inline SVG out.
//!
//! One grammar for all. Places along a drawing are per cent of its width, heights are pixels, and
//! text is text in the size of the page: a drawing fits any width, in print and in the dark, and
//! nothing in it is stretched. Scales of amounts begin at nought. The council is in ink, others in
//! grey; a break is a gap with a word. Grades are told apart by weight and pattern. Each drawing
//! has its finding as its name, and stands beside a table of the same numbers.

mod alone;
mod bar;
mod change;
mod history;
mod lines;
mod ratings;
mod scale;
mod spark;
mod strip;
mod tiles;

pub use alone::Sheet;
pub use alone::alone;
pub use bar::bar;
pub use change::Change;
pub use change::changes;
pub use history::Day;
pub use history::history;
pub use lines::Line;
pub use lines::Lines;
pub use lines::Point;
pub use lines::lines;
pub use ratings::Held;
pub use ratings::Lane;
pub use ratings::Ratings;
pub use ratings::ratings;
pub use scale::Scale;
pub use spark::spark;
pub use strip::Mark;
pub use strip::Strip;
pub use strip::strip;
pub use tiles::Tile;
pub use tiles::tiles;

/// A drawing and its height, for the page and for a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What is in it, without the `svg` element around.
    pub inner: String,
    /// Its height in pixels.
    pub height: usize,
    /// The class of its kind.
    pub kind: &'static str,
}

impl Drawing {
    /// As it stands in a page.
    ///
    /// * `name`: what it shows, for those who hear the page; empty where the words beside it say it.
    pub fn inline(&self, name: &str) -> String {
        match name {
            "" => self.told("aria-hidden=\"true\""),
            name => self.told(&format!("role=\"img\" aria-label=\"{}\"", escaped(name))),
        }
    }

    /// As it stands in a page that has its name in the element with this id.
    pub fn named_by(&self, id: &str) -> String {
        self.told(&format!("role=\"img\" aria-labelledby=\"{id}\""))
    }

    fn told(&self, told: &str) -> String {
        let Self { inner, height, kind } = self;
        format!("<svg class=\"chart {kind}\" height=\"{height}\" {told}>{inner}</svg>")
    }
}

/// A coordinate with at most one decimal, as short as it can be written.
fn at(number: f64) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A place along the drawing, as per cent of its width.
fn percent(share: f64) -> String {
    format!("{}%", at(share * 100.0))
}

/// The look of a grade's area: `class="w4"`. The third has a hatch, which every page defines.
fn filled(glyph: &str) -> String {
    let hatch = if glyph == "3" { " fill=\"url(#hatch)\"" } else { "" };
    format!("class=\"w{glyph}\"{hatch}")
}

/// Text safe inside SVG: control characters have no place in XML.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
