//! Closed sets of words, each with the word that authors write and the words that readers see.

/// One of a closed set of words.
pub trait Choice: Sized + Copy + 'static {
    /// What the set is called in a fault: `a source tier`.
    const WHAT: &'static str;
    /// Every word that may be written, with its value.
    const WORDS: &'static [(&'static str, Self)];
    /// The word as written in content.
    fn word(self) -> &'static str;
    /// The words that a reader sees.
    fn label(self) -> &'static str;
}

/// Declares a [`Choice`]: `choice! { "a tier"; pub enum Tier { Press = "press" / "press report" } }`.
macro_rules! choice {
    ($what:literal; $(#[$meta:meta])* pub enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident = $word:literal / $label:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)* }

        impl $crate::domain::Choice for $name {
            const WHAT: &'static str = $what;
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant),)*];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
            fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }
        }
    };
}
pub(crate) use choice;
