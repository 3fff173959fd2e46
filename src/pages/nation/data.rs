//! What the record holds, how far it reaches, how it is known, and its series as files.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::statistics;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::capitalised;
use crate::domain::grouped;
use crate::domain::share;
use crate::pages::downloads::catalogue;
use crate::pages::downloads::described::licence;
use crate::pages::downloads::series_file;
use crate::pages::downloads::tables::tables;
use crate::pages::downloads::workbook;
use crate::pages::facts;
use crate::pages::nation::example::Example;
use crate::pages::nation::example::example;
use crate::pages::nation::release::digest;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::columns::column;
use crate::pages::words::money;

/// The record about itself.
#[derive(Debug, Serialize)]
pub struct DataPage {
    held: Vec<(String, String)>,
    facts: String,
    tiers: Vec<(String, String, String)>,
    unarchived: (String, String),
    reach: Vec<Reach>,
    own: Vec<(Link, String)>,
    files: Vec<FileView>,
    sources: Vec<SourceView>,
    example: Option<Example>,
    /// The tables of records.
    records: Vec<TableView>,
    /// What search engines read of the data.
    linked: String,
    /// The tables in one file for spreadsheet programs, from this page.
    workbook: Option<String>,
    /// The last release and the digest of its facts.
    digest: Option<(Link, String)>,
    /// The tables of records, and every fact as a table.
    #[serde(skip)]
    pub tables: Vec<PageFile>,
}

/// A table of records to download.
#[derive(Debug, Serialize)]
struct TableView {
    name: String,
    rows: String,
    /// What it has a row for.
    about: &'static str,
    /// Its columns, with what each means.
    columns: Vec<(String, String)>,
}

/// A series to download.
#[derive(Debug, Serialize)]
struct FileView {
    measure: Link,
    href: String,
    name: String,
    rows: String,
    unit: String,
    licence: String,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, DataPage, Vec<Id>) {
    let here = Here::at(Address::top("data"));
    let mut notes = Notes::new(frame.register, here.clone());
    let statistics = statistics(frame.today, frame.register);
    let n = |n: usize| grouped(n.into(), 0);
    let tiers = statistics.tiers.iter();
    let mut every = tables(frame.register, findings);
    every.push(facts::table(frame, findings).with_a_row_for("every fact under its lasting name"));
    let names: Vec<String> = every.iter().map(|it| format!("data/{}", it.name)).collect();
    let workbook = frame.has_workbook.then_some(workbook::PATH);
    let names: Vec<&str> = names.iter().map(String::as_str).chain(workbook).collect();
    let page = DataPage {
        example: example(frame, findings, &here),
        records: every.iter().map(record).collect(),
        linked: catalogue::dataset(frame, &names).to_string().replace("</", "<\\/"),
        workbook: workbook.map(|path| format!("{}{path}", here.root())),
        digest: findings.releases.last().map(|it| {
            (
                here.link(&Address::release(&it.tag), it.tag.as_str()),
                digest(frame, it, &findings.releases.current().collect::<Vec<_>>()),
            )
        }),
        held: statistics.held.iter().map(|(what, count)| (capitalised(what), n(*count))).collect(),
        facts: n(statistics.facts),
        tiers: tiers
            .map(|(tier, count)| (capitalised(tier.label()), n(*count), share(*count, statistics.facts)))
            .collect(),
        unarchived: (n(statistics.unarchived), share(statistics.unarchived, statistics.facts)),
        reach: Reach::site(&mut notes),
        own: own(frame, &here),
        files: files(frame, &here),
        sources: notes.sources(),
        tables: every,
    };
    let about =
        "What this record holds, how far it reaches, how its facts are known, and its series as files.";
    (frame.head(&here, "The data", about, Vec::new()), page, notes.ids())
}

/// Councils for which some kind of record reaches differently.
fn own(frame: &Frame<'_>, here: &Here) -> Vec<(Link, String)> {
    let dossiers = frame.register.shelves.dossiers.iter();
    dossiers
        .flat_map(|(slug, dossier)| {
            let horizons = dossier.council().horizons.iter();
            horizons.map(move |(_, it)| {
                let words = format!("{} to {}", capitalised(&it.what), it.complete_to.value.long());
                (frame.council(here, slug), words)
            })
        })
        .collect()
}

fn files(frame: &Frame<'_>, here: &Here) -> Vec<FileView> {
    let register = frame.register;
    let points = |id: &Id| register.shelves.series[id].1.areas.values().flatten();
    let rows = |id: &Id| points(id).filter(|it| it.value.known().is_some()).count();
    let series = register.shelves.series.keys().map(|id| {
        let measure = register.measure(id);
        FileView {
            measure: here.link(&Address::measure(id), measure.title.clone()),
            href: format!("{}{}", here.root(), series_file::path(id)),
            name: format!("{id}.csv"),
            rows: grouped(rows(id).into(), 0),
            unit: money::unit_word(measure).to_owned(),
            licence: licence(frame, measure),
        }
    });
    series.collect()
}

/// A table of records, as the page names it.
fn record(it: &PageFile) -> TableView {
    let rows = it.text.matches("\r\n").count().saturating_sub(1);
    let table = it.name.trim_end_matches(".csv");
    let columns = it.columns.iter().map(|name| (name.clone(), column(table, name).1.to_owned()));
    TableView {
        name: it.name.clone(),
        rows: grouped(rows.into(), 0),
        about: it.about,
        columns: columns.collect(),
    }
}
