//! Every page of the site, in the order of their addresses.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::beside;
use crate::pages::body::Body;
use crate::pages::brief;
use crate::pages::cards;
use crate::pages::cards::Picture;
use crate::pages::catalogue;
use crate::pages::compare;
use crate::pages::corrections;
use crate::pages::council;
use crate::pages::councils;
use crate::pages::described;
use crate::pages::described::Described;
use crate::pages::design;
use crate::pages::differences;
use crate::pages::embed;
use crate::pages::facts;
use crate::pages::feeds;
use crate::pages::finder;
use crate::pages::glossary;
use crate::pages::gone;
use crate::pages::home;
use crate::pages::inspection;
use crate::pages::intervention;
use crate::pages::json;
use crate::pages::nation::changes;
use crate::pages::nation::conflicts;
use crate::pages::nation::data;
use crate::pages::nation::evidence;
use crate::pages::nation::how_long;
use crate::pages::nation::interventions;
use crate::pages::nation::measure;
use crate::pages::nation::next as outlook;
use crate::pages::nation::promises;
use crate::pages::nation::ratings;
use crate::pages::nation::region;
use crate::pages::nation::spending as spending_index;
use crate::pages::nation::theme;
use crate::pages::next;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::KeptRelease;
use crate::pages::parts::NOT_FOUND;
use crate::pages::parts::SiteView;
use crate::pages::prose;
use crate::pages::release;
use crate::pages::search;
use crate::pages::series_file;
use crate::pages::sitemap;
use crate::pages::source;
use crate::pages::source::CitedBy;
use crate::pages::spending;
use crate::pages::statements;
use crate::pages::visit;
use crate::pages::workbook::Workbook;
use crate::pages::workbook::workbook;
use crate::register::Register;
use crate::report::FileId;

/// Everything that the site says.
#[derive(Debug)]
pub struct Plan {
    /// What every page is given.
    pub site: SiteView,
    /// The pages, by their files.
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

/// Data for a script, as JSON.
#[derive(Debug)]
pub struct ScriptData {
    /// What scripts call it: `loxley["NAME"]`.
    pub name: &'static str,
    /// The data.
    pub json: String,
}

/// A page: where it goes and what it says.
#[derive(Debug)]
pub struct Page {
    /// The file below `public/`.
    pub file: String,
    /// Its address.
    pub address: Address,
    /// Title, description, way home.
    pub head: Head,
    /// What it says.
    pub body: Body,
}

/// A file to copy as it is.
#[derive(Debug)]
pub struct Asset {
    /// Path below `public/`.
    pub path: String,
    /// The file that was read.
    pub file: FileId,
}

/// What pages are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The as-at date.
    pub today: PartialDate,
    /// The address that the site is published under, with its slash.
    pub base_url: &'a str,
    /// The release that the pages are made for; nothing for today's.
    pub release: Option<&'a Id>,
    /// Whether pictures of pages are drawn.
    pub has_pictures: bool,
    /// Whether the tables are written for spreadsheet programs too.
    pub has_workbook: bool,
    /// What the last release keeps; nothing before the first.
    pub kept: Option<&'a KeptRelease>,
}

/// A page and the sources that it cites.
type Cited = (Page, Vec<Id>);

