//! A council's grades through time: a lane for each judgement, a band from each report to the next.
//! The graver the grade, the heavier the band; its word and shape stand where it begins.

use crate::charts::Drawing;
use crate::charts::at;
use crate::charts::escaped;
use crate::charts::filled;
use crate::charts::percent;

const LANE: f64 = 54.0;

/// The lanes of a council.
#[derive(Debug, Clone)]
pub struct Ratings {
    /// A lane for each line of judgement.
    pub lanes: Vec<Lane>,
    /// First and last day, as years with a fraction: `2014.37`.
    pub span: (f64, f64),
    /// Days of reports under a framework unlike that of the report before.
    pub breaks: Vec<f64>,
    /// First and last day on which each visit can have begun; visits give no grade.
    pub visits: Vec<(f64, f64)>,
}

/// One line of judgement.
#[derive(Debug, Clone)]
pub struct Lane {
    /// Its title.
    pub title: String,
    /// What was held, oldest first.
    pub held: Vec<Held>,
}

/// What was held from one report to the next.
#[derive(Debug, Clone)]
pub struct Held {
    /// From when.
    pub from: f64,
    /// Until when.
    pub to: f64,
    /// Name of the glyph: `1` to `4`, `0` for no grade.
    pub glyph: String,
    /// The grade in its own words, or why there is none.
    pub words: String,
}

/// The drawing.
pub fn ratings(chart: &Ratings) -> Drawing {
    let edge = edge(chart);
    let place = |year: f64| ((year - chart.span.0) / (edge - chart.span.0)).clamp(0.0, 1.0);
    let lanes = chart.lanes.len();
    let foot = LANE * count(lanes);
    let mut inner = String::new();
    for at_break in &chart.breaks {
        inner += &format!(
            "<svg x=\"{}\"><path class=\"gap\" d=\"M-5 0V{h}M-2 0V{h}\"/></svg>",
            percent(place(*at_break)),
            h = at(foot)
        );
    }
    for (n, lane) in chart.lanes.iter().enumerate() {
        inner += &lane_of(lane, LANE * count(n), &place);
    }
    let mut height = foot;
    if !chart.visits.is_empty() {
        inner += &format!("<text class=\"title\" y=\"{}\">Visits (no grade)</text>", at(height + 13.0));
        for (first, last) in &chart.visits {
            // Of which not the day is known, the visit is a line as long as what is known.
            let (x, width) = (place(*first), place(*last) - place(*first));
            inner += &if last - first < 0.01 {
                format!(
                    "<circle class=\"visit\" cx=\"{}\" cy=\"{}\" r=\"4\"/>",
                    percent(x),
                    at(height + 26.0)
                )
            } else {
                format!(
                    "<rect class=\"visit\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"6\" rx=\"3\"/>",
                    percent(x),
                    at(height + 23.0),
                    percent(width.max(0.012))
                )
            };
        }
        height += 36.0;
    }
    inner += &years(chart.span, height, &place);
    Drawing {
        inner,
        height: (LANE as usize) * lanes + if chart.visits.is_empty() { 22 } else { 58 },
        kind: "rated",
    }
}

/// Where the drawing ends: room is left after the last band, so that the latest grades can be read however
/// lately they were given.
fn edge(chart: &Ratings) -> f64 {
    let from = chart.lanes.iter().filter_map(|lane| Some(lane.held.last()?.from));
    let latest = from.fold(chart.span.0, f64::max);
    chart.span.1.max((latest - LATEST * chart.span.0) / (1.0 - LATEST))
}

/// The least share of a drawing from where the latest grades begin to its end.
const LATEST: f64 = 0.3;

#[expect(clippy::cast_precision_loss, reason = "a framework has a handful of judgements")]
fn count(lanes: usize) -> f64 {
    lanes as f64
}

fn lane_of(lane: &Lane, top: f64, place: &dyn Fn(f64) -> f64) -> String {
    let mut drawn = format!("<text class=\"title\" y=\"{}\">{}</text>", at(top + 13.0), escaped(&lane.title));
    for (n, held) in lane.held.iter().enumerate() {
        let (from, to) = (place(held.from), place(held.to));
        let room = if n + 1 == lane.held.len() { 1.0 } else { to } - from;
        let height = match held.glyph.as_str() {
            "1" => 5.0,
            "2" => 8.0,
            "3" => 11.0,
            "4" => 15.0,
            _ => 1.0,
        };
        let (x, width) = (percent(from), percent((to - from - 0.004).max(0.004)));
        drawn += &format!(
            "<rect {} x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{}\"/>",
            filled(&held.glyph),
            at(top + 50.0 - height),
            at(height)
        );
        drawn += &format!(
            "<svg x=\"{x}\" y=\"{}\"><use href=\"#g{}\" width=\"12\" height=\"12\"/>{}</svg>",
            at(top + 19.0),
            held.glyph,
            word(&held.words, room)
        );
    }
    drawn
}

