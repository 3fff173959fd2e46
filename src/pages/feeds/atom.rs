//! A feed as Atom (RFC 4287).

use chrono::NaiveDate;
use quick_xml::Writer;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

use crate::pages::feeds::Feed;
use crate::pages::feeds::entry::Entry;
use crate::pages::feeds::entry::name;
use crate::pages::feeds::home;
use crate::pages::feeds::updated;
use crate::pages::parts::Frame;

type Xml = Writer<Vec<u8>>;
type Written = std::io::Result<()>;

/// The feed as text.
pub fn atom(frame: &Frame<'_>, feed: &Feed) -> String {
    let mut xml = Writer::new(Vec::new());
    // Memory takes every write.
    write(&mut xml, frame, feed).expect("memory can be written");
    String::from_utf8(xml.into_inner()).expect("what was written is text")
}

fn write(xml: &mut Xml, frame: &Frame<'_>, feed: &Feed) -> Written {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let site = &frame.register.site;
    let own = format!("{}feed.xml", frame.absolute(&feed.page));
    let root = xml.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    root.with_attribute(("xml:lang", site.language.as_str())).write_inner_content(|xml| {
        element(xml, "id", &name(frame, &format!("{}feed", feed.page)))?;
        element(xml, "title", &feed.title)?;
        element(xml, "updated", &stamp(updated(feed).unwrap_or(frame.today.first())))?;
        link(xml, "self", "application/atom+xml", &own)?;
        link(xml, "alternate", "text/html", &home(frame, feed))?;
        author(xml, &site.title)?;
        element(
            xml,
            "rights",
            &format!("{}. {}", site.licence.facts.trim_end_matches('.'), site.licence.attribution),
        )?;
        feed.entries.iter().try_for_each(|it| entry(xml, it))
    })?;
    Ok(())
}

fn entry(xml: &mut Xml, it: &Entry) -> Written {
    xml.create_element("entry").write_inner_content(|xml| {
        element(xml, "id", &it.id)?;
        element(xml, "title", &it.title)?;
        element(xml, "published", &stamp(it.published))?;
        element(xml, "updated", &stamp(it.updated))?;
        link(xml, "alternate", "text/html", &it.url)?;
        xml.create_element("category").with_attribute(("term", it.kind.as_str())).write_empty()?;
        let content = xml.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&it.html))?;
        Ok(())
    })?;
    Ok(())
}

fn author(xml: &mut Xml, name: &str) -> Written {
    xml.create_element("author").write_inner_content(|xml| element(xml, "name", name))?;
    Ok(())
}

fn element(xml: &mut Xml, name: &str, text: &str) -> Written {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) -> Written {
    let link = xml.create_element("link").with_attribute(("rel", rel)).with_attribute(("type", kind));
    link.with_attribute(("href", href)).write_empty()?;
    Ok(())
}

/// A day as a time, as the format asks for one.
pub fn stamp(day: NaiveDate) -> String {
    day.format("%Y-%m-%dT00:00:00Z").to_string()
}
