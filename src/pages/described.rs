//! What describes the tables to programs: CSVW metadata beside each file, and one data package of the
//! whole record.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::pages::parts::Frame;
use crate::pages::parts::columns::column;
use crate::register::Release;

/// A table of the site.
#[derive(Debug)]
pub struct Described {
    /// Its path below `public/`: `councils/nottingham/spending/figures.csv`.
    pub path: String,
    /// Its columns.
    pub columns: Vec<String>,
}

impl Described {
    /// What column meanings go by: `figures`; all national series are of one kind.
    fn table(&self) -> &str {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        if folder == "data/series" { "series" } else { file.trim_end_matches(".csv") }
    }

    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The metadata of a table as CSVW has it, which stands beside the file (W3C, Metadata Vocabulary for
/// Tabular Data, 2015).
pub fn csvw(frame: &Frame<'_>, it: &Described) -> (String, String) {
    let columns = it.columns.iter().map(|name| {
        let (kind, about) = column(it.table(), name);
        json!({"name": plain(name), "titles": name, "datatype": kind.csvw(), "dc:description": about})
    });
    let releases = frame.register.shelves.releases.iter();
    let release = releases.into_iter().find(|release| it.path.starts_with(&format!("at/{}/", release.tag)));
    let version = release.map(|release| format!(", release {}", release.tag)).unwrap_or_default();
    let document = json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": it.name(),
        "dc:title": format!("{}{version}: {}", frame.register.site.title, it.name()),
        "dc:publisher": frame.register.site.title,
        "dc:license": frame.register.site.licence.facts,
        "dc:modified": release.map_or(frame.today, Release::as_at).machine(),
        "tableSchema": {"columns": columns.collect::<Vec<Value>>()},
    });
    (format!("{}-metadata.json", it.path), text(&document))
}

/// The tables below `data/` as one data package (frictionlessdata.io, Data Package 1.0).
pub fn package(frame: &Frame<'_>, tables: &[Described]) -> (String, String) {
    let site = &frame.register.site;
    let resources = tables.iter().filter_map(|it| {
        let path = it.path.strip_prefix("data/")?;
        let fields = it.columns.iter().map(|name| {
            let (kind, about) = column(it.table(), name);
            json!({"name": name, "type": kind.frictionless(), "description": about})
        });
        Some(json!({
            "name": path.trim_end_matches(".csv").replace('/', "-"),
            "path": path,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": fields.collect::<Vec<Value>>()},
        }))
    });
    let mut document = json!({
        "profile": "data-package",
        "name": crate::domain::slug(&site.title),
        "title": format!("{}: {}", site.title, site.tagline),
        "homepage": frame.base_url,
        "version": frame.today.machine(),
        "created": format!("{}T00:00:00Z", frame.today.first()),
        "contributors": [{"title": site.title, "role": "publisher"}],
        "resources": resources.collect::<Vec<Value>>(),
    });
    // A licence has a name or an address there; what the site does not say is left out.
    let known = [("name", &site.licence.id), ("path", &site.licence.url)];
    let known = known.into_iter().filter_map(|(key, it)| Some((key.to_owned(), json!(it.as_ref()?))));
    let mut licence: Map<String, Value> = known.collect();
    if !licence.is_empty() {
        licence.insert("title".to_owned(), json!(site.licence.facts));
        document["licenses"] = json!([licence]);
    }
    ("data/datapackage.json".to_owned(), text(&document))
}

/// A column's name as CSVW takes it: no spaces.
fn plain(name: &str) -> String {
    name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

/// A document as a file.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
