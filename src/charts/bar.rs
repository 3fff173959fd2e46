//! A bar of shares: how many of all hold each grade, told apart by how dark and how dense they are.

use crate::charts::at;

const WIDTH: f64 = 400.0;

/// A bar divided in proportion.
///
/// * `parts`: a class for each part (`1` to `4`, `0` for none) and its size, any unit.
/// * returns: SVG, hidden from screen readers; empty if there is nothing to divide.
pub fn bar(parts: &[(&str, usize)]) -> String {
    let total: usize = parts.iter().map(|(_, size)| size).sum();
    if total == 0 {
        return String::new();
    }
    let mut left = 0.0;
    let mut rects = String::new();
    for (class, size) in parts.iter().filter(|(_, size)| *size > 0) {
        let width = WIDTH * share(*size, total);
        rects += &format!(
            "<rect class=\"b{class}\" x=\"{}\" y=\"1\" width=\"{}\" height=\"14\"/>",
            at(left),
            at(width)
        );
        left += width;
    }
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 400 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{rects}</svg>"
    )
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
        let drawn = bar(&[("1", 1), ("2", 3), ("4", 0)]);
        assert!(drawn.contains("class=\"b1\" x=\"0\" y=\"1\" width=\"100\""), "{drawn}");
        assert!(drawn.contains("class=\"b2\" x=\"100\" y=\"1\" width=\"300\"") && !drawn.contains("b4"));
        assert_eq!(bar(&[("1", 0)]), "");
    }
}
