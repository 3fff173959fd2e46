//! The files beside pages: tables, drawings, JSON, feeds, and what describes them to programs.

mod json;
pub mod searched;
mod sitemap;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::analysis::Findings;
use crate::domain::Id;
use crate::pages::downloads::catalogue;
use crate::pages::downloads::described;
use crate::pages::downloads::described::Described;
use crate::pages::downloads::series_file;
use crate::pages::downloads::workbook::SeriesRows;
use crate::pages::downloads::workbook::Workbook;
use crate::pages::downloads::workbook::workbook;
use crate::pages::feeds;
use crate::pages::page::Page;
use crate::pages::parts::Frame;
use crate::pages::site::cards;

/// Files by their paths below `public/`.
pub type Files = Vec<(String, String)>;

/// The files that pages bring along, and which of them are tables.
#[derive(Debug, Default)]
pub struct Beside {
    files: Files,
    tables: Vec<Described>,
}

/// Takes the files out of pages.
pub fn beside(pages: &mut [Page]) -> Beside {
    let mut all = Beside::default();
    for page in pages {
        let folder = page.file.trim_end_matches("index.html");
        for it in page.body.files() {
            let path = format!("{folder}{}", it.name);
            if !it.columns.is_empty() {
                all.tables.push(Described { path: path.clone(), columns: it.columns, about: it.about });
            }
            all.files.push((path, it.text));
        }
    }
    all
}

/// Every file of the site that is no page, and the workbook where it is wanted.
pub fn files(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    pages: &[Page],
    beside: Beside,
) -> (Files, Option<Workbook>) {
    let Beside { mut files, mut tables } = beside;
    let ids: Vec<&Id> = frame.register.shelves.series.keys().collect();
    let series: Vec<SeriesRows<'_>> =
        ids.into_par_iter().map(|id| (id, series_file::rows(frame.register, findings, id))).collect();
    tables.extend(series.iter().map(|(id, _)| Described {
        path: series_file::path(id),
        columns: series_file::COLUMNS.map(str::to_owned).to_vec(),
        about: "",
    }));
    let text = |(id, rows): &SeriesRows<'_>| (series_file::path(id), series_file::file(id, rows).text);
    files.par_extend(series.par_iter().map(text));
    let ((workbook, described), (json, feeds)) = rayon::join(
        || {
            let book = || frame.has_workbook.then(|| workbook(frame, &tables, &files, &series));
            rayon::join(book, || descriptions(frame, &tables, &files))
        },
        || rayon::join(|| json::files(frame, findings, pages), || feeds::files(frame, findings)),
    );
    files.extend(described.into_iter().chain(json).chain(feeds));
    files.extend(sitemap::files(frame, pages));
    if frame.has_pictures {
        files.push(cards::manifest(frame));
    }
    (files, workbook)
}

/// What tells programs of tables: CSVW beside each, the data package, the catalogue.
fn descriptions(frame: &Frame<'_>, tables: &[Described], files: &[(String, String)]) -> Files {
    let texts: HashMap<&str, &str> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let mut all: Files = tables.par_iter().map(|it| described::csvw(frame, it)).collect();
    all.extend([described::package(frame, tables, &texts), catalogue::dcat(frame, tables, &texts)]);
    all
}
