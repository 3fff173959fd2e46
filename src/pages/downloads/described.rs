//! What describes the tables to programs: CSVW metadata beside each file, and one data package of the
//! whole record.

use std::collections::BTreeSet;
use std::collections::HashMap;

use rayon::prelude::*;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::domain::Address;
use crate::domain::capitalised;
use crate::pages::parts::Frame;
use crate::pages::parts::columns::column;
use crate::pages::parts::columns::is_list;
use crate::pages::parts::columns::key;
use crate::pages::parts::columns::leads_to;
use crate::pages::words::money;
use crate::record::Measure;
use crate::register::Release;
use crate::register::releases::digest;

/// A table of the site.
#[derive(Debug)]
pub struct Described {
    /// Its path below `public/`: `councils/nottingham/spending/figures.csv`.
    pub path: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// What a table of the whole record has a row for; empty for others.
    pub about: &'static str,
}

impl Described {
    /// What column meanings go by: `figures`; all national series are of one kind.
    pub fn table(&self) -> &str {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        if folder == "data/series" { "series" } else { file.trim_end_matches(".csv") }
    }

    /// The columns that name a row; none for a table beside the page of one council, whose own it is.
    fn key(&self) -> &'static [&'static str] {
        if self.path.starts_with("data/") { key(self.table()) } else { &[] }
    }

    /// What it has a row for, as a sentence.
    pub fn about(&self, frame: &Frame<'_>) -> Option<String> {
        if !self.about.is_empty() {
            return Some(format!("A row for {}.", self.about));
        }
        self.measure(frame).map(|it| {
            let unit = format!("Unit: {}. {}.", money::unit_word(it), capitalised(&money::basis(it)));
            format!("{} {unit} Licence: {}.", it.definition, licence(frame, it))
        })
    }

    /// The measure of a national series.
    fn measure<'f>(&self, frame: &'f Frame<'_>) -> Option<&'f Measure> {
        let name = self.path.strip_prefix("data/series/")?.strip_suffix(".csv")?;
        frame.register.shelves.measures.get(name)
    }

    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The metadata of a table as CSVW has it, which stands beside the file (W3C, Metadata Vocabulary for
/// Tabular Data, 2015).
pub fn csvw(frame: &Frame<'_>, it: &Described) -> (String, String) {
    let site = &frame.register.site;
    let columns = it.columns.iter().map(|name| {
        let (kind, about) = column(it.table(), name);
        let mut column =
            json!({"name": plain(name), "titles": name, "datatype": kind.csvw(), "dc:description": about});
        if is_list(name) {
            column["separator"] = json!(" ");
        }
        column
    });
    let mut schema = json!({"columns": columns.collect::<Vec<Value>>()});
    if !it.key().is_empty() {
        schema["primaryKey"] = json!(it.key());
    }
    let releases = frame.register.shelves.releases.iter();
    let release = releases.into_iter().find(|release| it.path.starts_with(&format!("at/{}/", release.tag)));
    let version = release.map(|release| format!(", release {}", release.tag)).unwrap_or_default();
    let modified = release.map_or(frame.today, Release::as_at).first();
    let mut document = json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": it.name(),
        "dc:title": format!("{}{version}: {}", site.title, it.name()),
        "dc:publisher": site.title,
        "dc:modified": {"@value": modified.to_string(), "@type": "xsd:date"},
        "tableSchema": schema,
    });
    if let Some(about) = it.about(frame) {
        document["dc:description"] = json!(about);
    }
    // What comes from one source is under its licence; the rest is the record's own.
    document["dc:license"] = match (it.measure(frame), &site.licence.url) {
        (Some(measure), _) => json!(licence(frame, measure)),
        (None, Some(url)) => json!({"@id": url.value}),
        (None, None) => json!(site.licence.facts),
    };
    (format!("{}-metadata.json", it.path), text(&document))
}

/// The licences that the sources of a measure state.
pub fn licence(frame: &Frame<'_>, measure: &Measure) -> String {
    let sources = measure.source.iter().flat_map(|it| &it.0).map(|it| frame.register.source(&it.id.value));
    let stated: BTreeSet<&str> = sources.filter_map(|it| it.licence.as_deref()).collect();
    if stated.is_empty() {
        return "not stated by the source".to_owned();
    }
    stated.into_iter().collect::<Vec<_>>().join("; ")
}

/// The tables below `data/` as one data package (frictionlessdata.io, Data Package 1.0).
///
/// * `texts`: the tables by their paths.
pub fn package(frame: &Frame<'_>, tables: &[Described], texts: &HashMap<&str, &str>) -> (String, String) {
    let site = &frame.register.site;
    let inside: Vec<&Described> = tables.iter().filter(|it| it.path.starts_with("data/")).collect();
    let resources: Vec<Value> = inside
        .par_iter()
        .map(|it| resource(frame, it, texts.get(it.path.as_str()).copied().unwrap_or_default()))
        .collect();
    let mut document = json!({
        "profile": "data-package",
        "name": crate::domain::slug(&site.title),
        "title": format!("{}: {}", site.title, site.tagline),
        "description": "The tables of the whole record, and a table of each national series. What the licence says of the record is not said of series that state another.",
        "homepage": frame.base_url,
        "version": frame.today.machine(),
        "created": format!("{}T00:00:00Z", frame.today.first()),
        "contributors": [{"title": site.title, "role": "publisher"}],
        "resources": resources,
    });
    // A licence has a name or an address there; what the site does not say is left out.
    let known = [("name", site.licence.id.as_ref()), ("path", site.licence.url.as_ref().map(|it| &it.value))];
    let known = known.into_iter().filter_map(|(key, it)| Some((key.to_owned(), json!(it?))));
    let mut licence: Map<String, Value> = known.collect();
    if !licence.is_empty() {
        licence.insert("title".to_owned(), json!(site.licence.facts));
        document["licenses"] = json!([licence]);
    }
    ("data/datapackage.json".to_owned(), text(&document))
}

fn resource(frame: &Frame<'_>, it: &Described, table: &str) -> Value {
    let path = it.path.trim_start_matches("data/");
    let fields = it.columns.iter().map(|name| {
        let (kind, about) = column(it.table(), name);
        json!({"name": name, "type": kind.frictionless(), "description": about})
    });
    let mut schema = json!({"fields": fields.collect::<Vec<Value>>()});
    if !it.key().is_empty() {
        schema["primaryKey"] = json!(it.key());
    }
    let leads = it.columns.iter().filter_map(|name| {
        let (table, column) = leads_to(it.table(), name)?;
        Some(json!({"fields": name, "reference": {"resource": table, "fields": column}}))
    });
    let leads: Vec<Value> = leads.collect();
    if !leads.is_empty() {
        schema["foreignKeys"] = json!(leads);
    }
    let mut resource = json!({
        "name": path.trim_end_matches(".csv").replace('/', "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.len(),
        "hash": format!("sha256:{}", digest(table.as_bytes())),
        "schema": schema,
    });
    if let Some(about) = it.about(frame) {
        resource["description"] = json!(about);
    }
    if let Some(measure) = it.measure(frame) {
        resource["title"] = json!(measure.title);
        let sources = measure.source.iter().flat_map(|it| &it.0).map(|it| &it.id.value);
        let view = |id| {
            let it = frame.register.source(id);
            json!({"title": format!("{}, {}", it.publisher, it.title), "path": frame.absolute(&Address::source(id))})
        };
        resource["sources"] = json!(sources.map(view).collect::<Vec<Value>>());
    }
    resource
}

/// A column's name as CSVW takes it: no spaces.
fn plain(name: &str) -> String {
    name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

/// A document as a file.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
