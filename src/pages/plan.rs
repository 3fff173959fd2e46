//! Every page of the site, in the order of their addresses.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::analysis::Findings;
use crate::domain::Id;
use crate::pages::body::Body;
use crate::pages::downloads::workbook::Workbook;
use crate::pages::files;
use crate::pages::files::searched;
use crate::pages::page::Page;
use crate::pages::parts::Frame;
use crate::pages::parts::ScriptData;
use crate::pages::parts::SiteView;
use crate::pages::routes;
use crate::pages::routes::Cited;
use crate::pages::site::cards;
use crate::pages::site::cards::Picture;
use crate::pages::site::compare;
use crate::pages::site::finder;
use crate::pages::site::glossary;
use crate::pages::site::gone;
use crate::pages::site::source::CitedBy;
use crate::report::FileId;

/// Everything that the site says.
#[derive(Debug)]
pub struct Plan {
    /// What every page is given.
    pub site: SiteView,
    /// The pages, by their files; after them those that stand where a page is withdrawn.
    pub pages: Vec<Page>,
    /// Pictures and documents to copy.
    pub assets: Vec<Asset>,
    /// Tables and drawings beside pages, by their paths below `public/`.
    pub files: Vec<(String, String)>,
    /// Pictures to draw; none where they are not wanted.
    pub pictures: Vec<Picture>,
    /// The tables for spreadsheet programs; nothing where it is not wanted.
    pub workbook: Option<Workbook>,
    /// What scripts read.
    pub data: Vec<ScriptData>,
    /// Words of the glossary, with the anchor of each.
    pub terms: Vec<(String, String)>,
}

/// A file to copy as it is.
#[derive(Debug)]
pub struct Asset {
    /// Path below `public/`.
    pub path: String,
    /// The file that was read.
    pub file: FileId,
}

/// Plans every page, on all cores.
pub fn plan(frame: &Frame<'_>, findings: &Findings<'_>) -> Plan {
    let mut pages = planned(frame, findings);
    let beside = files::beside(&mut pages);
    let known: BTreeSet<&str> = pages.iter().map(|it| it.file.as_str()).collect();
    let ((files, workbook), (data, (gone, pictures))) = rayon::join(
        || files::files(frame, findings, &pages, beside),
        || {
            rayon::join(
                || script_data(frame, findings, &pages),
                || rayon::join(|| gone::pages(frame, findings, &known), || pictures(frame, findings)),
            )
        },
    );
    // What is gone is no page to be found, read by programs, or searched.
    let gone = gone.into_iter();
    pages.extend(gone.map(|(address, head, body)| routes::at(address, head, Body::Gone(Box::new(body)))));
    let assets = frame.register.shelves.assets.iter();
    let assets = assets.map(|(path, file)| Asset { path: path.clone(), file: *file }).collect();
    let terms = glossary::terms(frame.register);
    Plan { site: frame.site(), pages, assets, files, pictures, workbook, data, terms }
}

/// Every page that the record has, by its file.
fn planned(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Page> {
    let slugs: Vec<&Id> = findings.councils.keys().copied().collect();
    let councils =
        || slugs.into_par_iter().flat_map_iter(|slug| routes::of_council(frame, slug, findings)).collect();
    let others = || (routes::of_site(frame, findings), routes::of_nation(frame, findings));
    let (mut cited, (site, nation)): (Vec<Cited>, _) = rayon::join(councils, others);
    cited.extend(site.into_iter().chain(nation));
    let mut cited_by = CitedBy::new();
    for (page, sources) in &cited {
        for source in sources {
            cited_by.entry(source.clone()).or_default().insert(page.address.clone(), page.head.title.clone());
        }
    }
    let mut pages: Vec<Page> = cited.into_iter().map(|(page, _)| page).collect();
    pages.extend(routes::of_sources(frame, &cited_by));
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    pages
}

/// What scripts read.
fn script_data(frame: &Frame<'_>, findings: &Findings<'_>, pages: &[Page]) -> Vec<ScriptData> {
    let (names, (compared, searched)) = rayon::join(
        || finder::names(frame, findings),
        || rayon::join(|| compare::data(frame, findings), || searched::index(frame, findings, pages)),
    );
    vec![names, compared, searched]
}

fn pictures(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Picture> {
    if frame.has_pictures { cards::pictures(frame, findings) } else { Vec::new() }
}
