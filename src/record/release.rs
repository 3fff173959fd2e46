//! `content/releases/<tag>.yaml`: the record as it was published on a day. The program writes it
//! with `loxley release`, and the facts themselves beside it into `<tag>.csv`; nobody changes either.

use rust_decimal::Decimal;

use crate::domain::PartialDate;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// A release.
    pub struct ReleaseNote {
        /// The as-at date of its pages.
        pub as_at: Spanned<PartialDate>,
        /// How many facts it has.
        pub facts: Spanned<Decimal>,
        /// SHA-256 of all its facts as `facts.csv`, in hexadecimal digits.
        pub digest: Spanned<String>,
        /// SHA-256 of its packed pages, `<tag>.tar.br`; left out for a release without pages.
        pub pages: Option<Spanned<String>>,
        /// SHA-256 of all the above, of its name, and of the seal of the release before it.
        pub seal: Spanned<String>,
    }
}
