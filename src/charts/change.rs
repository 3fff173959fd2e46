//! From what to what: two values of each of several areas, joined by an arrow.

use crate::charts::Drawing;
use crate::charts::at;
use crate::charts::escaped;
use crate::charts::percent;

const ROW: f64 = 40.0;

/// A row: an area with an earlier and a later value.
#[derive(Debug, Clone)]
pub struct Change {
    /// The area, with both values: `London: 20.1% to 15.9%`.
    pub label: String,
    /// The earlier value.
    pub from: f64,
    /// The later value.
    pub to: f64,
    /// Whether it is what the reader came for.
    pub is_main: bool,
}

/// The rows on one scale from nought to `top`, in the order given.
pub fn changes(rows: &[Change], top: f64) -> Drawing {
    let place = |value: f64| 0.99 * (value / top).clamp(0.0, 1.0);
    let mut inner = String::new();
    let mut y = 0.0;
    for row in rows {
        let (from, to) = (place(row.from), place(row.to));
        let (low, width) = (from.min(to), (to - from).abs());
        let (label, line) = (at(y + 15.0), at(y + 27.0));
        inner += &format!(
            "<g class=\"{}\"><text class=\"name\" y=\"{label}\">{}</text><path class=\"rule\" d=\"M0 {line}h4000\"/>\
             <rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"3\"/><circle class=\"from\" cx=\"{}\" cy=\"{line}\" r=\"4\"/><circle class=\"to\" cx=\"{}\" cy=\"{line}\" r=\"5.5\"/></g>",
            if row.is_main { "main" } else { "other" },
            escaped(&row.label),
            percent(low),
            at(y + 25.5),
            percent(width),
            percent(from),
            percent(to),
        );
        y += ROW;
    }
    Drawing { inner, height: rows.len() * 40, kind: "changes" }
}

#[cfg(test)]
mod tests {
    use super::Change;
    use super::changes;

    #[test]
    fn a_fall_and_a_rise_have_their_ends_in_their_places() {
        let row = |from, to| Change { label: "L".into(), from, to, is_main: false };
        let drawn = changes(&[row(100.0, 50.0), row(0.0, 100.0)], 100.0);
        assert!(
            drawn.inner.contains("class=\"from\" cx=\"99%\"")
                && drawn.inner.contains("class=\"to\" cx=\"49.5%\"")
        );
        assert_eq!(drawn.height, 80);
    }
}
