//! What a figure is: its unit, its basis, how exactly it is known, and why it may be missing.

use rust_decimal::Decimal;

use crate::domain::choice;
use crate::domain::grouped;

choice! { "a unit";
    /// The unit of a measure.
    pub enum Unit {
        /// Whole pounds.
        Pounds = "pounds" / "£",
        /// Thousands of pounds.
        ThousandPounds = "thousand-pounds" / "£ thousand",
        /// Pounds a week.
        PoundsPerWeek = "pounds-per-week" / "£ a week",
        /// Pounds an hour.
        PoundsPerHour = "pounds-per-hour" / "£ an hour",
        /// Per cent.
        Percent = "percent" / "%",
        /// A count or ratio of something that the measure names.
        Number = "number" / "number",
    }
}

impl Unit {
    /// Whether it is money.
    pub fn is_money(self) -> bool {
        !matches!(self, Self::Percent | Self::Number)
    }

    /// The value in single pounds, for money: revenue outturn counts in thousands.
    pub fn in_pounds(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::ThousandPounds => Some(value * Decimal::from(1_000)),
            Self::Pounds | Self::PoundsPerWeek | Self::PoundsPerHour => Some(value),
            Self::Percent | Self::Number => None,
        }
    }

    /// The value in another unit of the same kind; nothing where no number of one is a number of the
    /// other.
    pub fn as_unit(self, other: Self, value: Decimal) -> Option<Decimal> {
        match (self, other) {
            (one, other) if one == other => Some(value),
            (Self::Pounds, Self::ThousandPounds) => Some(value / Decimal::from(1_000)),
            (Self::ThousandPounds, Self::Pounds) => Some(value * Decimal::from(1_000)),
            _ => None,
        }
    }

    /// For tables: `£44,990,000`, `17.2%`, `639`.
    ///
    /// * `decimals`: of percentages and counts; nothing for as many as the value came with.
    pub fn exact(self, value: Decimal, decimals: Option<u32>) -> String {
        let places = decimals.unwrap_or_else(|| value.normalize().scale().min(2));
        match self {
            Self::Percent => format!("{}%", grouped(value, places)),
            Self::Number => grouped(value, places),
            Self::PoundsPerWeek => format!("£{} a week", grouped(value, 0)),
            Self::PoundsPerHour => format!("£{} an hour", grouped(value, places)),
            Self::Pounds | Self::ThousandPounds => pounds(self.in_pounds(value).unwrap_or(value)),
        }
    }
}

/// Whole pounds with the sign before the pound sign: `−£1,200`.
fn pounds(value: Decimal) -> String {
    let sign = if value.is_sign_negative() { "−" } else { "" };
    format!("{sign}£{}", grouped(value.abs(), 0))
}

choice! { "a basis";
    /// What kind of reckoning a figure comes from.
    pub enum Basis {
        /// What was spent, as returned to government after the year's end.
        Outturn = "outturn" / "outturn return",
        /// What was planned.
        Budget = "budget" / "budget",
        /// What was expected during the year.
        Forecast = "forecast" / "forecast",
        /// Payments published by the council.
        Payments = "payments" / "published payments",
        /// An answer under the Freedom of Information Act: the question defines it.
        Foi = "foi" / "FOI answer",
        /// A count of everyone, returned to government.
        Census = "census" / "official return",
        /// A statistical estimate.
        Estimate = "estimate" / "official estimate",
        /// A number that someone stated.
        Stated = "stated" / "as stated",
        /// A number in an inspection report.
        Inspection = "inspection" / "inspection report",
    }
}

choice! { "gross or net";
    /// Whether income is taken off.
    pub enum GrossNet {
        /// Before income.
        Gross = "gross" / "gross",
        /// After income.
        Net = "net" / "net",
        /// The source does not say.
        NotStated = "not-stated" / "gross or net not stated",
        /// Not a sum of money.
        NotApplicable = "not-applicable" / "",
    }
}

choice! { "a price basis";
    /// Prices of which year.
    pub enum PriceBasis {
        /// As paid at the time.
        Cash = "cash" / "cash terms",
        /// Not a sum of money.
        NotApplicable = "not-applicable" / "",
    }
}

choice! { "a precision";
    /// How exactly a figure is given.
    pub enum Precision {
        /// To the unit.
        Exact = "exact" / "",
        /// Rounded by the publisher.
        Rounded = "rounded" / "",
        /// Said to be about so much.
        About = "about" / "about",
        /// Said to be a little less.
        Almost = "almost" / "almost",
        /// Said to be a little more.
        JustOver = "just-over" / "just over",
        /// Said to be more.
        MoreThan = "more-than" / "more than",
        /// Said to be at the most.
        UpTo = "up-to" / "up to",
    }
}

choice! { "a missing code";
    /// Why an official series has no value: the publisher's own symbol, never zero.
    pub enum Missing {
        /// Does not apply.
        NotApplicable = "z" / "not applicable",
        /// Not available.
        NotAvailable = "x" / "not available",
        /// Suppressed to protect people.
        Suppressed = "c" / "suppressed by the publisher",
        /// Rounds to zero, but is not.
        Low = "low" / "low: rounds to zero",
        /// Too few to be reliable.
        Unreliable = "u" / "withheld: low reliability",
        /// No return was received.
        NotReceived = "not-received" / "no return received",
        /// Older symbol `:`.
        Unavailable = "unavailable" / "not available",
        /// The series has no row for it here.
        NotRecorded = "not-recorded" / "not recorded here",
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;
    use rust_decimal::Decimal;

    #[test]
    fn each_unit_reads_as_its_readers_write_it() {
        assert_eq!(Unit::ThousandPounds.exact(Decimal::from(90_750), None), "£90,750,000");
        assert_eq!(Unit::Percent.exact(Decimal::new(172, 1), None), "17.2%");
        assert_eq!(Unit::Percent.exact(Decimal::from(13), Some(1)), "13.0%");
        assert_eq!(Unit::PoundsPerWeek.exact(Decimal::from(6_335), None), "£6,335 a week");
        assert_eq!(Unit::Number.exact(Decimal::from(639), None), "639");
    }
}
