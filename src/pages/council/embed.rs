//! A council’s grades as a card for other sites: one piece of HTML that needs nothing from elsewhere, says
//! the grade in words, its date and its source, and leads back. As a page of its own for frames, as text
//! to paste, and as oEmbed.

use serde::Serialize;
use serde_json::json;

use crate::analysis::CouncilFindings;
use crate::analysis::Standing;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::capitalised;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::PageFile;
use crate::pages::parts::Pasted;
use crate::pages::sections::rated::rated;
use crate::pages::words::escaped;
use crate::record::framework::Grade;
use crate::register::Dossier;
use crate::register::Release;

/// Height of the card in a frame, in pixels: every council’s fits from 320 pixels of width.
const HEIGHT: usize = 740;
/// Height in which nearly every card fits where there is room for its whole width.
const SHOWN: usize = 540;
/// Its width at the most, in pixels.
const WIDTH: usize = 480;

/// How to embed a council’s grades.
#[derive(Debug, Serialize)]
pub struct EmbedPage {
    council: Link,
    height: usize,
    /// To paste: stays as it is.
    pasted: String,
    /// For a frame: always the latest.
    framed: String,
    /// For a frame: as a release has it.
    frozen: Option<String>,
    /// For the drawing of the grades through time.
    grades: Option<Pasted>,
    /// The card as a page, and oEmbed.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// The page and its head.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    found: &CouncilFindings<'_>,
    last: Option<&Release>,
) -> (Head, EmbedPage, Vec<Id>) {
    let here = Here::at(Address::embed(slug));
    let council = dossier.council();
    let card = |heading: &str| card(frame, slug, dossier, found.standing.as_ref(), heading);
    let address = |page: &Address| format!("{}card.html", frame.absolute(page));
    let framed = |url: &str| {
        let title = escaped(&format!("Grades of {}", council.official_name));
        format!(
            "<iframe src=\"{url}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>"
        )
    };
    let pasted = card("p");
    let page = EmbedPage {
        council: frame.council(&here, slug),
        height: SHOWN,
        framed: framed(&address(here.address())),
        frozen: last.map(|it| framed(&address(&Address::frozen(&it.tag, here.address())))),
        grades: rated(frame, slug, dossier, &found.grid).map(|it| it.pasted),
        files: vec![document(frame, slug, &card("h1")), oembed(frame, &council.official_name, &pasted)],
        pasted,
    };
    let about = format!("The grades of {} as a card for your own site.", council.official_name);
    (
        frame.head(&here, format!("{}: embed the grades", council.name), about, frame.way(&here, slug)),
        page,
        Vec::new(),
    )
}

/// The card. Its colours and sizes are its own, so that it looks the same wherever it is put.
fn card(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    standing: Option<&Standing<'_>>,
    heading: &str,
) -> String {
    let (site, council) = (&frame.register.site, dossier.council());
    let url = home(frame, slug);
    let ended = council.ended_before(frame.today).map(|it| {
        let day = it.on.value.long();
        format!(
            "<p style=\"margin:.5em 0 0\"><b>This council no longer exists.</b> Its last day was {day}.</p>"
        )
    });
    let ended = ended.unwrap_or_default();
    let reach = council.horizons.get("inspections").or_else(|| site.horizons.get("inspections"));
    let reach = reach.map(|it| format!("; {} up to {}", it.what, it.complete_to.value.long()));
    let reach = escaped(&reach.unwrap_or_default());
    let told = standing
        .map_or_else(|| "<p style=\"margin:.5em 0\">No inspection is recorded here.</p>".to_owned(), told);
    format!(
        "<figure style=\"box-sizing:border-box;max-width:{WIDTH}px;margin:0;padding:16px;border:2px solid #1d1b17;background:#fbf8f1;color:#1d1b17;font:16px/1.4 'Gill Sans Nova',Ubuntu,Calibri,'Noto Sans',sans-serif\"><{heading} style=\"margin:0;font:600 22px/1.2 Palatino,P052,Georgia,serif\"><a href=\"{url}\" style=\"color:#12436d\">{}</a></{heading}><p style=\"margin:0\">{}</p>{told}{ended}<figcaption style=\"margin-top:.7em;font-size:14px\">{}{}, as at {}{reach}. <a href=\"{url}\" style=\"color:#12436d\">Everything on record, with every source</a></figcaption></figure>",
        escaped(&council.official_name),
        escaped(&capitalised(&site.service)),
        standing.map(|it| format!("Source: {}. ", escaped(&source(frame, it)))).unwrap_or_default(),
        escaped(&site.title),
        frame.today.long(),
    )
}

