//! Lines and steps through time: counts of a day as points on a line, sums of a year as steps.

use crate::charts::Drawing;
use crate::charts::Scale;
use crate::charts::at;
use crate::charts::escaped;
use crate::charts::percent;

/// Room above the drawing for the highest mark's words, and below it for the years.
const TOP: f64 = 26.0;
const PLOT: f64 = 150.0;
const FOOT: f64 = 24.0;
/// The least distance between two labels, in pixels.
const APART: f64 = 16.0;
/// What is left free before the first value, and after the last one for the names of the lines.
const SIDE: f64 = 0.03;
const NAMES: f64 = 0.22;

/// A drawing of one measure through time.
#[derive(Debug, Clone)]
pub struct Lines {
    /// The lines, what the reader came for first.
    pub lines: Vec<Line>,
    /// Names of the periods, oldest first; each line has a point for each.
    pub periods: Vec<String>,
    /// Words for each mark of the scale.
    pub marks: Vec<(f64, String)>,
    /// Periods before which the measure changed.
    pub breaks: Vec<usize>,
    /// Periods whose main value is to be read with caution: its point is hollow.
    pub doubted: Vec<usize>,
    /// Whether values are sums of a year, drawn as steps.
    pub is_step: bool,
}

/// One line.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its name and last value: `Nottingham 10.4%`.
    pub label: String,
    /// Whether it is what the reader came for; others are drawn in grey.
    pub is_main: bool,
    /// Its values.
    pub points: Vec<Point>,
}

/// A value, or that there is none.
pub type Point = Option<f64>;

/// The drawing. A line without a value is left out.
pub fn lines(chart: &Lines) -> Drawing {
    let scale = Scale { marks: chart.marks.iter().map(|(mark, _)| *mark).collect() };
    let y = |value: f64| TOP + PLOT * (1.0 - scale.place(value));
    let mut inner = String::new();
    for (mark, words) in &chart.marks {
        let y = at(y(*mark));
        inner += &format!("<path class=\"rule\" d=\"M0 {y}h4000\"/>");
        inner += &format!("<text class=\"mark\" y=\"{y}\" dy=\"-4\">{}</text>", escaped(words));
    }
    inner += &periods(chart);
    for at_break in &chart.breaks {
        let x = x(chart, *at_break) - step(chart) * if chart.is_step { 0.0 } else { 0.5 };
        // Near the right end the word stands to the left.
        let word = if x > 0.6 { "x=\"-4\" text-anchor=\"end\"" } else { "x=\"4\"" };
        inner += &format!(
            "<svg x=\"{}\"><path class=\"gap\" d=\"M0 {}V{}\"/><text class=\"mark\" {word} y=\"{}\">break</text></svg>",
            percent(x),
            at(TOP - 12.0),
            at(TOP + PLOT),
            at(TOP - 4.0)
        );
    }
    // What the reader came for lies on top.
    for (n, line) in chart.lines.iter().enumerate().rev() {
        inner += &drawn(chart, line, n, &y);
    }
    inner += &labels(chart, &y);
    Drawing { inner, height: 200, kind: "lines" }
}

/// Where a period begins, as a share of the width.
fn x(chart: &Lines, period: usize) -> f64 {
    SIDE + step(chart) * share(period)
}

fn step(chart: &Lines) -> f64 {
    let steps = if chart.is_step { chart.periods.len() } else { chart.periods.len().saturating_sub(1) };
    (1.0 - SIDE - NAMES) / share(steps.max(1))
}

#[expect(clippy::cast_precision_loss, reason = "a series has far fewer than 2^52 periods")]
fn share(periods: usize) -> f64 {
    periods as f64
}

/// The names of the periods; on a narrow screen only every other one is shown.
fn periods(chart: &Lines) -> String {
    let last = chart.periods.len().saturating_sub(1);
    let every = chart.periods.len().div_ceil(9).max(1);
    let label = |(n, name): (usize, &String)| {
        let is_end = n == 0 || n == last;
        if !(is_end || (n % every == 0 && last - n >= every)) {
            return String::new();
        }
        let x = if chart.is_step { x(chart, n) + step(chart) / 2.0 } else { x(chart, n) };
        let (x, anchor) = if n == 0 && !chart.is_step { (0.0, "start") } else { (x, "middle") };
        let class = if is_end { "mark" } else { "mark wide" };
        format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            percent(x),
            at(TOP + PLOT + FOOT - 6.0),
            escaped(name)
        )
    };
    chart.periods.iter().enumerate().map(label).collect()
}

/// A line: its runs without gaps, stretched to any width with strokes that are not.
fn drawn(chart: &Lines, line: &Line, at_line: usize, y: &dyn Fn(f64) -> f64) -> String {
    // Of two lines in grey with names, the second is dashed.
    let class = match (line.is_main, at_line, line.label.is_empty()) {
        (true, ..) => "main",
        (false, 2, false) => "other dashed",
        _ => "other",
    };
    let mut path = String::new();
    let mut dots = String::new();
    let mut is_drawn = false;
    for (n, point) in line.points.iter().enumerate() {
        let Some(value) = point else {
            is_drawn = false;
            continue;
        };
        is_drawn &= !chart.breaks.contains(&n);
        let (x, y) = (x(chart, n), y(*value));
        let command = if is_drawn { if chart.is_step { 'V' } else { 'L' } } else { 'M' };
        match (chart.is_step, is_drawn) {
            (true, true) => path += &format!("V{}", at(y)),
            _ => path += &format!("{command}{} {}", at(x * 1000.0), at(y)),
        }
        if chart.is_step {
            path += &format!("H{}", at((x + step(chart)) * 1000.0));
        }
        let is_doubted = line.is_main && chart.doubted.contains(&n);
        let is_alone = !is_drawn && stands_alone(chart, line, n);
        if is_doubted || (!chart.is_step && (line.is_main || is_alone)) {
            let x = if chart.is_step { x + step(chart) / 2.0 } else { x };
            let class = if is_doubted { "class=\"doubted\" " } else { "" };
            dots += &format!("<circle {class}cx=\"{}\" cy=\"{}\" r=\"3.2\"/>", percent(x), at(y));
        }
        is_drawn = true;
    }
    format!(
        "<g class=\"{class}\"><svg viewBox=\"0 0 1000 200\" height=\"200\" preserveAspectRatio=\"none\"><path d=\"{path}\"/></svg>{dots}</g>"
    )
}

