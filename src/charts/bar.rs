//! A bar of shares: how many of all hold each grade, told apart by weight and pattern.

use crate::charts::Drawing;
use crate::charts::filled;
use crate::charts::percent;

/// A bar divided in proportion; nothing where there is nothing to divide.
///
/// * `parts`: the glyph of each part (`1` to `4`, `0` for none) and its size, any unit.
pub fn bar(parts: &[(&str, usize)]) -> Option<Drawing> {
    let total: usize = parts.iter().map(|(_, size)| size).sum();
    let mut left = 0.0;
    let mut inner = String::new();
    for (glyph, size) in parts.iter().filter(|(_, size)| *size > 0) {
        let width = share(*size, total);
        inner += &format!(
            "<rect {} x=\"{}\" y=\"1\" width=\"{}\" height=\"14\"/>",
            filled(glyph),
            percent(left),
            percent(width)
        );
        left += width;
    }
    (total > 0).then_some(Drawing { inner, height: 16, kind: "bar" })
}

#[expect(clippy::cast_precision_loss, reason = "counts of councils are far below 2^52")]
fn share(size: usize, total: usize) -> f64 {
    size as f64 / total as f64
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_is_divided_in_proportion() {
        let drawn = bar(&[("1", 1), ("2", 3), ("4", 0)]).expect("parts").inner;
        assert!(drawn.contains("class=\"w1\" x=\"0%\" y=\"1\" width=\"25%\""), "{drawn}");
        assert!(drawn.contains("class=\"w2\" x=\"25%\" y=\"1\" width=\"75%\"") && !drawn.contains("w4"));
        assert_eq!(bar(&[("1", 0)]), None);
    }
}
