//! Calendars: RFC 5545, one all-day entry for the opening and one for the closing of a window. Names
//! of entries stay the same from build to build, so that an import again changes nothing.

use std::fmt::Write;

use chrono::Days;
use chrono::NaiveDate;

use crate::domain::PartialDate;
use crate::pages::parts::PageFile;

/// An entry of a calendar.
#[derive(Debug, Clone)]
pub struct CalendarEntry {
    /// Its name, which never changes.
    pub uid: String,
    /// What it is.
    pub title: String,
    /// What it rests on.
    pub about: String,
    /// The page about it.
    pub url: String,
    /// The day.
    pub day: NaiveDate,
}

/// A calendar as a file.
///
/// * `today`: the as-at date, which stands as the time at which the entries were made.
/// * `host`: makes names unique in the world.
pub fn calendar(today: PartialDate, host: &str, title: &str, entries: &[CalendarEntry]) -> PageFile {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Loxley//Loxley//EN");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", &escaped(title));
    for it in entries {
        let next = it.day.checked_add_days(Days::new(1)).unwrap_or(it.day);
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}@{host}", it.uid));
        line("DTSTAMP", &format!("{}T000000Z", today.first().format("%Y%m%d")));
        line("DTSTART;VALUE=DATE", &it.day.format("%Y%m%d").to_string());
        line("DTEND;VALUE=DATE", &next.format("%Y%m%d").to_string());
        line("SUMMARY", &escaped(&it.title));
        line("DESCRIPTION", &escaped(&it.about));
        line("URL", &it.url);
        line("STATUS", "TENTATIVE");
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    PageFile::new("calendar.ics", text)
}

/// A text value: commas, semicolons, backslashes and line breaks stand escaped.
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    text.chars().filter(|it| !it.is_control()).collect()
}

/// Writes a line; one longer than 75 bytes goes on in the next, which begins with a space.
fn fold(text: &mut String, line: &str) {
    let mut room = 75;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            room = 74;
        }
        room -= letter.len_utf8();
        text.push(letter);
    }
    let _ = write!(text, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::CalendarEntry;
    use super::calendar;
    use chrono::NaiveDate;

    #[test]
    fn long_lines_are_folded_and_days_end_on_the_next() {
        let entry = CalendarEntry {
            uid: "barford-inspection-opens".to_owned(),
            title: "Barford; window, not a date\rBEGIN:VALARM".to_owned(),
            about: "é".repeat(60),
            url: "https://record.example/".to_owned(),
            day: NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day"),
        };
        let today = "2026-11-23".parse().expect("a date");
        let text = calendar(today, "record.example", "Barford", &[entry]).text;
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Barford\\; window\\, not a date\\nBEGIN:VALARM\r\n"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains(&"é".repeat(60)), "{text}");
    }
}
