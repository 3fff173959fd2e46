//! Importing tables: what is new is written, what is on record is compared and left alone.

use std::fs;

use crate::case::Case;
use crate::commands::ends;
use crate::commands::loxley;

const HEADER: &str = "slug,framework,kind,inspection_start,inspection_end,published,overall,leaders,\
                      help_and_protection,in_care,care_leavers,adoption,lscb,source_url,source_url_kind,evidence,notes";
const BARFORD: &str = "barford,ILACS standard,full,2022-07-11,2022-07-22,2022-09-05,inadequate,\
                       requires-improvement,inadequate,good,,,,https://reports.example/1,report,pdf,";
const CRANFIELD: &str = "cranfield,ILACS short,full,2023-02-06,2023-02-10,2023-03-20,good,good,good,\
                         outstanding,requires-improvement,,,https://reports.example/2,report,pdf,";

/// Imports a table with these rows; gives what was said on both channels.
fn import(case: &Case, kind: &str, rows: &[&str], more: &[&str], code: i32) -> String {
    let table = case.root().join("table.csv");
    fs::write(&table, rows.join("\n")).expect("written");
    let table = table.to_str().expect("UTF-8").to_owned();
    let args: Vec<&str> = ["import", kind, &table].iter().chain(more).copied().collect();
    ends(&loxley(case.root(), &args), code)
}

fn read(case: &Case, path: &str) -> String {
    fs::read_to_string(case.root().join(path)).unwrap_or_default()
}

#[test]
fn an_inspection_becomes_a_record_that_passes_the_checks() {
    let case = Case::base();
    let said = import(&case, "inspections", &[HEADER, CRANFIELD], &[], 0);
    assert!(said.contains("content/councils/cranfield/inspections/2023-03-20.md"), "{said}");
    let record = read(&case, "content/councils/cranfield/inspections/2023-03-20.md");
    assert!(record.contains("framework: ofsted-ilacs-2023"), "by its first day: {record}");
    assert!(record.contains("in-care: outstanding") && record.contains("care-leavers: requires-improvement"));
    let source = read(&case, "content/sources/ofsted-reports.yaml");
    assert!(source.contains("https://reports.example/2"), "its report is a source: {source}");
    ends(&loxley(case.root(), &["check", "--as-at", crate::case::TODAY]), 0);
}

#[test]
fn a_record_that_differs_is_told_and_left_alone() {
    let case = Case::base();
    let path = "content/councils/barford/inspections/2022-09-05.md";
    let before = read(&case, path);
    let said = import(&case, "inspections", &[HEADER, BARFORD], &[], 0);
    assert!(said.contains("1 on record and the same"), "{said}");
    let other = BARFORD.replace("inadequate,good", "inadequate,outstanding");
    let said = import(&case, "inspections", &[HEADER, &other], &[], 1);
    let told = "`judgements.in-care-and-care-leavers`: `good` on record, `outstanding` in";
    assert!(said.contains(told) && said.contains("table.csv:2"), "{said}");
    assert_eq!(read(&case, path), before);
}

#[test]
fn a_dry_run_writes_nothing() {
    let case = Case::base();
    let said = import(&case, "inspections", &[HEADER, CRANFIELD], &["--dry-run"], 0);
    assert!(said.contains("would be written"), "{said}");
    assert_eq!(read(&case, "content/councils/cranfield/inspections/2023-03-20.md"), "");
}

