//! A strip of strokes: every council's value on one line, the middle half shaded, some marked.

use crate::charts::at;
use crate::charts::escaped;

const LEFT: f64 = 12.0;
const WIDTH: f64 = 576.0;
const LINE: f64 = 46.0;

/// A value that is named on the strip.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Where.
    pub value: f64,
    /// Its name and value, short: `Nottingham 10.4%`.
    pub label: String,
    /// Whether it is what the reader came for; others are drawn in grey.
    pub is_main: bool,
}

/// A strip of all `values`.
///
/// * `middle`: the lower and upper quarter, between which half of them lie.
/// * `ends`: words for the least and the most.
/// * returns: SVG, hidden from screen readers; empty without values.
pub fn strip(values: &[f64], middle: (f64, f64), ends: (&str, &str), marks: &[Mark]) -> String {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !low.is_finite() || !high.is_finite() {
        return String::new();
    }
    let span = if high > low { high - low } else { 1.0 };
    let place = |value: f64| LEFT + WIDTH * (value - low) / span;
    let mut svg = String::from("<svg class=\"strip\" viewBox=\"0 0 600 74\" aria-hidden=\"true\">");
    let (from, to) = (place(middle.0), place(middle.1));
    svg += &format!(
        "<rect class=\"half\" x=\"{}\" y=\"34\" width=\"{}\" height=\"24\"/>",
        at(from),
        at(to - from)
    );
    svg += &format!("<path class=\"axis\" d=\"M{LEFT} {LINE}h{WIDTH}\"/>");
    let ticks: String = values.iter().map(|value| format!("M{} 37v18", at(place(*value)))).collect();
    svg += &format!("<path class=\"ticks\" d=\"{ticks}\"/>");
    svg += &format!("<text x=\"0\" y=\"72\">{}</text>", escaped(ends.0));
    svg += &format!("<text x=\"600\" y=\"72\" text-anchor=\"end\">{}</text>", escaped(ends.1));
    for (at_mark, mark) in marks.iter().filter(|mark| (low..=high).contains(&mark.value)).enumerate() {
        svg += &marked(mark, place(mark.value), if at_mark % 2 == 0 { 12.0 } else { 28.0 });
    }
    svg + "</svg>"
}

fn marked(mark: &Mark, x: f64, y: f64) -> String {
    let anchor = if x < 120.0 {
        "start"
    } else if x > 480.0 {
        "end"
    } else {
        "middle"
    };
    let class = if mark.is_main { "main" } else { "other" };
    format!(
        "<g class=\"{class}\"><path d=\"M{} {}V58\"/><text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text></g>",
        at(x),
        at(y + 3.0),
        at(x),
        at(y),
        escaped(&mark.label)
    )
}

#[cfg(test)]
mod tests {
    use super::Mark;
    use super::strip;

    #[test]
    fn each_value_has_its_place_between_the_least_and_the_most() {
        let mark = Mark { value: 20.0, label: "A & B 20".into(), is_main: true };
        let drawn = strip(&[10.0, 20.0, 30.0], (15.0, 25.0), ("10", "30"), &[mark]);
        for part in
            ["M12 37v18", "M300 37v18", "M588 37v18", "x=\"156\" y=\"34\" width=\"288\"", "A &amp; B 20"]
        {
            assert!(drawn.contains(part), "{part}: {drawn}");
        }
        assert_eq!(strip(&[], (0.0, 0.0), ("", ""), &[]), "");
        assert!(!strip(&[5.0, 5.0], (5.0, 5.0), ("5", "5"), &[]).contains("NaN"));
    }
}
