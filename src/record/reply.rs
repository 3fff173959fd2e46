//! `content/replies.yaml`: companies and people of whom a record says something adverse, and what they
//! say to it.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::read::record;
use crate::report::Spanned;

record! {
    /// The file.
    pub struct Replies {
        /// In any order.
        pub replies: Vec<Reply>,
    }
}

record! {
    /// A request for a reply, and what came of it.
    pub struct Reply {
        /// Its name.
        pub id: Spanned<Id>,
        /// The record that it is about: `nottingham/events/scrutiny-2024`.
        pub about: Spanned<String>,
        /// Who was asked, as the record names them.
        pub body: Spanned<String>,
        /// When they were asked.
        pub asked: Spanned<PartialDate>,
        /// By when a reply was asked for.
        pub due: Spanned<PartialDate>,
        /// When they replied; left out while they have not.
        pub received: Option<Spanned<PartialDate>>,
        /// What they say, in their words or, where those are long, in ours with their leave.
        pub text: Option<String>,
    }
}
