//! Small help with English.

/// `a, b and c`.
pub fn join(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Small numbers in words, `one` to `nine`; larger ones in figures.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// A number and its noun: `one visit`, `six visits`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// The text with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with its first letter small, for a title within a sentence.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A heading as a name for an address: `What inspectors found` → `what-inspectors-found`.
pub fn slug(text: &str) -> String {
    let words: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

/// A place as it stands inside a sentence: `the Isle of Wight`, `the City of London`, `Barnet`.
pub fn with_article(place: &str) -> String {
    let takes_it = ["Isle ", "Isles ", "City of "].iter().any(|start| place.starts_with(start));
    if takes_it { format!("the {place}") } else { place.to_owned() }
}

/// A share in whole per cent: `23%`, `under 1%`, `over 99%`; `none` of nothing.
pub fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "none".to_owned();
    }
    match (part * 200 + whole) / (whole * 2) {
        0 if part > 0 => "under 1%".to_owned(),
        100 if part < whole => "over 99%".to_owned(),
        percent => format!("{percent}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_read_as_english() {
        assert_eq!(join(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(count(1, "visit", "visits"), "one visit");
        assert_eq!(count(12, "visit", "visits"), "12 visits");
        assert_eq!(slug("What’s next: 2026?"), "whats-next-2026");
    }
}
