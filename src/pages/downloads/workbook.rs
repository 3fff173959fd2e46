//! The tables in one file for spreadsheet programs: a sheet for each, and a first one that says what they
//! are. What stands in a sheet is what stands in its CSV file.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::downloads::described::Described;
use crate::pages::downloads::series_file;
use crate::pages::parts::Frame;
use crate::pages::parts::PageFile;
use crate::pages::parts::columns::Kind;
use crate::pages::parts::columns::column;
use crate::register::Register;

/// The file below `public/`.
pub const PATH: &str = "data/record.xlsx";

/// A workbook to write.
#[derive(Debug)]
pub struct Workbook {
    /// Its path below `public/`.
    pub path: &'static str,
    /// Whose record it is.
    pub title: String,
    /// The as-at date.
    pub as_at: PartialDate,
    /// What a reader must know, line by line: a word for it, and the text.
    pub about: Vec<(&'static str, String)>,
    /// The tables.
    pub sheets: Vec<Sheet>,
}

/// A table.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// What it has a row for.
    pub about: &'static str,
    /// Its columns: name, whether numbers stand in it, meaning.
    pub columns: Vec<(String, bool, String)>,
    /// The table as CSV.
    pub table: String,
}

/// A series and its rows, under the columns of its file.
pub type SeriesRows<'r> = (&'r Id, Vec<Vec<String>>);

/// The workbook of a site: a sheet for each table of the whole record, and one for all series.
///
/// * `tables`: those of the site, in the order in which a newcomer meets them.
/// * `files`: by their paths, with their texts.
pub fn workbook(
    frame: &Frame<'_>,
    tables: &[Described],
    files: &[(String, String)],
    series: &[SeriesRows<'_>],
) -> Workbook {
    let site = &frame.register.site;
    let of_table = |it: &Described| {
        let text = files.iter().find(|(path, _)| *path == it.path).map(|(_, text)| text.clone());
        sheet(it.table().to_owned(), it.about, &it.columns, text.unwrap_or_default())
    };
    // Every fact again under its name would double the file.
    let is_sheet = |it: &&Described| !it.about.is_empty() && it.table() != "facts";
    let mut sheets: Vec<Sheet> = tables.iter().filter(is_sheet).map(of_table).collect();
    let all = self::series(frame.register, series);
    let about = "every value of the national series: one measure, one council, region or England, one period";
    sheets.push(sheet("series".to_owned(), about, &all.columns, all.text));
    Workbook {
        path: PATH,
        title: format!("{}: {}", site.title, site.tagline),
        as_at: frame.today,
        about: vec![
            ("As at", frame.today.long()),
            ("From", format!("{}data/", frame.base_url)),
            ("Licence", site.licence.facts.clone()),
            (
                "To print beside it",
                format!(
                    "{} Compiled by {}, as at {}.",
                    site.licence.attribution,
                    site.title,
                    frame.today.long()
                ),
            ),
            ("Empty cells", "There is no value here; it is never zero.".to_owned()),
            (
                "Days",
                "As far as they are known, as text: 2024, 2024-01, 2024-01-25 or about 2024-01.".to_owned(),
            ),
            ("Sources", "Each row names its sources; the sheet of sources says what they are.".to_owned()),
        ],
        sheets,
    }
}

fn of_column(table: &str, name: &str) -> (String, bool, String) {
    let (kind, about) = column(table, name);
    (name.to_owned(), kind != Kind::Text, about.to_owned())
}

fn sheet(name: String, about: &'static str, columns: &[String], table: String) -> Sheet {
    let columns = columns.iter().map(|it| of_column(&name, it)).collect();
    Sheet { name, about, columns, table }
}

/// All national series in one table; what its sources are, the table of measures says.
fn series(register: &Register, series: &[SeriesRows<'_>]) -> PageFile {
    // A row of the file of a series, but for its sources and names, behind the measure; its name beside the area.
    let own = &series_file::COLUMNS[1..8];
    let head: Vec<&str> = ["measure", "area", "name"].iter().chain(own).copied().collect();
    let mut rows = Vec::new();
    for (id, all) in series {
        for row in all {
            let area = &row[0];
            let first = [id.to_string(), area.clone(), named(register, area)];
            rows.push(first.into_iter().chain(row[1..8].iter().cloned()).collect());
        }
    }
    PageFile::table("series", &head, &rows)
}

/// The name of a council, a region or the country.
fn named(register: &Register, area: &str) -> String {
    let council = register.shelves.dossiers.get(area).map(|it| it.council().name.clone());
    let region = || {
        let id = area.strip_prefix("region:")?;
        register.regions.regions.iter().find(|it| it.id.value.as_str() == id).map(|it| it.title.clone())
    };
    council.or_else(region).unwrap_or_else(|| crate::domain::capitalised(area))
}