/// Plans every page, councils on all cores.
pub fn plan(asked: &Asked<'_>, register: &Register, findings: &Findings<'_>) -> Plan {
    let Asked { today, base_url, release, has_pictures, has_workbook, kept } = *asked;
    let frame = Frame { register, today, base_url, release, has_pictures, has_workbook, kept };
    let slugs: Vec<&Id> = findings.councils.keys().copied().collect();
    let councils =
        || slugs.into_par_iter().flat_map_iter(|slug| of_council(&frame, slug, findings)).collect();
    let others = || (of_site(&frame, findings), of_nation(&frame, findings));
    let (mut cited, (site, nation)): (Vec<Cited>, _) = rayon::join(councils, others);
    cited.extend(site.into_iter().chain(nation));
    let mut cited_by = CitedBy::new();
    for (page, sources) in &cited {
        for source in sources {
            cited_by.entry(source.clone()).or_default().insert(page.address.clone(), page.head.title.clone());
        }
    }
    let mut pages: Vec<Page> = cited.into_iter().map(|(page, _)| page).collect();
    pages.extend(of_sources(&frame, &cited_by));
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    let shelves = &register.shelves;
    let assets = shelves.assets.iter().map(|(path, file)| Asset { path: path.clone(), file: *file });
    let assets = assets.collect();
    let series: Vec<&Id> = shelves.series.keys().collect();
    let mut files: Vec<(String, String)> =
        series.par_iter().map(|id| (series_file::path(id), series_file::file(register, id).text)).collect();
    let mut tables: Vec<Described> = Vec::new();
    for page in &mut pages {
        let folder = page.file.trim_end_matches("index.html");
        for it in page.body.files() {
            let path = format!("{folder}{}", it.name);
            if !it.columns.is_empty() {
                tables.push(Described { path: path.clone(), columns: it.columns });
            }
            files.push((path, it.text));
        }
    }
    tables.extend(shelves.series.keys().map(|id| Described {
        path: series_file::path(id),
        columns: series_file::COLUMNS.map(str::to_owned).to_vec(),
    }));
    let workbook = has_workbook.then(|| workbook(&frame, &files));
    files.extend(tables.iter().map(|it| described::csvw(&frame, it)));
    files.extend([described::package(&frame, &tables), catalogue::dcat(&frame, &tables)]);
    let (json, feeds) =
        rayon::join(|| json::files(&frame, findings, &pages), || feeds::files(&frame, findings));
    files.extend(json.into_iter().chain(feeds));
    files.extend(sitemap::files(&frame, &pages));
    let data = vec![
        finder::names(&frame, findings),
        compare::data(&frame, findings),
        search::index(&frame, findings, &pages),
    ];
    let known: BTreeSet<&str> = pages.iter().map(|it| it.file.as_str()).collect();
    let gone = gone::pages(&frame, findings, &known);
    // What is gone is no page to be found, read by programs, or searched.
    pages.extend(gone.into_iter().map(|(address, head, body)| at(address, head, Body::Gone(Box::new(body)))));
    let pictures = if has_pictures { cards::pictures(&frame, findings) } else { Vec::new() };
    if has_pictures {
        files.push(cards::manifest(&frame));
    }
    let terms = glossary::terms(register);
    Plan { site: frame.site(), pages, assets, files, pictures, workbook, data, terms }
}

fn at(address: Address, head: Head, body: Body) -> Page {
    Page { file: address.file(), address, head, body }
}

fn of_council(frame: &Frame<'_>, slug: &Id, findings: &Findings<'_>) -> Vec<Cited> {
    let (dossier, found) = (&frame.register.shelves.dossiers[slug], &findings.councils[slug]);
    let mut pages = Vec::new();
    let (head, body, cited) = council::page(frame, slug, dossier, findings, found);
    pages.push((at(Address::council(slug), head, Body::Council(Box::new(body))), cited));
    let (head, body, cited) = spending::page(frame, slug, dossier, found);
    pages.push((at(Address::spending(slug), head, Body::Spending(Box::new(body))), cited));
    let (head, body, cited) = brief::page(frame, slug, dossier, found);
    pages.push((at(Address::brief(slug), head, Body::Brief(Box::new(body))), cited));
    let (head, body, cited) = next::page(frame, slug, dossier, findings, found);
    pages.push((at(Address::next(slug), head, Body::Next(Box::new(body))), cited));
    let (head, body, cited) = facts::page(frame, findings, slug);
    pages.push((at(Address::facts(slug), head, Body::Facts(Box::new(body))), cited));
    let (head, body, cited) = embed::page(frame, slug, dossier, found, findings.last_with(slug));
    pages.push((at(Address::embed(slug), head, Body::Embed(Box::new(body))), cited));
    if let Some((head, body, cited)) = beside::page(frame, slug, dossier, found) {
        pages.push((at(Address::beside(slug), head, Body::Beside(Box::new(body))), cited));
    }
    if let Some((head, body, cited)) = statements::page(frame, slug, dossier) {
        pages.push((at(Address::statements(slug), head, Body::Statements(Box::new(body))), cited));
    }
    if let Some((head, body, cited)) = differences::page(frame, slug, dossier) {
        pages.push((at(Address::differences(slug), head, Body::Differences(Box::new(body))), cited));
    }
    for it in &dossier.inspections {
        let (head, body, cited) = inspection::page(frame, slug, dossier, it);
        pages.push((at(Address::inspection(slug, &it.id), head, Body::Inspection(Box::new(body))), cited));
    }
    for it in &dossier.visits {
        let (head, body, cited) = visit::page(frame, slug, dossier, &findings.timing, it);
        pages.push((at(Address::visit(slug, &it.id), head, Body::Visit(Box::new(body))), cited));
    }
    for it in &dossier.interventions {
        let (head, body, cited) = intervention::page(frame, slug, dossier, it);
        pages.push((
            at(Address::intervention(slug, &it.id.value), head, Body::Intervention(Box::new(body))),
            cited,
        ));
    }
    pages
}

