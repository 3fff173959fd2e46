//! Councils from a table: one row a council, and a second table of district councils.
//!
//! Columns: `slug`, `name`, `official_name`, `dfe_code`, `gss_code`, `ofsted_urn`, `region` (its
//! title in `regions.yaml`), `council_type`, `statistical_neighbours` (DfE numbers, nearest first),
//! `website`, `tile_col`, `tile_row`. Districts: `district`, `official_name`, `gss_code`, `authority`
//! (a slug), `abolished_on`.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::content::Tree;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::import::Draft;
use crate::import::Field;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::field::some;
use crate::import::settle;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;

const COLUMNS: [&str; 12] = [
    "slug",
    "name",
    "official_name",
    "dfe_code",
    "gss_code",
    "ofsted_urn",
    "region",
    "council_type",
    "statistical_neighbours",
    "website",
    "tile_col",
    "tile_row",
];

const DISTRICTS: [&str; 5] = ["district", "official_name", "gss_code", "authority", "abolished_on"];

/// Whose statistical neighbours the table has, and what says who each council is.
#[derive(Debug)]
pub struct Neighbourhood {
    /// The model and its edition.
    pub model: String,
    /// Its source.
    pub source: Id,
    /// The sources of everything else.
    pub identity: Vec<Id>,
}

/// Settles every council of a table.
pub fn councils(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    neighbourhood: &Neighbourhood,
    (file, text): (FileId, &str),
    districts: Option<(FileId, &str)>,
) -> Vec<Settled> {
    let districts = districts.and_then(|(file, text)| Table::read(report, file, text, &DISTRICTS));
    for row in districts.iter().flat_map(|it| &it.rows).filter(|row| !row.text("abolished_on").is_empty()) {
        let _: Option<PartialDate> = row.parse(report, "abolished_on", "a date");
    }
    let Some(table) = Table::read(report, file, text, &COLUMNS) else { return Vec::new() };
    let slugs = table.rows.iter().map(|row| (row.text("dfe_code"), row.text("slug"))).collect();
    let context = Context { records, neighbourhood, slugs, districts: districts.as_ref() };
    let drafts = table.rows.iter().filter_map(|row| context.draft(report, row)).collect();
    settle(report, tree, drafts)
}

struct Context<'a> {
    records: &'a Records,
    neighbourhood: &'a Neighbourhood,
    slugs: BTreeMap<&'a str, &'a str>,
    districts: Option<&'a Table>,
}

impl Context<'_> {
    fn draft(&self, report: &mut Report, row: &Row) -> Option<Draft> {
        let slug: Id = row.parse(report, "slug", "a name for a folder")?;
        let codes = Field::map([
            ("gss", some(row.text("gss_code"))),
            ("dfe", some(row.text("dfe_code"))),
            ("ofsted_urn", some(row.text("ofsted_urn"))),
        ]);
        let tile = Field::map([("column", some(row.text("tile_col"))), ("row", some(row.text("tile_row")))]);
        let fields = Field::map([
            ("name", some(row.text("name"))),
            ("official_name", some(row.text("official_name"))),
            ("kind", Some(Field::text(kind(row.text("council_type"))))),
            ("codes", Some(codes)),
            ("region", Some(self.region(report, row)?)),
            ("districts", self.districts(slug.as_str())),
            ("tile", Some(tile)),
            (
                "website",
                some(row.text("website"))
                    .map(|_| Field::text(format!("https://www.{}/", row.text("website")))),
            ),
            ("neighbours", Some(self.neighbours(report, row)?)),
            ("source", Some(Field::words(self.neighbourhood.identity.iter().map(Id::as_str)))),
        ]);
        let path = format!("content/councils/{slug}/council.md");
        Some(Draft { path, fields, from: row.span })
    }

    fn region(&self, report: &mut Report, row: &Row) -> Option<Field> {
        let title = row.text("region");
        let mut regions = self.records.regions.iter().flat_map(|it| &it.regions);
        let found = regions.find(|region| region.title == title);
        if found.is_none() {
            let fault = Fault::error("import::cell", row.at("region"), format!("`{title}` is not a region"));
            report.add(fault.help("write a title of `content/regions.yaml`"));
        }
        found.map(|region| Field::text(region.id.as_str()))
    }

    fn neighbours(&self, report: &mut Report, row: &Row) -> Option<Field> {
        let mut slugs = Vec::new();
        for code in row.text("statistical_neighbours").split_whitespace() {
            let Some(slug) = self.slugs.get(code) else {
                let message = format!("no council of the table has the DfE number `{code}`");
                let fault = Fault::error("import::cell", row.at("statistical_neighbours"), message);
                report.add(fault.help("write numbers of the column `dfe_code`"));
                return None;
            };
            slugs.push(*slug);
        }
        Some(Field::map([
            ("model", Some(Field::text(self.neighbourhood.model.clone()))),
            ("councils", Some(Field::words(slugs))),
            ("source", Some(Field::text(self.neighbourhood.source.as_str()))),
        ]))
    }

    fn districts(&self, slug: &str) -> Option<Field> {
        let rows = self.districts?.rows.iter().filter(|row| row.text("authority") == slug);
        let district = |row: &Row| {
            Field::map([
                ("name", some(row.text("district"))),
                ("official_name", some(row.text("official_name"))),
                ("gss", some(row.text("gss_code"))),
                ("until", last_day(row)),
            ])
        };
        let all: Vec<Field> = rows.map(district).collect();
        (!all.is_empty()).then_some(Field::List(all))
    }
}

/// The last day of a council: lists give that day, or the 1 April on which it was wound up.
fn last_day(row: &Row) -> Option<Field> {
    let written = row.text("abolished_on");
    let date: PartialDate = written.parse().ok()?;
    let first = date.first();
    let wound_up = date.knows_day() && first.month() == 4 && first.day() == 1;
    if !wound_up {
        return Some(Field::text(written));
    }
    Some(Field::text(PartialDate::day(first.pred_opt()?).machine()))
}

/// What kind of council it is, in whole words.
fn kind(written: &str) -> &str {
    match written {
        "unitary" => "unitary authority",
        "county" => "county council",
        "unitary (sui generis)" => "unitary authority of its own kind",
        "City corporation (sui generis)" => "city corporation",
        other => other,
    }
}
