//! Characters that cannot be seen, in keys, values and prose: they make one text look like another, and some
//! no page, feed or table can hold.

use crate::report::Fault;
use crate::report::Report;
use crate::report::Span;

/// Refuses a text with a character that cannot be seen.
///
/// * `place`: where a character stands, by its byte in the text.
pub fn refuse(report: &mut Report, text: &str, place: impl Fn(usize) -> Span) {
    if let Some((at, c)) = text.char_indices().find(|(_, c)| !is_visible(*c)) {
        let message = format!("a character that cannot be seen, U+{:04X}", u32::from(c));
        let fault = Fault::error("text::character", place(at), message);
        report.add(fault.help("take it out: it often comes along when text is copied from a PDF"));
    }
}

/// Whether a character can stand in a record: none that XML 1.0 excludes (section 2.2), none that has no
/// width or turns the direction of a text, so that two names that look alike are alike.
fn is_visible(c: char) -> bool {
    let is_hidden = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}');
    matches!(c, '\n' | '\r' | '\t') || !(c.is_control() || is_hidden)
}
