//! How many hold each grade, day by day: columns of one height, divided as the grades were.

use crate::charts::Drawing;
use crate::charts::at;
use crate::charts::escaped;
use crate::charts::filled;
use crate::charts::percent;

const PLOT: f64 = 220.0;
const TOP: f64 = 8.0;

/// One day.
#[derive(Debug, Clone)]
pub struct Day {
    /// Its year, for the axis.
    pub label: String,
    /// Glyph and number of each grade, best first.
    pub counts: Vec<(String, usize)>,
    /// All that could hold one.
    pub all: usize,
}

/// The columns, one for each day; what is missing to the whole is left empty at the top.
pub fn history(days: &[Day]) -> Drawing {
    let slot = 1.0 / share(days.len().max(1));
    let mut inner = String::new();
    for (n, day) in days.iter().enumerate() {
        let left = slot * share(n);
        inner += &column(day, left + slot * 0.08, slot * 0.84);
        let class = if n == 0 || n + 1 == days.len() { "mark" } else { "mark wide" };
        inner += &format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            percent(left + slot / 2.0),
            at(TOP + PLOT + 18.0),
            escaped(&day.label)
        );
    }
    inner += &format!("<path class=\"rule\" d=\"M0 {}h4000\"/>", at(TOP + PLOT));
    Drawing { inner, height: 252, kind: "history" }
}

fn column(day: &Day, left: f64, width: f64) -> String {
    let mut foot = TOP + PLOT;
    let mut drawn = format!(
        "<rect class=\"w0\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
        percent(left),
        at(TOP),
        percent(width),
        at(PLOT)
    );
    // The gravest grade stands at the bottom, where columns are easiest to compare.
    for (glyph, count) in day.counts.iter().rev().filter(|(_, count)| *count > 0) {
        let height = PLOT * share(*count) / share(day.all.max(1));
        foot -= height;
        drawn += &format!(
            "<rect {} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            filled(glyph),
            percent(left),
            at(foot),
            percent(width),
            at(height)
        );
        if height > 15.0 {
            drawn += &format!(
                "<text class=\"in n{glyph}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{count}</text>",
                percent(left + width / 2.0),
                at(foot + height / 2.0 + 4.5)
            );
        }
    }
    drawn
}

#[expect(clippy::cast_precision_loss, reason = "counts of councils are far below 2^52")]
fn share(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::Day;
    use super::history;

    #[test]
    fn columns_are_divided_as_the_grades_were() {
        let day = Day { label: "2025".into(), counts: vec![("1".into(), 1), ("4".into(), 3)], all: 8 };
        let drawn = history(&[day]).inner;
        assert!(drawn.contains("class=\"w4\" x=\"8%\" y=\"145.5\" width=\"84%\" height=\"82.5\""), "{drawn}");
        assert!(drawn.contains("class=\"w1\" x=\"8%\" y=\"118\" width=\"84%\" height=\"27.5\""), "{drawn}");
    }
}
