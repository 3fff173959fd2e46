//! Markdown into safe HTML. Raw HTML and links that a page should not have are faults with their
//! place, so nothing needs to be cleaned up afterwards.

use std::collections::BTreeMap;

use pulldown_cmark::CowStr;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::LinkType;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::html::push_html;

use crate::domain::slug;
use crate::record::hidden;
use crate::register::Prose;
use crate::register::ROOT_MARK;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;
use crate::report::Spanned;

/// What a text mentions; whether it exists is known only when all files have been read.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Addresses of this site: `/glossary/`, `/councils/nottingham/#money`.
    pub addresses: Vec<Spanned<String>>,
    /// Paths of pictures below `content/`.
    pub images: Vec<Spanned<String>>,
}

/// A text in a file: its place, and the folder that pictures are looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file.
    pub file: FileId,
    /// Byte of the file at which the text starts.
    pub base: usize,
    /// Folder below `content/`: `councils/nottingham`.
    pub folder: &'a str,
}

/// Makes HTML of Markdown. Headings get ids and start at level two.
pub fn render(report: &mut Report, source: Source<'_>, text: &str) -> (Prose, Mentions) {
    hidden::refuse(report, text, |at| Span::new(source.file, source.base + at, source.base + at));
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    let mut filter = Filter { report, source, mentions: Mentions::default(), ids: BTreeMap::new() };
    let mut events: Vec<Event<'_>> = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let span = Span::new(source.file, source.base + range.start, source.base + range.end);
        filter.take(event, span, &mut events);
    }
    let mut html = String::with_capacity(text.len() * 3 / 2);
    push_html(&mut html, events.into_iter());
    (Prose::new(html.trim().to_owned(), text), filter.mentions)
}

struct Filter<'a> {
    report: &'a mut Report,
    source: Source<'a>,
    mentions: Mentions,
    ids: BTreeMap<String, usize>,
}

impl Filter<'_> {
    fn take<'t>(&mut self, event: Event<'t>, span: Span, events: &mut Vec<Event<'t>>) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => self.refuse_html(span),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.link(&dest_url, link_type, span);
                events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.image(&dest_url, span);
                events.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
            }
            Event::End(TagEnd::Heading(level)) => {
                self.name_heading(events);
                events.push(Event::End(TagEnd::Heading(lowered(level))));
            }
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                events.push(Event::Start(Tag::Heading { level: lowered(level), id, classes, attrs }));
            }
            // Alignment would become an inline style, which a strict content policy forbids.
            Event::Start(Tag::Table(columns)) => {
                let none = vec![pulldown_cmark::Alignment::None; columns.len()];
                events.push(Event::Start(Tag::Table(none)));
            }
            other => events.push(other),
        }
    }

    fn refuse_html(&mut self, span: Span) {
        let fault = Fault::error("markdown::html", span, "HTML is not taken in Markdown");
        self.report.add(fault.help("write Markdown; to show a `<`, write `\\<`"));
    }

    fn link<'t>(&mut self, url: &str, kind: LinkType, span: Span) -> CowStr<'t> {
        if kind == LinkType::Email {
            return format!("mailto:{url}").into();
        }
        if let Some(path) = url.strip_prefix('/') {
            self.mentions.addresses.push(Spanned { value: url.to_owned(), span });
            return format!("{ROOT_MARK}{}", page_file(path)).into();
        }
        if !["https://", "http://", "mailto:", "#"].iter().any(|start| url.starts_with(start)) {
            let fault = Fault::error(
                "link::scheme",
                span,
                format!("`{url}` is not an address that a page may link to"),
            );
            self.report.add(
                fault.help("write `https://…`, or a page of this site from its root, like `/glossary/`"),
            );
        }
        url.to_owned().into()
    }

    fn image<'t>(&mut self, url: &str, span: Span) -> CowStr<'t> {
        let path =
            url.strip_prefix('/').map_or_else(|| format!("{}/{url}", self.source.folder), str::to_owned);
        let path = path.trim_start_matches("./").trim_start_matches('/').replace("/./", "/");
        self.mentions.images.push(Spanned { value: path.clone(), span });
        format!("{ROOT_MARK}{path}").into()
    }

    /// Gives the heading that just ended an id made of its words.
    fn name_heading(&mut self, events: &mut [Event<'_>]) {
        let start = events.iter().rposition(|event| matches!(event, Event::Start(Tag::Heading { .. })));
        let Some(start) = start else { return };
        let words: String = events[start..]
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let name = slug(&words);
        let count = self.ids.entry(name.clone()).or_default();
        *count += 1;
        let name = if *count == 1 { name } else { format!("{name}-{count}") };
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[start] {
            *id = Some(name.into());
        }
    }
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

/// The file behind a site address without its first slash: `glossary/#a` → `glossary/index.html#a`.
fn page_file(path: &str) -> String {
    let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
    let file =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    anchor.map_or(file.clone(), |anchor| format!("{file}#{anchor}"))
}
