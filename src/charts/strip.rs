//! A strip of strokes: every council's value on one line, the middle half shaded, some marked.
//! Values far from all others stand at the end in words, so that they do not press the rest together.

use crate::charts::Drawing;
use crate::charts::at;
use crate::charts::escaped;
use crate::charts::percent;

/// How many times the middle half's width a value may lie beyond it and still be on the line.
const FENCE: f64 = 4.0;
const LINE: f64 = 58.0;

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

/// The values of all councils.
#[derive(Debug, Clone)]
pub struct Strip {
    /// The values, least first.
    pub values: Vec<f64>,
    /// The lower and upper quarter, between which half of them lie.
    pub middle: (f64, f64),
    /// Words for the least and the most.
    pub ends: (String, String),
    /// The values that are named.
    pub marks: Vec<Mark>,
}

/// The strip; empty without values.
pub fn strip(chart: &Strip) -> Option<Drawing> {
    let fence = chart.middle.1 + FENCE * (chart.middle.1 - chart.middle.0);
    let within = |value: &&f64| {
        **value <= fence || chart.marks.iter().any(|it| (it.value - **value).abs() < f64::EPSILON)
    };
    let (low, high) = (*chart.values.first()?, *chart.values.iter().rfind(within)?);
    let beyond = chart.values.iter().filter(|value| **value > high).count();
    let span = if high > low { high - low } else { 1.0 };
    let room = if beyond > 0 { 0.9 } else { 1.0 };
    let place = |value: f64| 0.01 + 0.98 * room * (value - low) / span;
    let (from, to) = (place(chart.middle.0), place(chart.middle.1));
    let mut inner = format!(
        "<rect class=\"half\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"28\"/><path class=\"rule\" d=\"M0 {LINE}h4000\"/>",
        percent(from),
        at(LINE - 14.0),
        percent(to - from)
    );
    let ticks: String = chart
        .values
        .iter()
        .filter(|it| **it <= high)
        .map(|it| format!("M{} 0v20", at(place(*it) * 1000.0)))
        .collect();
    inner += &format!(
        "<svg class=\"ticks\" y=\"{}\" height=\"20\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\"><path d=\"{ticks}\"/></svg>",
        at(LINE - 10.0)
    );
    inner += &ends(chart, beyond, room);
    let mut marks: Vec<&Mark> =
        chart.marks.iter().filter(|mark| (low..=high).contains(&mark.value)).collect();
    marks.sort_by(|a, b| a.value.total_cmp(&b.value));
    // The names stand outside of each other's strokes: that of the lesser value to the left, or above
    // the other where there is no room.
    let first_is_left = marks.first().is_some_and(|mark| place(mark.value) > 0.3);
    for (n, mark) in marks.iter().enumerate() {
        let x = place(mark.value);
        let wanted = match n {
            _ if marks.len() == 1 && (0.3..=0.7).contains(&x) => "middle",
            0 if marks.len() > 1 && first_is_left => "end",
            0 if marks.len() > 1 => "start",
            _ if x > 0.7 => "end",
            _ => "start",
        };
        let y = if (n == 0) == first_is_left { 32.0 } else { 14.0 };
        inner += &marked(mark, x, y, fitting(wanted, x, &mark.label));
    }
    Some(Drawing { inner, height: 96, kind: "strip" })
}

/// On which side of its stroke a name stands: the one that is wanted, or another where the narrowest drawing
/// would cut it off; where all would, the one that cuts off least.
fn fitting(wanted: &'static str, x: f64, label: &str) -> &'static str {
    let long = LETTER * f64::from(u16::try_from(label.chars().count()).unwrap_or(u16::MAX));
    let (left, right) = (x * NARROW, (1.0 - x) * NARROW);
    let cut = |anchor: &str| match anchor {
        "start" => long - right,
        "end" => long - left,
        _ => long / 2.0 - left.min(right),
    };
    let others = [wanted, "start", "end", "middle"];
    let fits = others.into_iter().find(|it| cut(it) <= 0.0);
    fits.or_else(|| others.into_iter().min_by(|a, b| cut(a).total_cmp(&cut(b)))).unwrap_or(wanted)
}

/// Pixels: the narrowest drawing, and an average letter of a name in the widest of the fonts that readers may
/// have.
const NARROW: f64 = 296.0;
const LETTER: f64 = 7.8;

fn ends(chart: &Strip, beyond: usize, room: f64) -> String {
    let y = at(LINE + 32.0);
    let mut drawn = format!("<text class=\"mark\" y=\"{y}\">{}</text>", escaped(&chart.ends.0));
    if beyond > 0 {
        drawn += &format!("<svg x=\"{}\"><path class=\"gap\" d=\"M0 44V72\"/></svg>", percent(room + 0.03));
        drawn += &format!(
            "<text class=\"mark\" x=\"100%\" y=\"{y}\" text-anchor=\"end\">{beyond} beyond, up to {}</text>",
            escaped(&chart.ends.1)
        );
    } else {
        drawn += &format!(
            "<text class=\"mark\" x=\"100%\" y=\"{y}\" text-anchor=\"end\">{}</text>",
            escaped(&chart.ends.1)
        );
    }
    drawn
}

fn marked(mark: &Mark, x: f64, y: f64, anchor: &str) -> String {
    let class = if mark.is_main { "main" } else { "other" };
    format!(
        "<svg class=\"{class}\" x=\"{}\"><path d=\"M0 {}V{}\"/><text class=\"name\" y=\"{}\" text-anchor=\"{anchor}\">{}</text></svg>",
        percent(x),
        at(y + 4.0),
        at(LINE + 14.0),
        at(y),
        escaped(&mark.label)
    )
}

#[cfg(test)]
mod tests {
    use super::Mark;
    use super::Strip;
    use super::fitting;
    use super::strip;

    fn chart(values: &[f64], middle: (f64, f64)) -> Strip {
        Strip { values: values.to_vec(), middle, ends: ("10".into(), "30".into()), marks: Vec::new() }
    }

    #[test]
    fn each_value_has_its_place_between_the_least_and_the_most() {
        let mark = Mark { value: 20.0, label: "A & B 20".into(), is_main: true };
        let drawn = strip(&Strip { marks: vec![mark], ..chart(&[10.0, 20.0, 30.0], (15.0, 25.0)) })
            .expect("values")
            .inner;
        for part in ["M10 0v20", "M500 0v20", "M990 0v20", "x=\"25.5%\"", "width=\"49%\"", "A &amp; B 20"] {
            assert!(drawn.contains(part), "{part}: {drawn}");
        }
        assert_eq!(strip(&chart(&[], (0.0, 0.0))), None);
        assert!(!strip(&chart(&[5.0, 5.0], (5.0, 5.0))).expect("values").inner.contains("NaN"));
    }

    #[test]
    fn a_name_stands_where_a_narrow_drawing_does_not_cut_it_off() {
        let (short, long) = ("Derby £760", "Bath and North East Somerset £760");
        assert_eq!(fitting("end", 0.2, short), "start");
        assert_eq!(fitting("start", 0.6, short), "start");
        assert_eq!(fitting("start", 0.45, long), "middle");
    }

    #[test]
    fn one_value_far_from_all_others_does_not_press_them_together() {
        let drawn = strip(&chart(&[10.0, 20.0, 30.0, 900.0], (15.0, 25.0))).expect("values").inner;
        assert!(drawn.contains("1 beyond, up to 30") && drawn.contains("M892 0v20"), "{drawn}");
    }
}