/// The page of the council to which the card leads: on the card of a release, that release’s.
fn home(frame: &Frame<'_>, slug: &Id) -> String {
    let page = Address::council(slug);
    frame.absolute(&frame.release.map_or_else(|| page.clone(), |tag| Address::frozen(tag, &page)))
}

/// The grades, each with its mark and its words, and the day of the report.
fn told(it: &Standing<'_>) -> String {
    let of = |grade: &Grade| format!("{} {}", mark(grade), escaped(&grade.wording));
    let head = match it.headline {
        Some((judgement, grade)) => format!(
            "<p style=\"margin:.5em 0 0;font:600 28px/1.2 Palatino,P052,Georgia,serif\">{}</p><p style=\"margin:0\">{}, report of {}</p>",
            of(grade),
            escaped(&judgement.wording),
            it.inspection.record.published.value.long()
        ),
        None => format!(
            "<p style=\"margin:.5em 0 0\"><b>No overall grade{}</b>, report of {}</p>",
            it.no_headline.map(|why| format!(": {}", escaped(why))).unwrap_or_default(),
            it.inspection.record.published.value.long()
        ),
    };
    let part = |(judgement, grade): &(&crate::record::framework::Judgement, &Grade)| {
        format!("<li style=\"margin:.2em 0\"><b>{}</b>: {}</li>", of(grade), escaped(&judgement.wording))
    };
    let parts: String = it.parts.iter().map(part).collect();
    let parts = if parts.is_empty() {
        parts
    } else {
        format!("<ul style=\"margin:.5em 0;padding:0;list-style:none\">{parts}</ul>")
    };
    let visits = match it.visits_since.last() {
        Some(last) => format!(
            "<p style=\"margin:.5em 0 0\">Last visit since then on record: {}. A visit gives no grade.</p>",
            last.record.start.value.long()
        ),
        None => String::new(),
    };
    format!("{head}{parts}{visits}")
}

/// The mark of a grade, as a letter that every font has.
fn mark(grade: &Grade) -> &'static str {
    match grade.glyph.as_str() {
        "1" => "◆",
        "2" => "●",
        "3" => "◐",
        "4" => "■",
        _ => "–",
    }
}

/// The source of the grades: who, and which document.
fn source(frame: &Frame<'_>, it: &Standing<'_>) -> String {
    let first = it.inspection.record.source.0.first().map(|it| frame.register.source(&it.id.value));
    first.map(|it| format!("{}, {}", it.publisher, it.title)).unwrap_or_default()
}

/// The card as a page, for a frame.
fn document(frame: &Frame<'_>, slug: &Id, card: &str) -> PageFile {
    let name = &frame.register.shelves.dossiers[slug].council().official_name;
    let text = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Grades of {}</title>\n<meta name=\"description\" content=\"The latest grades on record, with date and source.\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{}\">\n<base target=\"_top\">\n</head>\n<body style=\"margin:0\">\n<main>\n{card}\n</main>\n</body>\n</html>\n",
        frame.register.site.language,
        escaped(name),
        home(frame, slug),
    );
    PageFile::new("card.html", text)
}

/// oEmbed 1.0, rich (oembed.com, section 2.3.4.4).
fn oembed(frame: &Frame<'_>, council: &str, html: &str) -> PageFile {
    let site = &frame.register.site.title;
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": format!("Grades of {council}, as at {}", frame.today.long()),
        "author_name": site,
        "provider_name": site,
        "provider_url": frame.base_url,
        "html": html,
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": 86_400,
    });
    PageFile::new("oembed.json", format!("{document:#}\n"))
}
