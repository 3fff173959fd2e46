//! The data as catalogues of data know it: DCAT and schema.org, as JSON-LD. The names are written out, so
//! that a reader needs no file from elsewhere.

use serde_json::Value;
use serde_json::json;

use crate::pages::described::Described;
use crate::pages::described::text;
use crate::pages::parts::Frame;
use crate::pages::workbook;

/// DCAT (W3C, version 3) in `data/catalogue.jsonld`.
pub fn dcat(frame: &Frame<'_>, tables: &[Described]) -> (String, String) {
    let site = &frame.register.site;
    let tables = tables.iter().map(|it| it.path.as_str()).filter(|it| it.starts_with("data/"));
    let files = tables.chain(frame.has_workbook.then_some(workbook::PATH)).map(|path| {
        let url = format!("{}{path}", frame.base_url);
        json!({
            "@id": format!("{url}#distribution"),
            "@type": "dcat:Distribution",
            "dct:title": path,
            "dcat:downloadURL": {"@id": url},
            "dcat:mediaType": {"@id": format!("https://www.iana.org/assignments/media-types/{}", media_type(path))},
        })
    });
    let dataset = format!("{}data/#dataset", frame.base_url);
    let document = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{}data/#catalogue", frame.base_url),
        "@type": "dcat:Catalog",
        "dct:title": site.title,
        "dct:publisher": {"@id": frame.base_url, "@type": "foaf:Organization", "foaf:name": site.title},
        "dcat:dataset": {
            "@id": dataset,
            "@type": "dcat:Dataset",
            "dct:title": format!("{}: {}", site.title, site.tagline),
            "dct:description": site.tagline,
            "dct:license": licence(frame).map(|url| json!({"@id": url})),
            "dct:language": site.language,
            "dct:modified": {"@type": "xsd:date", "@value": frame.today.first().to_string()},
            "dcat:landingPage": {"@id": format!("{}data/", frame.base_url)},
            "dcat:distribution": files.collect::<Vec<Value>>(),
        },
    });
    ("data/catalogue.jsonld".to_owned(), text(&document))
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
    frame.register.site.licence.url.as_deref()
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
        "creator": {"@type": "Organization", "name": site.title, "url": frame.base_url},
        "distribution": downloads.collect::<Vec<Value>>(),
    })
}