/// The words of a grade, where its band has room for them: on a narrow drawing the shape stands alone.
fn word(words: &str, share: f64) -> String {
    let room = |letter: f64| 22.0 + letter * count(words.chars().count());
    let class = match share {
        share if share * NARROW >= room(SMALL_LETTER) => "word",
        share if share * WIDE >= room(LETTER) => "word wide",
        share if share * WIDEST >= room(LETTER) => "word widest",
        _ => return String::new(),
    };
    format!("<text class=\"{class}\" x=\"16\" y=\"10.5\">{}</text>", escaped(words))
}

/// Least widths in pixels of a drawing, of one that is called wide, and of one that is called widest.
const NARROW: f64 = 290.0;
const WIDE: f64 = 560.0;
const WIDEST: f64 = 790.0;
/// Widths in pixels of an average letter of a grade, in the widest of the fonts that readers may have, on
/// drawings less than wide and on all others.
const SMALL_LETTER: f64 = 6.1;
const LETTER: f64 = 6.8;

/// The years, at most eight of them.
fn years(span: (f64, f64), y: f64, place: &dyn Fn(f64) -> f64) -> String {
    let (first, last) = (span.0.ceil(), span.1.floor());
    let every = ((last - first) / 7.0).ceil().max(1.0);
    let mut drawn = format!("<path class=\"rule\" d=\"M0 {}h4000\"/>", at(y));
    let mut year = first;
    let mut is_wide = false;
    while year <= last {
        let class = if is_wide { "mark wide" } else { "mark" };
        // The last year stands before its stroke where there is no room after it.
        let anchor = if place(year) > 0.9 { "x=\"-3\" text-anchor=\"end\"" } else { "x=\"3\"" };
        drawn += &format!(
            "<svg x=\"{}\" y=\"{}\"><path class=\"rule\" d=\"M0 0v5\"/><text class=\"{class}\" {anchor} y=\"14\">{year}</text></svg>",
            percent(place(year)),
            at(y)
        );
        year += every;
        is_wide = !is_wide;
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::Held;
    use super::Lane;
    use super::Ratings;
    use super::ratings;
    use super::word;

    #[test]
    fn a_word_longer_than_its_band_is_left_to_the_shape() {
        let words = "Requires improvement to be good";
        assert_eq!(word(words, 0.29), "");
        assert!(word(words, 0.3).contains("\"word widest\""));
        assert!(word("Good", 0.3).contains("\"word\""));
    }

    #[test]
    fn the_latest_grade_has_room_for_its_word_however_late_it_is() {
        let held =
            |from, to, glyph: &str, words: &str| Held { from, to, glyph: glyph.into(), words: words.into() };
        let held = vec![held(2014.0, 2023.9, "2", "Good"), held(2023.9, 2024.0, "4", "Inadequate")];
        let lanes = vec![Lane { title: "Overall".into(), held }];
        let chart = Ratings { lanes, span: (2014.0, 2024.0), breaks: Vec::new(), visits: Vec::new() };
        let drawn = ratings(&chart).inner;
        assert!(drawn.contains("<svg x=\"70%\"") && drawn.contains(">Inadequate<"), "{drawn}");
        assert!(!drawn.contains(">2025<"), "no year is drawn that the record does not reach: {drawn}");
    }

    #[test]
    fn a_band_reaches_from_its_report_to_the_next() {
        let held =
            |from, to, glyph: &str, words: &str| Held { from, to, glyph: glyph.into(), words: words.into() };
        let lane = Lane {
            title: "Overall".into(),
            held: vec![held(2014.0, 2019.0, "2", "Good"), held(2019.0, 2024.0, "4", "Inadequate")],
        };
        let chart = Ratings {
            lanes: vec![lane],
            span: (2014.0, 2024.0),
            breaks: vec![2019.0],
            visits: vec![(2020.0, 2020.0), (2021.0, 2022.0)],
        };
        let drawn = ratings(&chart);
        assert!(
            drawn.inner.contains("<rect class=\"w2\" x=\"0%\" y=\"42\" width=\"49.6%\" height=\"8\"/>"),
            "{}",
            drawn.inner
        );
        assert!(drawn.inner.contains("<rect class=\"w4\" x=\"50%\"") && drawn.inner.contains(">Inadequate<"));
        assert!(
            drawn.inner.contains("class=\"visit\" cx=\"60%\"")
                && drawn.inner.contains("class=\"visit\" x=\"70%\"")
                && drawn.inner.contains("class=\"gap\"")
        );
        assert_eq!(drawn.height, 112);
    }
}
