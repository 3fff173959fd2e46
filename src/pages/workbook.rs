//! The tables in one file for spreadsheet programs: a sheet for each, and a first one that says what they
//! are. What stands in a sheet is what stands in its CSV file.

use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::Frame;
use crate::pages::parts::PageFile;
use crate::pages::parts::columns::Kind;
use crate::pages::parts::columns::column;
use crate::pages::series_file;
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
    pub name: &'static str,
    /// What it has a row for.
    pub about: &'static str,
    /// Its columns: name, whether numbers stand in it, meaning.
    pub columns: Vec<(String, bool, String)>,
    /// The table as CSV.
    pub table: String,
}

/// The sheets in the order in which a newcomer meets them, and what each has a row for.
const SHEETS: [(&str, &str); 12] = [
    ("councils", "every council, with its codes; those that are no more too"),
    ("judgements", "every judgement of every graded inspection"),
    ("areas", "every area for improvement that an inspection named"),
    ("visits", "every focused or monitoring visit; a visit gives no grade"),
    ("interventions", "every notice, direction, commissioner or board"),
    ("events", "every meeting, decision or grant"),
    ("promises", "everything promised or expected, and what became of it"),
    ("statements", "everything said, by whom and where; shown as said, not as fact"),
    ("figures", "every figure of a single council that no series has: from FOI answers, minutes, press"),
    ("series", "every value of the national series: one measure, one council, region or England, one period"),
    ("measures", "every measure of the series: what its values count, and what may not be compared"),
    ("sources", "every source, by the names that the other sheets use"),
];

/// The workbook of the tables among the files of a site.
///
/// * `files`: by their paths, with their texts.
pub fn workbook(frame: &Frame<'_>, files: &[(String, String)]) -> Workbook {
    let site = &frame.register.site;
    let sheet = |(name, about): (&'static str, &'static str)| {
        let path = format!("data/{name}.csv");
        let table = match name {
            "series" => series(frame.register).text,
            "measures" => measures(frame.register).text,
            _ => files.iter().find(|(it, _)| *it == path).map(|(_, text)| text.clone()).unwrap_or_default(),
        };
        let head = table.lines().next().unwrap_or_default();
        let columns = head.split(',').map(|it| of_column(name, it)).collect();
        Sheet { name, about, columns, table }
    };
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
            ("Days", "As far as they are known, as text: 2024, 2024-01 or 2024-01-25.".to_owned()),
            ("Sources", "Each row names its sources; the last sheet says what they are.".to_owned()),
        ],
        sheets: SHEETS.into_iter().map(sheet).collect(),
    }
}

fn of_column(table: &str, name: &str) -> (String, bool, String) {
    let (kind, about) = column(table, name);
    (name.to_owned(), kind != Kind::Text, about.to_owned())
}

/// All national series in one table.
fn series(register: &Register) -> PageFile {
    let head = ["measure", "area", "name", "period", "value", "missing", "caution"];
    let mut rows = Vec::new();
    for id in register.shelves.series.keys() {
        for row in series_file::rows(register, id) {
            let [area, period, value, missing, caution, _] = row.as_slice() else { continue };
            let name = named(register, area);
            let words = [id.as_str(), area, &name, period, value, missing, caution];
            rows.push(words.map(str::to_owned).to_vec());
        }
    }
    PageFile::table("series", &head, &rows)
}

/// What the series measure.
fn measures(register: &Register) -> PageFile {
    let head = [
        "measure",
        "title",
        "unit",
        "collector",
        "basis",
        "gross_net",
        "price_basis",
        "definition",
        "sources",
    ];
    let measure = |id: &Id| {
        let it = register.measure(id);
        let sources = it.source.iter().flat_map(|it| &it.0).map(|it| it.id.value.as_str());
        let (basis, net, prices) = (it.basis.word(), it.gross_net.word(), it.price_basis.word());
        let sources = sources.collect::<Vec<_>>().join(" ");
        let (unit, collector) = (it.unit.word(), &it.collector);
        [id.as_str(), &it.title, unit, collector, basis, net, prices, &it.definition, &sources]
            .map(str::to_owned)
            .to_vec()
    };
    let rows: Vec<Vec<String>> = register.shelves.series.keys().map(measure).collect();
    PageFile::table("measures", &head, &rows)
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
