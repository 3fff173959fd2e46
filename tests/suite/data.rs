//! The data: page, CSV and JSON say the same, and every table is described.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::case::record;

fn file(path: &str) -> String {
    let found = record().artifacts.iter().find(|it| it.path == path);
    let found = found.unwrap_or_else(|| panic!("{path} is not there"));
    String::from_utf8(found.bytes.clone()).expect("UTF-8")
}

fn rows(path: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(file(path).as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

/// The facts of Nottingham in `index.json`, by name.
fn json() -> BTreeMap<String, Value> {
    let document: Value = serde_json::from_str(&file("councils/nottingham/index.json")).expect("JSON");
    let facts = document["facts"].as_array().expect("facts").clone();
    facts
        .into_iter()
        .map(|it| (it["fact"].as_str().expect("a name").to_owned(), it["value"].clone()))
        .collect()
}

#[test]
fn page_csv_and_json_hold_the_same_facts() {
    let json = json();
    let page = file("councils/nottingham/facts/index.html");
    let all = rows("data/facts.csv");
    let own: Vec<_> = all.iter().filter(|row| row["fact"].starts_with("nottingham/")).collect();
    assert!(own.len() > 700, "{}", own.len());
    assert_eq!(json.len(), own.len());
    for row in own {
        let name = &row["fact"];
        assert!(
            page.contains(&format!("id=\"{}\"", &name["nottingham/".len()..])),
            "{name} is not on the page"
        );
        let value = match &json[name] {
            Value::Number(number) => number.as_f64().map(|it| it.to_string()),
            other => other.as_str().map(str::to_owned),
        };
        assert_eq!(value.as_deref(), Some(row["value"].as_str()), "{name}");
    }
}

#[test]
fn the_figures_of_a_council_are_the_same_everywhere() {
    let json = json();
    let figures = rows("councils/nottingham/spending/figures.csv");
    let known: Vec<_> = figures.iter().filter(|row| !row["value"].is_empty()).collect();
    assert!(known.len() > 200, "{}", known.len());
    for row in known {
        let value: f64 = row["value"].parse().expect("a number");
        assert_eq!(json[&row["fact"]].as_f64(), Some(value), "{}", row["fact"]);
    }
    let paid = |period: &str| {
        let is = |row: &&BTreeMap<String, String>| {
            row["measure"] == "foi-private-care-providers" && row["period"] == period
        };
        figures.iter().find(is).expect("a row")["value"].parse::<f64>().expect("a number")
    };
    let change = (paid("2022-23") / paid("2021-22") - 1.0) * 100.0;
    assert_eq!(format!("{change:+.1}%"), "+34.4%");
    assert!(file("data/index.html").contains("+34.4%"), "the worked example is this one");
}

#[test]
fn every_table_is_described_by_a_file_beside_it() {
    let paths: Vec<&str> = record().artifacts.iter().map(|it| it.path.as_str()).collect();
    let mut tables = 0;
    for path in paths.iter().filter(|path| path.ends_with(".csv")) {
        let about: Value = serde_json::from_str(&file(&format!("{path}-metadata.json"))).expect("JSON");
        let columns = about["tableSchema"]["columns"].as_array().expect("columns");
        let text = file(path);
        let head = csv::Reader::from_reader(text.as_bytes()).headers().expect("a head").len();
        assert_eq!(columns.len(), head, "{path}");
        tables += 1;
    }
    assert!(tables > 400, "{tables}");
}

#[cfg(feature = "spreadsheets")]
#[test]
fn the_workbook_holds_the_series_to_the_penny_and_codes_as_text() {
    use calamine::Data;
    use calamine::DataType;
    use calamine::Reader;
    let found = record().artifacts.iter().find(|it| it.path == "data/record.xlsx").expect("the workbook");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(found.bytes.as_slice())).expect("a workbook");
    let series = book.worksheet_range("series").expect("the series");
    let known = series.rows().skip(1).filter(|row| !row[4].is_empty());
    let values: BTreeMap<String, String> = known
        .map(|row| {
            let area = row[1].to_string().replace(':', "-");
            (format!("{area}/series/{}/{}", row[0], row[3]), row[4].to_string())
        })
        .collect();
    let facts = rows("data/facts.csv").into_iter().filter(|row| row["fact"].contains("/series/"));
    let facts: BTreeMap<String, String> =
        facts.map(|row| (row["fact"].clone(), row["value"].clone())).collect();
    assert!(facts.len() > 20_000 && values == facts, "{} values, {} facts", values.len(), facts.len());
    let councils = book.worksheet_range("councils").expect("the councils");
    assert!(councils.rows().flatten().all(|cell| matches!(cell, Data::String(_) | Data::Empty)));
    let first = book.worksheet_range("read me").expect("the first sheet");
    assert!(first.rows().flatten().any(|cell| cell.get_string() == Some("23 November 2026")));
}

#[test]
fn facts_link_to_the_place_where_they_stand() {
    let all = rows("data/facts.csv");
    let row = all.iter().find(|row| row["fact"] == "nottingham/inspections/2022-09-05/judgements/overall");
    let row = row.expect("the overall grade of 2022");
    assert_eq!(row["value"], "inadequate");
    assert!(row["page"].ends_with("/councils/nottingham/facts/#inspections/2022-09-05/judgements/overall"));
    assert!(row["sources"].starts_with("ofsted-"), "{}", row["sources"]);
}
