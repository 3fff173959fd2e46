//! "Did you mean": the nearest of the known words.

use strsim::damerau_levenshtein;

/// The known word nearest to `written`, if it is near enough to be a slip of the fingers.
///
/// Near enough is a third of its letters, and at least one.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase().replace([' ', '_'], "-");
    let limit = (written.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|word| (damerau_levenshtein(&written, &word.replace('_', "-")), word))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, word)| word)
}

/// Words as they stand in a sentence: `a, b or c`, each in backquotes; at most twelve of them.
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        many if many.len() > 12 => format!("{} … ({} in all)", many[..12].join(", "), many.len()),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::list;
    use super::nearest;

    #[track_caller]
    fn check(written: &str, expected: Option<&str>) {
        let grades = ["outstanding", "good", "requires-improvement", "inadequate"];
        assert_eq!(nearest(written, grades), expected);
    }

    #[test]
    fn a_slip_finds_its_word_and_another_word_finds_none() {
        check("inadequte", Some("inadequate"));
        check("Requires Improvement", Some("requires-improvement"));
        check("requires_improvment", Some("requires-improvement"));
        check("adequate", Some("inadequate"));
        check("poor", None);
    }

    #[test]
    fn words_read_as_a_sentence() {
        assert_eq!(list(["a"]), "`a`");
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
