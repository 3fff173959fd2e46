//! Amounts as people write and read them. Exact decimals throughout: no sum of money passes
//! through a binary fraction.

use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use thiserror::Error;

/// Why a text is not a plain number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("amounts are digits only, with a full stop before any decimals")]
pub struct AmountError {
    /// The number that was probably meant, if one can be read from it.
    pub meant: Option<Decimal>,
}

/// Reads a plain number: digits, perhaps a minus, perhaps decimals.
///
/// # Errors
/// [`AmountError`] holds what was probably meant: `£44.99m` → 44990000.
pub fn amount(text: &str) -> Result<Decimal, AmountError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit());
    let number = if plain { Decimal::from_str(text).ok() } else { None };
    number.ok_or_else(|| AmountError { meant: meant(text) })
}

fn meant(text: &str) -> Option<Decimal> {
    let text: String =
        text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !"£,$€%+".contains(*c)).collect();
    let scales =
        [("million", 1_000_000), ("mn", 1_000_000), ("m", 1_000_000), ("bn", 1_000_000_000), ("k", 1_000)];
    let (digits, scale) = scales
        .iter()
        .find_map(|(word, scale)| text.strip_suffix(word).map(|rest| (rest.to_owned(), *scale)))
        .unwrap_or((text, 1));
    Decimal::from_str(&digits).ok().map(|number| (number * Decimal::from(scale)).normalize())
}

/// A number with commas between thousands and `places` decimals, rounded half away from zero:
/// `44,990,000`.
pub fn grouped(number: Decimal, places: u32) -> String {
    let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let text = format!("{:.1$}", rounded.abs(), places as usize);
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::with_capacity(text.len() + text.len() / 3 + 1);
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "−" } else { "" };
    format!("{sign}{out}{rest}")
}

#[cfg(test)]
mod tests {
    use super::amount;
    use super::grouped;
    use rust_decimal::Decimal;

    #[track_caller]
    fn refused(text: &str, meant: Option<i64>) {
        assert_eq!(amount(text).map_err(|error| error.meant), Err(meant.map(Decimal::from)));
    }

    #[test]
    fn amounts_are_plain_digits_and_slips_say_what_was_meant() {
        assert_eq!(amount("44990000"), Ok(Decimal::from(44_990_000)));
        assert_eq!(amount("-0.5"), Ok(Decimal::new(-5, 1)));
        refused("£44.99m", Some(44_990_000));
        refused("44,990,000", Some(44_990_000));
        refused("£3.9 million", Some(3_900_000));
        refused("3.9k", Some(3_900));
        refused("lots", None);
    }

    #[test]
    fn amounts_read_as_amounts() {
        assert_eq!(grouped(Decimal::from(44_990_000), 0), "44,990,000");
        assert_eq!(grouped(Decimal::new(-12345, 1), 1), "−1,234.5");
        assert_eq!(grouped(Decimal::new(25, 1), 0), "3");
    }
}
