//! Ranges in a calendar: never a date, always said to be a window.

use chrono::NaiveDate;

use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::CalendarEntry;
use crate::pages::parts::Frame;
use crate::pages::sections::expected::ExpectedView;

/// The entries of a calendar: the opening and the closing of each range that is not past, each said
/// to be a window and no date; what was planned for one day stands on that day as planned.
///
/// * `name`: the council's name; `slug`: what makes the entries' names unique.
pub fn entries(frame: &Frame<'_>, slug: &Id, name: &str, views: &[ExpectedView]) -> Vec<CalendarEntry> {
    let url = frame.absolute(&Address::next(slug));
    let mut all = Vec::new();
    for it in views {
        let window = Window {
            uid: format!("{slug}-{}", it.id),
            title: format!("{name}: {}", it.title),
            about: format!("{}. {} {}", it.range, it.basis, it.caveat),
            url: url.clone(),
        };
        all.extend(it.days.into_iter().flat_map(|days| window.entries(frame.today, days)));
    }
    all
}

/// A range of days in a calendar.
#[derive(Debug)]
pub struct Window {
    /// Its name.
    pub uid: String,
    /// What it is about.
    pub title: String,
    /// What it rests on.
    pub about: String,
    /// The page about it.
    pub url: String,
}

impl Window {
    /// The opening, unless that has been, and the closing; one entry where it is one day.
    pub fn entries(&self, today: PartialDate, (first, last): (NaiveDate, NaiveDate)) -> Vec<CalendarEntry> {
        let entry = |end: &str, words: &str, day: NaiveDate| CalendarEntry {
            uid: format!("{}-{end}", self.uid),
            title: format!("{} ({words}, not a date)", self.title),
            about: format!("A window, not a date: {}", self.about),
            url: self.url.clone(),
            day,
        };
        if first == last {
            return vec![CalendarEntry {
                title: format!("{} (as planned, not certain)", self.title),
                about: format!("As planned, not certain: {}", self.about),
                ..entry("day", "", first)
            }];
        }
        let opens = Some(first).filter(|first| *first >= today.first());
        let opens = opens.map(|first| entry("opens", "window opens", first));
        opens.into_iter().chain([entry("closes", "window closes", last)]).collect()
    }
}
