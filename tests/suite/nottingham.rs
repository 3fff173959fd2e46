//! The real record: what a reader must find on Nottingham's pages. The figures here are copied
//! from the sources by hand, so that a slip in `content/` or in the program shows.

use scraper::Html;
use scraper::Selector;

use crate::case::Built;
use crate::case::fold;
use crate::case::record;
use crate::case::text_of;

fn built() -> &'static Built {
    record()
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

/// The text of the section with this heading id.
fn section(html: &str, id: &str) -> String {
    text_of(html, &format!("section[aria-labelledby={id}]"))
}

#[test]
fn it_says_where_things_stand_and_which_parts_were_inadequate_and_which_not() {
    let html = built().html("/councils/nottingham/");
    let text = section(&html, "standing");
    says(
        &text,
        &[
            "Inadequate overall since the report of 5 September 2022",
            "after an inspection of 11 to 22 July 2022",
            "Inadequate The experiences and progress of children who need help and protection",
            "Requires improvement to be good The impact of leaders on social work practice with children and families \
         The experiences and progress of children in care and care leavers",
            "Six monitoring visits since then are recorded here",
            "A full inspection in February or March 2023, said on 20 September 2022 by Cllr Cheryl Barnard",
            "Inspections published up to 29 June 2026",
            "from 1 April 2022 to 31 March 2025",
        ],
    );
}

/// The grades of a line of the grid, oldest first; `–` where there is none.
fn line(html: &str, title: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let select = |selector: &str| Selector::parse(selector).expect("a selector");
    let (rows, head, cells, grade) = (select(".grid tbody tr"), select("th"), select("td"), select(".grade"));
    let is_title = |row: &scraper::ElementRef<'_>| {
        row.select(&head).next().is_some_and(|th| fold(&th.text().collect::<String>()) == title)
    };
    let row = page.select(&rows).find(is_title).unwrap_or_else(|| panic!("no line {title}"));
    let words = |cell: scraper::ElementRef<'_>| {
        cell.select(&grade).next().map_or_else(|| "–".to_owned(), |it| fold(&it.text().collect::<String>()))
    };
    row.select(&cells).map(words).collect()
}

#[test]
fn the_grid_holds_every_grade_in_the_words_of_its_framework_and_no_other() {
    let html = built().html("/councils/nottingham/");
    let (sif, ilacs) = ("Requires improvement", "Requires improvement to be good");
    let expected = [
        ("Overall effectiveness", ["–", sif, ilacs, "Inadequate"]),
        ("Leadership", ["–", sif, ilacs, ilacs]),
        ("Help and protection", ["–", sif, ilacs, "Inadequate"]),
        ("Children in care", ["–", sif, ilacs, ilacs]),
        ("Care leavers", ["–", sif, "–", "–"]),
    ];
    for (title, grades) in expected {
        assert_eq!(line(&html, title), grades, "{title}");
    }
    says(
        &section(&html, "grades"),
        &[
            "care leavers were judged together with children in care until 31 December 2022",
            "Judged only in earlier frameworks: Adoption, Requires improvement on 14 May 2014; \
             Local Safeguarding Children Board, Requires improvement on 14 May 2014; \
             Safeguarding (2009 to 2012), Good on 24 January 2011; \
             Services for looked after children (2009 to 2012), Good on 24 January 2011.",
            "Overall effectiveness: Requires improvement in May 2014 (SIF 2013), Requires improvement to be good in \
             January 2019 (ILACS 2018), Inadequate in September 2022 (ILACS 2018)",
        ],
    );
}

#[test]
fn money_stands_with_both_amounts_year_basis_and_source() {
    let html = built().html("/councils/nottingham/");
    let text = section(&html, "money");
    says(
        &text,
        &[
            "Up £11,514,000 (34.4%): £33,476,000 (2021 to 2022) to £44,990,000 (2022 to 2023)",
            "Up £441,247 (12.8%): £3,454,479 (2021 to 2022) to £3,895,726 (2022 to 2023)",
            "FOI answer, gross or net not stated, cash terms",
            "17.2%",
            "England 17.9%",
            "“almost a quarter”",
            "30 September 2023; official return",
        ],
    );
    let page = Html::parse_document(&html);
    let drawn = Selector::parse(".alike svg").expect("a selector");
    assert_eq!(page.select(&drawn).count(), 0, "look-alikes share no axis");
}

