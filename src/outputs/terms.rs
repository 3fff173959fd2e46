//! Words of the glossary become links where a page first uses them.
//!
//! This reads HTML that our own templates made, in which `<` and `>` stand for nothing but tags. A
//! general rewriter of HTML (`lol_html`) would cost ten times as much for each page.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use aho_corasick::MatchKind;

/// Elements in which no word is made a link: they are links, headings, quotations, labels or drawings.
const LEFT_ALONE: [&str; 18] = [
    "textarea",
    "script",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "th",
    "dt",
    "svg",
    "q",
    "blockquote",
    "summary",
    "label",
    "button",
    "option",
    "nav",
    "form",
];

/// The words of a glossary, ready to be found.
#[derive(Debug)]
pub struct Terms {
    finder: AhoCorasick,
    ids: Vec<String>,
}

impl Terms {
    /// A finder of these words.
    ///
    /// * `terms`: title and id of each; nothing comes of none.
    pub fn new(terms: &[(String, String)]) -> Option<Self> {
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(terms.iter().map(|(title, _)| title.replace('&', "&amp;")))
            .ok()?;
        (!terms.is_empty()).then(|| Self { finder, ids: terms.iter().map(|(_, id)| id.clone()).collect() })
    }

    /// The page with each word a link to `glossary`, where it first stands in running text.
    pub fn link(&self, html: &str, glossary: &str) -> String {
        let mut out = String::with_capacity(html.len() + 2_000);
        let mut linked = BTreeSet::new();
        let main = html.find("<main").unwrap_or(html.len());
        let end = html[main..].find("</main").map_or(html.len(), |at| main + at);
        out.push_str(&html[..main]);
        let mut inside: Vec<&str> = Vec::new();
        let mut rest = &html[main..end];
        while !rest.is_empty() {
            let (text, from_tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            if inside.is_empty() {
                self.text(text, glossary, &mut linked, &mut out)
            } else {
                out.push_str(text)
            }
            let close = from_tag.find('>').map_or(from_tag.len(), |at| at + 1);
            step(&from_tag[..close], &mut inside);
            out.push_str(&from_tag[..close]);
            rest = &from_tag[close..];
        }
        out.push_str(&html[end..]);
        out
    }

    fn text(&self, text: &str, glossary: &str, linked: &mut BTreeSet<usize>, out: &mut String) {
        let mut done = 0;
        for found in self.finder.find_iter(text) {
            let term = found.pattern().as_usize();
            let (before, after) = (&text[..found.start()], &text[found.end()..]);
            if linked.contains(&term) || !is_word(before, after) {
                continue;
            }
            linked.insert(term);
            out.push_str(&text[done..found.start()]);
            // A plural is the same word, and a link as a whole.
            let end = found.end() + usize::from(after.starts_with('s'));
            let word = &text[found.start()..end];
            out.push_str(&format!("<a href=\"{glossary}#{}\">{word}</a>", self.ids[term]));
            done = end;
        }
        out.push_str(&text[done..]);
    }
}

/// Whether a word stands between these by itself; a plural is the same word.
fn is_word(before: &str, after: &str) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '’' | '\'');
    let after = after.strip_prefix('s').unwrap_or(after);
    // After an ampersand stands the name of a character, not a word.
    !before.chars().next_back().is_some_and(|letter| joins(letter) || letter == '&')
        && !after.chars().next().is_some_and(joins)
}

/// Notes that an element is entered or left.
fn step<'h>(tag: &'h str, inside: &mut Vec<&'h str>) {
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    if !LEFT_ALONE.contains(&name) {
        return;
    }
    if tag.starts_with("</") {
        if inside.last() == Some(&name) {
            inside.pop();
        }
    } else if !tag.ends_with("/>") {
        inside.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::Terms;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let terms = [("Visit", "visit"), ("Monitoring visit", "monitoring-visit")];
        let terms: Vec<(String, String)> = terms.map(|(title, id)| (title.to_owned(), id.to_owned())).into();
        let made = Terms::new(&terms).expect("two words").link(&format!("<main>{html}</main>visit"), "g");
        assert_eq!(made, format!("<main>{expected}</main>visit"));
    }

    #[test]
    fn a_word_is_a_link_where_it_first_stands() {
        check("<p>A visit, a visit.", "<p>A <a href=\"g#visit\">visit</a>, a visit.");
        check("<p>Six monitoring visits.", "<p>Six <a href=\"g#monitoring-visit\">monitoring visits</a>.");
    }

    #[test]
    fn links_headings_and_parts_of_words_are_left_alone() {
        check(
            "<a href=x>visit</a><h2>Visit</h2><p>visitor re-visit &visit;",
            "<a href=x>visit</a><h2>Visit</h2><p>visitor re-visit &visit;",
        );
    }
}