fn of_site(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Cited> {
    let mut pages = Vec::new();
    let (head, body, cited) = home::page(frame, findings);
    pages.push((at(Address::home(), head, Body::Home(Box::new(body))), cited));
    let (head, body, cited) = councils::page(frame, findings);
    pages.push((at(Address::top("councils"), head, Body::Councils(Box::new(body))), cited));
    let (head, body, cited) = glossary::page(frame);
    pages.push((at(Address::top("glossary"), head, Body::Glossary(Box::new(body))), cited));
    let (head, body, cited) = compare::page(frame, findings);
    pages.push((at(Address::top("compare"), head, Body::Compare(Box::new(body))), cited));
    let (head, body, cited) = design::page(frame, findings);
    pages.push((at(Address::top("design"), head, Body::Design(Box::new(body))), cited));
    let (head, body) = search::page(frame);
    pages.push((at(Address::top("search"), head, Body::Search(Box::new(body))), Vec::new()));
    let (head, body) = corrections::page(frame);
    pages.push((at(Address::top("corrections"), head, Body::Corrections(Box::new(body))), Vec::new()));
    for (id, filed) in &frame.register.shelves.pages {
        let (head, body, cited) = prose::page(frame, id, filed);
        let mut page = at(Address::top(id.as_str()), head, Body::Prose(Box::new(body)));
        if id.as_str() == NOT_FOUND {
            "404.html".clone_into(&mut page.file);
        }
        pages.push((page, cited));
    }
    pages
}

fn of_nation(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Cited> {
    let top = Address::top;
    let mut pages = Vec::new();
    let (head, body, cited) = ratings::page(frame, findings);
    pages.push((at(top("ratings"), head, Body::Ratings(Box::new(body))), cited));
    let (head, body, cited) = interventions::page(frame, findings);
    pages.push((at(top("interventions"), head, Body::Interventions(Box::new(body))), cited));
    let (head, body, cited) = spending_index::page(frame);
    pages.push((at(top("spending"), head, Body::SpendingIndex(Box::new(body))), cited));
    let (head, body, cited) = theme::index(frame, findings);
    pages.push((at(top("themes"), head, Body::Themes(Box::new(body))), cited));
    let (head, body, cited) = region::index(frame);
    pages.push((at(top("regions"), head, Body::Regions(Box::new(body))), cited));
    let (head, body, cited) = changes::page(frame, findings);
    pages.push((at(top("changes"), head, Body::Changes(Box::new(body))), cited));
    let (head, body, cited) = data::page(frame, findings);
    pages.push((at(top("data"), head, Body::Data(Box::new(body))), cited));
    let (head, body, cited) = how_long::page(frame, findings);
    pages.push((at(top("how-long"), head, Body::HowLong(Box::new(body))), cited));
    let (head, body, cited) = promises::page(frame);
    pages.push((at(top("promises"), head, Body::Promises(Box::new(body))), cited));
    let (head, body, cited) = conflicts::page(frame, findings);
    pages.push((at(top("conflicts"), head, Body::Conflicts(Box::new(body))), cited));
    let (head, body, cited) = evidence::page(frame, findings);
    pages.push((at(top("evidence"), head, Body::Evidence(Box::new(body))), cited));
    let (head, body, cited) = outlook::page(frame, findings);
    pages.push((at(top("next"), head, Body::Outlook(Box::new(body))), cited));
    for (n, it) in findings.releases.releases.iter().enumerate() {
        let (head, body, cited) = release::page(frame, findings, n);
        pages.push((at(Address::release(&it.tag), head, Body::Release(Box::new(body))), cited));
    }
    pages.extend(of_kinds(frame, findings));
    pages
}

/// A page for each measure, theme and region.
fn of_kinds(frame: &Frame<'_>, findings: &Findings<'_>) -> Vec<Cited> {
    let measures: Vec<_> = frame.register.shelves.measures.iter().collect();
    let measures = measures.into_par_iter().map(|(id, it)| {
        let (head, body, cited) = measure::page(frame, id, it);
        (at(Address::measure(id), head, Body::Measure(Box::new(body))), cited)
    });
    let themes = findings.themes.iter().enumerate().map(|(n, it)| {
        let (head, body, cited) = theme::page(frame, findings, n);
        (at(Address::theme(&it.theme.id.value), head, Body::Theme(Box::new(body))), cited)
    });
    let regions = frame.register.regions.regions.iter().map(|it| {
        let (head, body, cited) = region::page(frame, findings, it);
        (at(Address::region(&it.id.value), head, Body::Region(Box::new(body))), cited)
    });
    let mut pages: Vec<Cited> = measures.collect();
    pages.extend(themes);
    pages.extend(regions);
    pages
}

fn of_sources(frame: &Frame<'_>, cited_by: &CitedBy) -> Vec<Page> {
    let (head, body) = source::index(frame);
    let index = at(Address::top("sources"), head, Body::Sources(Box::new(body)));
    let each = frame.register.shelves.sources.iter().map(|(id, it)| {
        let (head, body) = source::page(frame, id, it, cited_by);
        at(Address::source(id), head, Body::Source(Box::new(body)))
    });
    std::iter::once(index).chain(each).collect()
}
