//! Measured lengths in words: always with how many there are, the median, the least and the most.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::analysis::Lengths;
use crate::analysis::months;
use crate::domain::PartialDate;
use crate::domain::grouped;

/// Measured lengths of time.
#[derive(Debug, Clone, Serialize)]
pub struct LengthsView {
    /// How many.
    pub n: usize,
    /// The median: `36.3`.
    pub median: String,
    /// The least.
    pub least: String,
    /// The most.
    pub most: String,
    /// `months` or `days`.
    pub unit: &'static str,
}

impl LengthsView {
    /// In months, to one decimal; nothing where nothing was measured.
    pub fn months(lengths: &Lengths) -> Option<Self> {
        Self::of(lengths, "months", in_months)
    }

    /// In days.
    pub fn days(lengths: &Lengths) -> Option<Self> {
        Self::of(lengths, "days", |days| grouped(days.normalize(), days.normalize().scale().min(1)))
    }

    fn of(lengths: &Lengths, unit: &'static str, words: fn(Decimal) -> String) -> Option<Self> {
        Some(Self {
            n: lengths.n(),
            median: words(lengths.median()?),
            least: words(lengths.least()?.into()),
            most: words(lengths.most()?.into()),
            unit,
        })
    }

    /// `24 to 59 days`, or the one length.
    pub fn range(&self) -> String {
        if self.least == self.most {
            return format!("{} {}", self.least, self.unit);
        }
        format!("{} to {} {}", self.least, self.most, self.unit)
    }
}

/// Days as months, for readers: `36.3`.
pub fn in_months(days: Decimal) -> String {
    grouped(months(days), 1)
}

/// `visits begun from April 2024 to March 2025`, from the first and the last.
pub fn begun(ends: Option<(PartialDate, PartialDate)>) -> String {
    match ends {
        Some((first, last)) if first.in_month() == last.in_month() => {
            format!("visits begun in {}", first.in_month())
        }
        Some((first, last)) => format!("visits begun from {} to {}", first.in_month(), last.in_month()),
        None => "no visits".to_owned(),
    }
}