#[test]
fn a_faulty_table_is_told_by_line_and_writes_nothing() {
    let case = Case::base();
    let check = |kind: &str, rows: &[&str], told: &[&str]| {
        let said = import(&case, kind, rows, &[], 1);
        for words in told {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(said.contains("nothing was written") && said.contains("help:"), "{said}");
    };
    check(
        "inspections",
        &["slug,framework", "barford,SIF"],
        &["import::columns", "there is no column `kind`"],
    );
    let outside = CRANFIELD.replace("cranfield", "../../../outside");
    check("inspections", &[HEADER, &outside], &["import::cell", "table.csv:2:1"]);
    let early = CRANFIELD.replace("2023-02-06", "1999-02-06");
    check("inspections", &[HEADER, &early], &["import::framework"]);
    let graded = CRANFIELD.replace("2023-02-06", "2022-02-06");
    check("inspections", &[HEADER, &graded], &["import::judgement", "does not judge `care-leavers`"]);
    check("inspections", &[HEADER, &CRANFIELD.replace("ILACS short", "JTAI")], &["import::kind"]);
    check(
        "inspections",
        &[HEADER, &CRANFIELD.replace(",pdf,", ",hearsay,")],
        &["import::source", "--source"],
    );
    check("mentions", &["slug,kind,month,in_report_published", "barford,focused-visit"], &["import::row"]);
    let area = ["area,period,value,missing", "atlantis,2023,1,"];
    let said = import(&case, "series", &area, &["--measure", "children-in-care"], 1);
    assert!(said.contains("import::area") && said.contains("`atlantis`"), "{said}");
}

#[test]
fn a_visit_follows_the_last_inspection_before_it_and_never_has_a_grade() {
    let case = Case::base();
    let rows = [
        "slug,kind,start,published,theme,source",
        "barford,focused-visit,2024-05-01,,Front door,statistics-2025",
    ];
    import(&case, "visits", &rows, &[], 0);
    let record = read(&case, "content/councils/barford/visits/2024-05-01.md");
    assert!(record.contains("2022-09-05") && record.contains("front-door"), "{record}");
    let rows = ["slug,kind,month,in_report_published", "barford,jtai,2021-04,2022-09-05"];
    import(&case, "mentions", &rows, &[], 0);
    let record = read(&case, "content/councils/barford/visits/2021-04.md");
    assert!(record.contains("mentioned_in:") && !record.contains("follows"), "{record}");
}

#[test]
fn a_revised_series_keeps_the_edition_on_record() {
    let case = Case::base();
    let path = "content/series/children-in-care.csv";
    let before = read(&case, path);
    let revised = before.replace("barford,2022,500,", "barford,2022,505,");
    let rows: Vec<&str> = revised.lines().collect();
    let said = import(&case, "series", &rows, &["--measure", "children-in-care"], 1);
    assert!(said.contains("import::revision") && said.contains("--keep-as"), "{said}");
    assert_eq!(read(&case, path), before, "nothing is lost");
    import(&case, "series", &rows, &["--measure", "children-in-care", "--keep-as", "first-release"], 0);
    assert!(read(&case, path).contains("barford,2022,505,"));
    assert_eq!(read(&case, "content/series/children-in-care/first-release.csv"), before);
}

#[test]
fn a_departments_data_file_is_taken_as_it_is_issued() {
    let case = Case::base();
    let rows = [
        "time_period,geographic_level,region_name,old_la_code,kind,count",
        "2024,National,,,in care,83630",
        "2024,Regional,East midlands,,in care,6000",
        "2024,Regional,Inner London,,in care,3790",
        "2024,Local authority,East midlands,399 / 398,in care,low",
        "2024,Local authority,East midlands,399,leaving care,7",
    ];
    let more = ["--column", "count=children-in-care", "--only", "kind=in care"];
    let said = import(&case, "ees", &rows, &more, 0);
    assert!(said.contains("Inner London"), "what is left out is told: {said}");
    let series = read(&case, "content/series/children-in-care.csv");
    for row in
        ["england,2024,83630,", "region:east-midlands,2024,6000,", "barford,2024,,low", "barford,2022,500,"]
    {
        assert!(series.contains(row), "{row}: {series}");
    }
}

#[test]
fn rows_of_years_in_which_a_council_did_not_exist_are_left_out() {
    let case = Case::base();
    case.edit("content/councils/barford/council.md", "region:", "established: 2022-04-01\nregion:");
    let rows = ["area,period,value,missing", "barford,2021,480,", "barford,2025,530,"];
    let said = import(&case, "series", &rows, &["--measure", "children-in-care"], 0);
    assert!(said.contains("import::existence") && said.contains("1 rows"), "{said}");
    let series = read(&case, "content/series/children-in-care.csv");
    assert!(series.contains("barford,2025,530,") && !series.contains("barford,2021"), "{series}");
}

#[cfg(feature = "spreadsheets")]
#[test]
fn the_regulators_spreadsheet_is_taken_as_it_is_issued() {
    let case = Case::base();
    let table = crate::case::cases().join("tables/outcomes.ods");
    let table = table.to_str().expect("UTF-8");
    let said = ends(&loxley(case.root(), &["import", "ofsted", table, "--source", "statistics-2025"]), 0);
    assert!(said.contains("2 written, 1 on record and the same") && said.contains("E99999999"), "{said}");
    let record = read(&case, "content/councils/cranfield/inspections/2023-03-20.md");
    assert!(record.contains("care-leavers: requires-improvement") && record.contains("end: not-recorded"));
    assert!(record.contains("evidence: official-statistics"), "{record}");
    let visit = read(&case, "content/councils/barford/visits/2024-05-01.md");
    assert!(visit.contains("focused-visit") && visit.contains("2024-06-03"), "{visit}");
    ends(&loxley(case.root(), &["check", "--as-at", crate::case::TODAY]), 0);
}

#[test]
fn lines_of_account_are_taken_by_their_columns() {
    let case = Case::base();
    let rows = [
        "ONS Code,Local authority,Private (C3)",
        "E08000099,Barford,1234.00001",
        "E06000099,Cranfield,[x]",
        "E07000001,A district,9",
    ];
    let more = ["--period", "2024-25", "--column", "Private (C3)=private-outturn"];
    import(&case, "outturn", &rows, &more, 0);
    let series = read(&case, "content/series/private-outturn.csv");
    assert!(
        series.contains("barford,2024-25,1234,") && series.contains("cranfield,2024-25,,not-received"),
        "{series}"
    );
}

#[test]
fn an_overview_is_held_against_the_record_and_its_slips_are_told() {
    let case = Case::base();
    let header = "la_code,inspection_link,inspection_framework,overall_effectiveness_grade,impact_of_leaders_grade,\
                  help_and_protection_grade,in_care_grade,care_leavers_grade,inspection_start_date,\
                  inspection_end_date,publication_date,local_authority";
    let barford = "399,https://reports.example/1,standard,inadequate,requires improvement,good,good,\
                   inspection_pre_dates_judgement,11/07/2022,22/07/2022,05/09/22,barford";
    let undated = "399,https://reports.example/1,standard,good,good,good,good,good,,,05/09/22,barford";
    let said = import(
        &case,
        "overview",
        &[header, barford, undated],
        &["--source", "statistics-2025", "--dry-run"],
        1,
    );
    assert!(said.contains("`judgements.help-and-protection`: `inadequate` on record, `good` in"), "{said}");
    assert!(said.contains("take this inspection in by hand"), "{said}");
}

#[test]
fn an_edition_that_was_kept_is_never_overwritten() {
    let case = Case::base();
    let path = "content/series/children-in-care.csv";
    let more = ["--measure", "children-in-care", "--keep-as", "first-release"];
    let first = read(&case, path);
    let rows = |value: &str| first.replace("barford,2022,500,", &format!("barford,2022,{value},"));
    import(&case, "series", &rows("505").lines().collect::<Vec<_>>(), &more, 0);
    let said = import(&case, "series", &rows("510").lines().collect::<Vec<_>>(), &more, 1);
    assert!(said.contains("there is an edition `first-release`"), "{said}");
    assert_eq!(read(&case, "content/series/children-in-care/first-release.csv"), first);
}

#[test]
fn two_rows_for_one_file_are_told() {
    let case = Case::base();
    let rows = [
        "slug,kind,month,in_report_published",
        "barford,focused-visit,2021-04,2022-09-05",
        "barford,jtai,2021-04,2022-09-05",
    ];
    let said = import(&case, "mentions", &rows, &[], 1);
    assert!(said.contains("import::twice") && said.contains("2021-04.md"), "{said}");
}

#[test]
fn a_series_that_cannot_be_read_is_left_as_it_is() {
    let case = Case::base();
    let path = "content/series/children-in-care.csv";
    let broken = "area,period,value,why\nbarford,2022,500,\n";
    fs::write(case.root().join(path), broken).expect("written");
    let rows = ["area,period,value,missing", "barford,2025,530,"];
    let said = import(&case, "series", &rows, &["--measure", "children-in-care"], 1);
    assert!(said.contains("import::record"), "{said}");
    assert_eq!(read(&case, path), broken);
}

#[test]
fn a_cell_that_is_no_number_and_a_file_that_is_no_table_are_refused() {
    let case = Case::base();
    let rows = ["area,period,value,missing", "barford,2025,\"1,234\","];
    let said = import(&case, "series", &rows, &["--measure", "children-in-care"], 1);
    assert!(said.contains("import::cell"), "{said}");
    let sheet = case.root().join("table.ods");
    fs::write(&sheet, "no spreadsheet").expect("written");
    let sheet = sheet.to_str().expect("UTF-8");
    let said = loxley(case.root(), &["import", "visits", sheet]);
    assert_ne!(said.status.code(), Some(0));
    assert!(!String::from_utf8_lossy(&said.stderr).contains("panicked"));
}
