//! The data: page, CSV and JSON say the same, and every table is described.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::case::record;

fn rows(path: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(record().file(path).as_bytes())
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

/// The facts of Nottingham in `index.json`, by name.
fn json() -> BTreeMap<String, Value> {
    let document: Value =
        serde_json::from_str(&record().file("councils/nottingham/index.json")).expect("JSON");
    let facts = document["facts"].as_array().expect("facts").clone();
    facts
        .into_iter()
        .map(|it| (it["fact"].as_str().expect("a name").to_owned(), it["value"].clone()))
        .collect()
}

#[test]
fn page_csv_and_json_hold_the_same_facts() {
    let json = json();
    let page = record().file("councils/nottingham/facts/index.html");
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
fn a_year_of_account_is_no_month_on_the_page_of_facts() {
    let page = record().file("councils/nottingham/facts/index.html");
    let label = "#series/s251-own/2010-11\">2010-11</a>";
    assert!(page.contains(label) && !page.contains("November 2010"), "2010-11 has another name");
}

#[test]
fn a_joint_return_is_told_in_citation_and_table() {
    let page = record().file("councils/richmond-upon-thames/facts/index.html");
    assert!(page.contains("(Caution: The two councils make one return together"), "the citation is silent");
    let rows = rows("data/series/agency-rate.csv");
    let of =
        |area: &str| rows.iter().filter(|row| row["area"] == area).all(|row| row["joint_return"].is_empty());
    assert!(!of("richmond-upon-thames") && of("nottingham"));
}

#[test]
fn every_fact_that_a_table_names_is_one() {
    let known: BTreeSet<String> = rows("data/facts.csv").into_iter().map(|row| row["fact"].clone()).collect();
    let mut named = 0;
    for path in record().artifacts.iter().map(|it| it.path.as_str()).filter(|path| path.ends_with(".csv")) {
        let rows = rows(path);
        for fact in rows.iter().filter_map(|row| row.get("fact")).filter(|fact| !fact.is_empty()) {
            assert!(known.contains(fact), "{path}: {fact}");
            named += 1;
        }
    }
    assert!(named > 60_000, "{named}");
}

#[test]
fn what_programs_read_in_a_page_is_what_people_read() {
    let mut seen = 0;
    for path in ["councils/nottingham/spending/index.html", "measures/ro3-residential/index.html"] {
        let html = scraper::Html::parse_document(&record().file(path));
        for it in html.select(&scraper::Selector::parse("data[value]").expect("a selector")) {
            let text = it.text().collect::<String>();
            let digits: String =
                text.chars().filter(|it| it.is_ascii_digit() || ".-−".contains(*it)).collect();
            let (machine, shown) = (it.value().attr("value").unwrap_or_default(), digits.replace('−', "-"));
            if text.starts_with('£') {
                let (machine, shown): (f64, f64) =
                    (machine.parse().expect("a number"), shown.parse().expect("a number"));
                // Pence of large sums are not shown.
                assert!((machine - shown).abs() < 0.51, "{path}: {text} is {machine}");
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
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
    assert!(record().file("data/index.html").contains("+34.4%"), "the worked example is this one");
}

#[test]
fn every_table_is_described_by_a_file_beside_it() {
    let paths: Vec<&str> = record().artifacts.iter().map(|it| it.path.as_str()).collect();
    let mut tables = 0;
    for path in paths.iter().filter(|path| path.ends_with(".csv")) {
        let about: Value =
            serde_json::from_str(&record().file(&format!("{path}-metadata.json"))).expect("JSON");
        let columns = about["tableSchema"]["columns"].as_array().expect("columns");
        let text = record().file(path);
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
