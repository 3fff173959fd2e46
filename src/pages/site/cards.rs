//! Pictures for those who share a page: council, grade in words with its mark, the day of the report, and
//! where it is from. Written as SVG here, drawn as PNG in the build.

use crate::analysis::Findings;
use crate::analysis::Standing;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::words::escaped;

/// A picture to draw.
#[derive(Debug)]
pub struct Picture {
    /// Its path below `public/`; one that ends in `.ico` is a PNG inside an icon file.
    pub path: String,
    /// The drawing.
    pub svg: String,
    /// Its width in pixels; the height follows.
    pub width: u32,
}

const INK: &str = "#1d1b17";
const SOFT: &str = "#5c564b";
const PAPER: &str = "#fbf8f1";

/// The mark of the site, in a square of 32.
const MARK: &str = "<rect width=\"32\" height=\"32\" rx=\"5\" fill=\"#12436d\"/><path d=\"M9 6v20h15v-4H13.5V6z\" fill=\"#fbf8f1\"/>";

/// A card for the site and for each council, and the site’s icons.
pub fn pictures(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Picture> {
    let site = &frame.register.site;
    let lines = vec![(64, INK, site.title.clone()), (34, SOFT, site.tagline.clone())];
    let mut all = vec![Picture { path: "card.png".to_owned(), svg: card(frame, &lines, None), width: 1200 }];
    for (slug, found) in &findings.councils {
        let svg = council(frame, slug, found.standing.as_ref());
        all.push(Picture { path: format!("councils/{slug}/card.png"), svg, width: 1200 });
    }
    let icon = |path: &str, width| Picture {
        path: path.to_owned(),
        svg: format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">{MARK}</svg>"),
        width,
    };
    all.extend([
        icon("favicon.ico", 32),
        icon("apple-touch-icon.png", 180),
        icon("icon-192.png", 192),
        icon("icon-512.png", 512),
    ]);
    all
}

/// `site.webmanifest`, for those who keep the site among their programs.
pub fn manifest(frame: &Frame<'_>) -> (String, String) {
    let icon = |width: u32| serde_json::json!({"src": format!("icon-{width}.png"), "sizes": format!("{width}x{width}"), "type": "image/png"});
    let document = serde_json::json!({
        "id": ".",
        "name": format!("{}: {}", frame.register.site.title, frame.register.site.tagline),
        "short_name": frame.register.site.title,
        "lang": frame.register.site.language,
        "start_url": "index.html",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [icon(192), icon(512)],
    });
    ("site.webmanifest".to_owned(), format!("{document:#}\n"))
}

fn council(frame: &Frame<'_>, slug: &Id, standing: Option<&Standing<'_>>) -> String {
    let council = frame.register.shelves.dossiers[slug].council();
    let mut lines = vec![(64, INK, council.official_name.clone())];
    let ended = council.ended_before(frame.today).map(|it| {
        (36, INK, format!("This council no longer exists: its last day was {}", it.on.value.long()))
    });
    let Some(it) = standing else {
        lines.push((40, SOFT, "No inspection is recorded here".to_owned()));
        return card(frame, &lines, None);
    };
    let when = it.inspection.record.published.value.long();
    match it.headline {
        Some((judgement, grade)) => {
            let known = format!("{}, report of {when}", judgement.wording);
            lines.extend([(76, INK, grade.wording.clone()), (36, SOFT, known)]);
            lines.extend(ended);
            card(frame, &lines, Some(grade.glyph.as_str()))
        }
        None => {
            let why = it.no_headline.unwrap_or("not recorded here");
            let parts: Vec<String> = it.parts.iter().map(|(_, grade)| grade.wording.clone()).collect();
            lines.push((44, INK, format!("No overall grade: {why}")));
            lines.push((36, SOFT, format!("Report of {when}. Grades of its parts: {}", parts.join(", "))));
            lines.extend(ended);
            card(frame, &lines, None)
        }
    }
}

/// Lines of text, each with its size and colour, broken where they are long; the mark of a grade stands
/// before the second.
fn card(frame: &Frame<'_>, lines: &[(usize, &str, String)], glyph: Option<&str>) -> String {
    let (mut y, mut drawn) = (90, String::new());
    for (n, (size, colour, text)) in lines.iter().enumerate() {
        y += size / 3;
        let mark = glyph.filter(|_| n == 1);
        let left = if mark.is_some() { 80 + size * 6 / 5 } else { 80 };
        if let Some(mark) = mark {
            let side = size * 4 / 5;
            drawn += &format!(
                "<g transform=\"translate(80 {}) scale({})\">{}</g>",
                y + size / 4,
                side as f32 / 16.0,
                shape(mark)
            );
        }
        for line in broken(text, (1120 - left) * 2 / size) {
            y += size;
            drawn += &format!(
                "<text x=\"{left}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\">{}</text>",
                escaped(&line)
            );
            y += size / 4;
        }
    }
    // Without the as-at date: the day of the report says it, and the picture is drawn again only when
    // the grade is another.
    let foot = format!("{} · {}", frame.register.site.title, frame.host());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" font-family=\"Ubuntu\" font-weight=\"300\"><rect width=\"1200\" height=\"630\" fill=\"{PAPER}\"/><rect x=\"80\" y=\"48\" width=\"1040\" height=\"8\" fill=\"{INK}\"/><rect x=\"80\" y=\"60\" width=\"1040\" height=\"2\" fill=\"{INK}\"/>{drawn}<g transform=\"translate(80 548) scale(1.25)\">{MARK}</g><text x=\"140\" y=\"578\" font-size=\"28\" fill=\"{SOFT}\">{}</text></svg>",
        escaped(&foot)
    )
}

/// The mark of a grade in a square of 16, as pages draw it.
fn shape(glyph: &str) -> String {
    match glyph {
        "1" => format!("<path fill=\"{INK}\" d=\"M8 0l2.2 5.8L16 8l-5.8 2.2L8 16l-2.2-5.8L0 8l5.8-2.2z\"/>"),
        "2" => format!("<circle fill=\"{INK}\" cx=\"8\" cy=\"8\" r=\"6\"/>"),
        "3" => format!(
            "<circle cx=\"8\" cy=\"8\" r=\"5.5\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.8\"/><path fill=\"{INK}\" d=\"M8 2.5a5.5 5.5 0 0 0 0 11z\"/>"
        ),
        "4" => format!("<path fill=\"{INK}\" d=\"M1.5 1.5h13v13h-13z\"/>"),
        _ => format!("<path fill=\"{INK}\" d=\"M3 7.2h10v1.6H3z\"/>"),
    }
}

/// A text in lines of at most so many letters.
fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is one");
        if last.is_empty() {
            last.push_str(word);
        } else if last.chars().count() + 1 + word.chars().count() <= most {
            *last += &format!(" {word}");
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
