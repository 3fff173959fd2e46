//! `content/pages/<name>.md`: a page of prose.

use crate::record::read::record;

record! {
    /// A page of prose.
    pub struct Page {
        /// Its title.
        pub title: String,
        /// One sentence for search engines and lists.
        pub description: String,
    }
}