#[test]
fn the_official_series_and_every_stated_figure_are_there() {
    let text = built().text("/councils/nottingham/spending/");
    says(
        &text,
        &[
            "30 September 2023 17.2%",
            "30 September 2024 15.5%",
            "30 September 2025 break before 10.4%",
            "17.9%",
            "16.2%",
            "13.0%",
            "31 March 2025 639",
            "31 March 2022 722",
            "£79,238,040",
            "£90,750,000",
            "£24,244,070",
            "£4,389,000",
            "£68,141",
            "£81,058",
            "£101,976",
            "almost a quarter",
            "around 700",
            "just over 600 in 2016",
            "as many as 650",
            "upwards of £30 an hour",
            "GDP deflators",
            "In 2024 to 2025 prices",
            "Per child in care",
            "Per child aged 0 to 17",
        ],
    );
    // Cash × 100 ÷ 85.3036 and ÷ 91.2996 (HM Treasury, March 2026); 44,990,000 ÷ 719 and ÷ 66,706.
    says(
        &text,
        &["£39,243,361", "£49,277,324", "£62,573 719 on 31 March 2023", "£674 66,706 on 30 June 2022"],
    );
}

#[test]
fn the_care_leavers_visit_says_what_it_found_and_is_no_grade() {
    let html = built().html("/councils/nottingham/visits/2023-11-22/");
    let text = text_of(&html, "main");
    says(
        &text,
        &[
            "22 to 23 November 2023",
            "Looked at: Care leavers. This visit gave no grade.",
            "pathway plans",
            "Letter published, January 2024",
        ],
    );
    let page = Html::parse_document(&html);
    assert_eq!(page.select(&Selector::parse("main .grade").expect("a selector")).count(), 0);
}

#[test]
fn what_is_reported_differently_is_kept_with_who_reports_it() {
    let text = built().text("/councils/nottingham/inspections/2022-09-05/");
    says(
        &text,
        &[
            "First day of the inspection: shown here as 11 July 2022",
            "Others report: 4 July 2022",
            "Publication of the report: shown here as 5 September 2022",
            "Others report: 5 November 2022",
            "Overall effectiveness: shown here as Inadequate",
            "Care leavers: shown here as not judged apart",
        ],
    );
    let all = section(&built().html("/councils/nottingham/differences/"), "disagreements");
    assert!(all.matches("shown here as").count() >= 8, "{all}");
}

#[test]
fn promises_stand_with_what_became_of_them() {
    let text = section(&built().html("/councils/nottingham/"), "promises");
    says(
        &text,
        &[
            "A full inspection in February or March 2023",
            "Not met",
            "Eight additional social workers",
            "Between four and six monitoring visits",
        ],
    );
}

#[test]
fn the_two_tracks_and_the_two_boards_are_kept_apart() {
    let text = section(&built().html("/councils/nottingham/"), "interventions");
    says(
        &text,
        &[
            "Improvement notice 24 October 2022",
            "Children’s Improvement Board",
            "Improvement and Assurance Board",
            "Commissioners for the council as a whole 22 February 2024 to 22 February 2026",
            "Section 114(3) report 29 November 2023",
            "Local Government Act 1999",
        ],
    );
}

#[test]
fn every_visit_on_record_has_its_page() {
    let built = built();
    for visit in [
        "2020-02",
        "2021-06",
        "2023-02-28",
        "2023-07-25",
        "2023-11-22",
        "2024-04-03",
        "2024-07-31",
        "2024-11-12",
    ] {
        says(&built.text(&format!("/councils/nottingham/visits/{visit}/")), &["This visit gave no grade."]);
    }
}
