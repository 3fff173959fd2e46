//! `content/pages/<name>.md`: a page of prose.

use crate::domain::PartialDate;
use crate::domain::choice;
use crate::record::read::record;
use crate::report::Spanned;

choice! { "what a page adds";
    /// What the program adds below the text of a page, from the records.
    pub enum Adds {
        /// The inspection frameworks, with their judgements and grades, and the kinds of visit.
        Frameworks = "frameworks" / "the inspection frameworks",
    }
}

record! {
    /// What stands above a page of prose.
    pub struct Page {
        /// Its title.
        pub title: String,
        /// One sentence.
        pub description: String,
        /// What the program adds below the text.
        pub adds: Option<Spanned<Adds>>,
        /// How the site was tested, written by the test command: for the accessibility statement.
        pub tested: Option<Tested>,
    }
}

record! {
    /// A run of the tests in a browser.
    pub struct Tested {
        /// When.
        pub on: PartialDate,
        /// The programs that did it, with their versions.
        pub with: Vec<String>,
        /// What they looked at.
        pub checks: Vec<TestedCheck>,
    }
}

record! {
    /// One thing that was looked at.
    pub struct TestedCheck {
        /// What, as a sentence without a full stop.
        pub what: String,
        /// On how many pages, or in how many tries, it was right.
        pub right: rust_decimal::Decimal,
        /// On how many it was wrong.
        pub wrong: rust_decimal::Decimal,
    }
}
