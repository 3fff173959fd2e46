//! Every fact as one table: `data/facts.csv`.

use rayon::prelude::*;

use crate::analysis::Findings;
use crate::pages::parts::Frame;
use crate::pages::parts::PageFile;
use crate::pages::words::money;
use crate::record::Measure;
use crate::register::Fact;
use crate::register::Register;
use crate::register::facts::words::words;

/// The columns.
pub const COLUMNS: [&str; 8] = ["fact", "subject", "record", "what", "value", "unit", "sources", "page"];

/// Every fact, by name.
pub fn table(frame: &Frame<'_>, findings: &Findings<'_>) -> PageFile {
    let rows: Vec<Vec<String>> = findings.facts.par_iter().map(|fact| row(frame, fact)).collect();
    PageFile::table("facts", &COLUMNS, &rows)
}

fn row(frame: &Frame<'_>, fact: &Fact<'_>) -> Vec<String> {
    let id = fact.id();
    let words = words(&frame.register.shelves, &id);
    let sources: Vec<&str> = fact.sources.iter().map(|it| it.as_str()).collect();
    let unit = measure_of(frame.register, fact).map(money::unit_word).unwrap_or_default().to_owned();
    let page = page(frame, fact);
    vec![id, words.subject, words.record, words.what, fact.value.clone(), unit, sources.join(" "), page]
}

/// The measure of a value that has one.
pub fn measure_of<'r>(register: &'r Register, fact: &Fact<'_>) -> Option<&'r Measure> {
    let measures = &register.shelves.measures;
    let mut parts = fact.record.split('/');
    match (parts.next()?, parts.next()?, parts.next()?) {
        (_, "series", id) => measures.get(id),
        (slug, "figures", id) if fact.key == "value" => {
            let figures = &register.shelves.dossiers.get(slug)?.figures;
            measures.get(&figures.iter().find(|it| it.id.value.as_str() == id)?.measure.value)
        }
        _ => None,
    }
}

/// Where the fact stands.
fn page(frame: &Frame<'_>, fact: &Fact<'_>) -> String {
    let page = frame.page_of(&fact.id());
    page.map(|(page, anchor)| format!("{}{anchor}", frame.absolute(&page))).unwrap_or_default()
}
