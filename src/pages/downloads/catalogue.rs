//! The data as catalogues of data know it: DCAT and schema.org, as JSON-LD. The names are written out, so
//! that a reader needs no file from elsewhere.

use std::collections::HashMap;

use serde_json::Value;
use serde_json::json;

use crate::pages::downloads::described::Described;
use crate::pages::downloads::described::text;
use crate::pages::downloads::workbook;
use crate::pages::parts::Frame;
use crate::record::Site;

/// DCAT (W3C, version 3) in `data/catalogue.jsonld`.
///
/// * `texts`: the tables by their paths.
pub fn dcat(frame: &Frame<'_>, tables: &[Described], texts: &HashMap<&str, &str>) -> (String, String) {
    let site = &frame.register.site;
    let page = format!("{}data/", frame.base_url);
    let file = |path: &str, about: Option<String>| {
        let url = format!("{}{path}", frame.base_url);
        let size = texts
            .get(path)
            .map(|it| json!({"@type": "xsd:nonNegativeInteger", "@value": it.len().to_string()}));
        json!({
            "@id": format!("{url}#distribution"),
            "@type": "dcat:Distribution",
            "dct:title": path.trim_start_matches("data/"),
            "dct:description": about,
            "dct:license": licence(frame).map(|url| json!({"@id": url})),
            "dcat:accessURL": {"@id": page},
            "dcat:downloadURL": {"@id": url},
            "dcat:byteSize": size,
            "dcat:mediaType": {"@id": format!("https://www.iana.org/assignments/media-types/{}", media_type(path))},
        })
    };
    let inside = tables.iter().filter(|it| it.path.starts_with("data/"));
    let mut files: Vec<Value> = inside.map(|it| file(&it.path, it.about(frame))).collect();
    let book = "The tables, and all national series in one, for spreadsheet programs.";
    files.extend(frame.has_workbook.then(|| file(workbook::PATH, Some(book.to_owned()))));
    let dataset = format!("{}data/#dataset", frame.base_url);
    let document = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{}data/#catalogue", frame.base_url),
        "@type": "dcat:Catalog",
        "dct:title": site.title,
        "dct:description": site.tagline,
        "dct:publisher": publisher(frame),
        "foaf:homepage": {"@id": frame.base_url},
        "dcat:dataset": {
            "@id": dataset,
            "@type": "dcat:Dataset",
            "dct:title": format!("{}: {}", site.title, site.tagline),
            "dct:description": site.tagline,
            "dct:license": licence(frame).map(|url| json!({"@id": url})),
            "dct:publisher": {"@id": format!("{page}#publisher")},
            "dct:identifier": dataset,
            "dct:language": {"@id": format!("http://id.loc.gov/vocabulary/iso639-1/{}", &language(site))},
            "dcat:contactPoint": {"@type": "vcard:Organization", "vcard:fn": site.title, "vcard:hasEmail": {"@id": format!("mailto:{}", site.contact)}},
            "dct:modified": {"@type": "xsd:date", "@value": frame.today.first().to_string()},
            "dcat:landingPage": {"@id": page},
            "dcat:distribution": files,
        },
    });
    ("data/catalogue.jsonld".to_owned(), text(&document))
}

/// Who publishes the record; its page is not the publisher.
fn publisher(frame: &Frame<'_>) -> Value {
    json!({
        "@id": format!("{}data/#publisher", frame.base_url),
        "@type": "foaf:Organization",
        "foaf:name": frame.register.site.title,
        "foaf:homepage": {"@id": frame.base_url},
    })
}

/// The language of the site in two letters (ISO 639-1).
fn language(site: &Site) -> &str {
    site.language.split('-').next().unwrap_or(&site.language)
}

/// What kind of file it is (IANA).
fn media_type(path: &str) -> &'static str {
    if path.ends_with(".xlsx") {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    } else {
        "text/csv"
    }
}

/// The licence of the facts as a link; a catalogue does without where the site has none.
fn licence<'f>(frame: &'f Frame<'_>) -> Option<&'f str> {
    frame.register.site.licence.url.as_ref().map(|it| it.value.as_str())
}

/// schema.org for search engines, inside the page of the data.
pub fn dataset(frame: &Frame<'_>, files: &[&str]) -> Value {
    let site = &frame.register.site;
    let downloads = files.iter().map(|path| {
        json!({"@type": "DataDownload", "encodingFormat": media_type(path), "contentUrl": format!("{}{path}", frame.base_url)})
    });
    json!({
        "@context": {"@vocab": "https://schema.org/"},
        "@id": format!("{}data/#dataset", frame.base_url),
        "@type": "Dataset",
        "name": format!("{}: {}", site.title, site.tagline),
        "description": format!("{}. Inspections, visits, interventions, promises and spending, every value with its source.", site.tagline),
        "url": format!("{}data/", frame.base_url),
        "license": licence(frame).unwrap_or(&site.licence.facts),
        "isAccessibleForFree": true,
        "version": frame.today.machine(),
        "dateModified": frame.today.first().to_string(),
        "inLanguage": site.language,
        "keywords": [site.service],
        "spatialCoverage": site.country,
        "publisher": {"@type": "Organization", "name": site.title, "url": frame.base_url},
        "creator": {"@type": "Organization", "name": site.title, "url": frame.base_url},
        "distribution": downloads.collect::<Vec<Value>>(),
    })
}
