//! Names of records: they become addresses, so they are short, plain and permanent.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The name of a record, `a` to `z`, `0` to `9` and single hyphens: `requires-improvement`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// A text that is not an [`Id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("names are made of a to z, 0 to 9 and single hyphens")]
pub struct IdError;

impl Id {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let edges = text.starts_with('-') || text.ends_with('-') || text.contains("--");
        if text.is_empty() || edges || !text.chars().all(plain) {
            return Err(IdError);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_what_makes_a_good_address_is_a_name() {
        for good in ["a", "2022-09-05", "foi-agency"] {
            assert_eq!(good.parse::<Id>().map(|id| id.to_string()).as_deref(), Ok(good));
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "a/b", "..", "é"] {
            assert!(bad.parse::<Id>().is_err(), "{bad}");
        }
    }
}
