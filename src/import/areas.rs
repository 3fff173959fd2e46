//! Areas for improvement from a table, by council and report.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::slug;
use crate::import::Field;
use crate::import::Row;
use crate::import::Table;

/// Columns of the table: one row for each area, in the order of the report.
pub const COLUMNS: [&str; 4] = ["slug", "published", "label", "themes"];

/// Longest name of an area, in letters.
const LONGEST: usize = 40;

/// The areas of every report, by council and day of publication.
pub fn areas(table: &Table) -> BTreeMap<(String, String), Field> {
    let mut by_report: BTreeMap<(String, String), Vec<&Row>> = BTreeMap::new();
    for row in &table.rows {
        let key = (row.text("slug").to_owned(), row.text("published").to_owned());
        by_report.entry(key).or_default().push(row);
    }
    by_report.into_iter().map(|(key, rows)| (key, of_report(&rows))).collect()
}

fn of_report(rows: &[&Row]) -> Field {
    let mut taken = BTreeSet::new();
    let area = |row: &&Row| {
        Field::map([
            ("id", Some(Field::text(name(row.text("label"), &mut taken)))),
            ("label", Some(Field::text(row.text("label")))),
            ("themes", Some(Field::words(row.text("themes").split_whitespace()))),
        ])
    };
    Field::List(rows.iter().map(area).collect())
}

/// A short name from the first words of a label, unlike any other of its report.
fn name(label: &str, taken: &mut BTreeSet<String>) -> String {
    let full = slug(label);
    let cut = full.char_indices().rfind(|(at, it)| *it == '-' && *at <= LONGEST);
    let base = if full.len() <= LONGEST { full.as_str() } else { &full[..cut.map_or(LONGEST, |(at, _)| at)] };
    let free = |name: &String| !taken.contains(name);
    let name = std::iter::once(base.to_owned())
        .chain((2..).map(|n| format!("{base}-{n}")))
        .find(free)
        .expect("there is always a next number");
    taken.insert(name.clone());
    name
}
