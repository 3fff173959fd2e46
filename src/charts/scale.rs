//! Scales: round numbers for the marks of an axis.

/// A scale from nought, or from below it where there are negative values, to a round number.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its marks, least first.
    pub marks: Vec<f64>,
}

impl Scale {
    /// The scale for values from `low` to `high`, nought among its marks.
    pub fn over(low: f64, high: f64) -> Self {
        let (low, high) = (low.min(0.0), high.max(0.0));
        let span = if high > low { high - low } else { 1.0 };
        let rough = span / 4.0;
        let power = 10f64.powf(rough.log10().floor());
        let step =
            [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|it| it * power).find(|it| *it >= rough * 0.999);
        let step = step.unwrap_or(power * 10.0);
        let mut marks = vec![0.0];
        while marks.last().is_some_and(|last| *last < high - span * 0.001) {
            marks.push(marks.last().map_or(0.0, |last| last + step));
        }
        while marks.first().is_some_and(|first| *first > low + span * 0.001) {
            marks.insert(0, marks.first().map_or(0.0, |first| first - step));
        }
        Self { marks }
    }

    /// Its highest mark.
    pub fn top(&self) -> f64 {
        self.marks.last().copied().unwrap_or(1.0)
    }

    /// Where a value lies between the least and the highest mark, from 0 to 1.
    pub fn place(&self, value: f64) -> f64 {
        let low = self.marks.first().copied().unwrap_or(0.0);
        let span = self.top() - low;
        if span > 0.0 { ((value - low) / span).clamp(0.0, 1.0) } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[track_caller]
    fn check(low: f64, high: f64, marks: &[f64]) {
        assert_eq!(Scale::over(low, high).marks, marks);
    }

    #[test]
    fn marks_are_round_and_begin_at_nought() {
        check(0.0, 17.2, &[0.0, 5.0, 10.0, 15.0, 20.0]);
        check(0.0, 722.0, &[0.0, 200.0, 400.0, 600.0, 800.0]);
        check(0.0, 100.0, &[0.0, 25.0, 50.0, 75.0, 100.0]);
        check(0.0, 44_990_000.0, &[0.0, 20_000_000.0, 40_000_000.0, 60_000_000.0]);
        check(0.0, 0.0, &[0.0]);
        check(-7.0, 30.0, &[-10.0, 0.0, 10.0, 20.0, 30.0]);
    }

    #[test]
    fn a_value_has_its_place() {
        let scale = Scale::over(0.0, 80.0);
        assert_eq!((scale.place(0.0), scale.place(40.0), scale.place(80.0)), (0.0, 0.5, 1.0));
    }
}