/// Whether no line leads on from a value, so that only a dot shows it.
fn stands_alone(chart: &Lines, line: &Line, n: usize) -> bool {
    line.points.get(n + 1).copied().flatten().is_none() || chart.breaks.contains(&(n + 1))
}

/// The names of the lines beside their ends, moved apart where they would touch: that of the main line
/// stays at its end, the others give way, and a thin line leads from a name that had to move to its end. On
/// a narrow drawing they stand in a list under it instead.
fn labels(chart: &Lines, y: &dyn Fn(f64) -> f64) -> String {
    let named = chart.lines.iter().filter(|line| !line.label.is_empty());
    let mut ends: Vec<(f64, &Line)> = named
        .filter_map(|line| Some((y(line.points.iter().rev().flatten().next().copied()?), line)))
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let wanted: Vec<f64> = ends.iter().map(|it| it.0).collect();
    let fixed = ends.iter().position(|it| it.1.is_main);
    let places = apart(&wanted, fixed);
    let x = percent(1.0 - NAMES + 0.012);
    let label = |((end, line), place): (&(f64, &Line), &f64)| {
        let class = if line.is_main { "main" } else { "other" };
        let moved = (end - place).abs() > APART / 3.0;
        let lead = if moved {
            let (from, to) = (percent(1.0 - NAMES + 0.002), percent(1.0 - NAMES + 0.011));
            format!(
                "<line class=\"rule wide\" x1=\"{from}\" x2=\"{to}\" y1=\"{}\" y2=\"{}\"/>",
                at(*end),
                at(*place)
            )
        } else {
            String::new()
        };
        format!(
            "{lead}<text class=\"name wide {class}\" x=\"{x}\" y=\"{}\">{}</text>",
            at(place + 4.0),
            escaped(&line.label)
        )
    };
    ends.iter().zip(&places).map(label).collect()
}

/// Places from top to bottom that do not touch, as near as can be to where they are wanted.
///
/// * `fixed`: which of them stays where it is wanted.
fn apart(wanted: &[f64], fixed: Option<usize>) -> Vec<f64> {
    let (ceiling, floor) = (8.0, TOP + PLOT);
    let mut places = wanted.to_vec();
    let fixed = fixed.unwrap_or(0);
    for n in fixed + 1..places.len() {
        places[n] = places[n].max(places[n - 1] + APART);
    }
    for n in (0..fixed).rev() {
        places[n] = places[n].min(places[n + 1] - APART);
    }
    // Where there is no room left on one side, all move.
    for n in (0..places.len()).rev() {
        let below = places.get(n + 1).map_or(floor, |it| it - APART);
        places[n] = places[n].min(below);
    }
    for n in 0..places.len() {
        let above = n.checked_sub(1).map_or(ceiling, |before| places[before] + APART);
        places[n] = places[n].max(above);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::Line;
    use super::Lines;
    use super::apart;
    use super::lines;

    fn chart(points: Vec<Option<f64>>, breaks: Vec<usize>, is_step: bool) -> String {
        let periods = (0..points.len()).map(|n| (2020 + n).to_string()).collect();
        let line = Line { label: "A & B 20".into(), is_main: true, points };
        let marks = vec![(0.0, "0".into()), (20.0, "20".into())];
        lines(&Lines { lines: vec![line], periods, marks, breaks, doubted: vec![1], is_step }).inner
    }

    #[test]
    fn a_gap_and_a_break_divide_the_line() {
        let whole = chart(vec![Some(0.0), Some(10.0), Some(20.0)], vec![], false);
        assert!(whole.contains("d=\"M30 176L405 101L780 26\"") && whole.contains("A &amp; B 20"), "{whole}");
        let gap = chart(vec![Some(0.0), None, Some(20.0)], vec![], false);
        assert!(gap.contains("d=\"M30 176M780 26\""), "{gap}");
        let broken = chart(vec![Some(0.0), Some(10.0), Some(20.0)], vec![2], false);
        assert!(broken.contains("M30 176L405 101M780 26") && broken.contains(">break<"), "{broken}");
    }

    #[test]
    fn the_main_name_stays_at_its_end_and_others_give_way() {
        assert_eq!(apart(&[60.0, 64.0, 120.0], Some(1)), [48.0, 64.0, 120.0]);
        assert_eq!(apart(&[60.0, 62.0, 64.0], Some(0)), [60.0, 76.0, 92.0]);
        assert_eq!(apart(&[170.0, 174.0], Some(0)), [160.0, 176.0], "there is no room below");
    }

    #[test]
    fn sums_of_years_are_steps_of_equal_width() {
        let steps = chart(vec![Some(10.0), Some(20.0)], vec![], true);
        assert!(steps.contains("d=\"M30 101H405V26H780\""), "{steps}");
        assert_eq!(steps.matches("<circle").count(), 1, "the doubted one: {steps}");
        assert!(steps.contains("class=\"doubted\" cx=\"59.2%\" cy=\"26\""), "{steps}");
    }
}
