//! A line as small as a word: how a measure went, without an axis. It begins at nought.

use crate::charts::Drawing;
use crate::charts::Point;
use crate::charts::at;

const HEIGHT: f64 = 34.0;

/// The small line; nothing for fewer than three values, or any below nought.
///
/// * `breaks`: periods before which the measure changed: the line has a gap there.
pub fn spark(points: &[Point], breaks: &[usize]) -> Option<Drawing> {
    let high = points.iter().flatten().copied().fold(0.0, f64::max);
    let is_below = points.iter().flatten().any(|value| *value < 0.0);
    if points.iter().flatten().count() < 3 || high <= 0.0 || is_below {
        return None;
    }
    let mut path = String::new();
    let mut is_drawn = false;
    let mut last = (0.0, 0.0);
    for (n, point) in points.iter().enumerate() {
        let Some(value) = point else {
            is_drawn = false;
            continue;
        };
        is_drawn &= !breaks.contains(&n);
        last = (along(n, points.len()), 4.0 + (HEIGHT - 6.0) * (1.0 - value / high));
        path += &format!("{}{} {}", if is_drawn { 'L' } else { 'M' }, at(last.0 * 10.0), at(last.1));
        is_drawn = true;
    }
    let (x, y) = (at(last.0), at(last.1));
    let inner = format!(
        "<path class=\"rule\" d=\"M0 32h999\"/><svg viewBox=\"0 0 1000 34\" preserveAspectRatio=\"none\"><path d=\"{path}\"/></svg><circle cx=\"{x}%\" cy=\"{y}\" r=\"3\"/>"
    );
    Some(Drawing { inner, height: 34, kind: "spark" })
}

/// Where a period stands, in per cent of the width.
#[expect(clippy::cast_precision_loss, reason = "a series has far fewer than 2^52 periods")]
fn along(period: usize, periods: usize) -> f64 {
    2.0 + 96.0 * period as f64 / (periods.saturating_sub(1).max(1)) as f64
}

#[cfg(test)]
mod tests {
    use super::spark;

    #[test]
    fn it_begins_at_nought_and_has_gaps() {
        let drawn = spark(&[Some(10.0), Some(5.0), None, Some(10.0)], &[]).expect("three values").inner;
        assert!(drawn.contains("d=\"M20 4L340 18M980 4\""), "{drawn}");
        assert_eq!(spark(&[Some(1.0), Some(2.0)], &[]), None);
    }
}
