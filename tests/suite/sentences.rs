//! What a reader reads on the pages of the base site.

use crate::case::Case;
use crate::case::record;
use crate::case::text_of;

#[test]
fn a_council_page_says_where_things_stand_and_how_far_the_record_reaches() {
    let text = Case::base().build().text("/councils/barford/");
    for words in [
        "Inadequate overall since the report of 5 September 2022",
        "Good The experiences and progress of children in care and care leavers",
        "This is the last inspection recorded here.",
        "One monitoring visit since then is recorded here.",
        "Inspections published up to 29 June 2026",
        "A full inspection by March 2023, said on 20 September 2022 by Portfolio holder for children",
    ] {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

#[test]
fn a_council_without_an_overall_grade_shows_four_grades_and_the_reason() {
    let text = Case::base().build().text("/councils/cranfield/");
    assert!(
        text.contains("No overall grade: Ofsted gives no overall grade to inspections begun from April 2026"),
        "{text}"
    );
    for grade in ["Good", "Outstanding", "Requires improvement to be good"] {
        assert!(text.contains(grade), "{grade} is not in\n{text}");
    }
    assert!(text.contains("from one published overview alone"), "{text}");
}

#[test]
fn a_visit_page_says_that_it_gave_no_grade_and_links_to_what_it_was_about() {
    let built = Case::base().build();
    let text = built.text("/councils/barford/visits/2023-11-22/");
    for words in [
        "This visit gave no grade.",
        "22 to 23 November 2023",
        "Letter published, January 2024",
        "improving Advisers kept in touch.",
    ] {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
    let html = built.html("/councils/barford/visits/2023-11-22/");
    assert!(html.contains("inspections/2022-09-05/index.html#area-care-leavers-after-21"), "{html}");
}

#[test]
fn a_change_stands_with_both_amounts_and_a_sum_per_head_with_its_count() {
    let text = Case::base().build().text("/councils/barford/spending/");
    for words in ["£44,990,000", "+£11,514,000 +34.4%", "£86,519 520 on 31 March 2023", "£41,845,000"] {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

#[test]
fn a_missing_value_is_named_and_never_zero() {
    let text = Case::base().build().text("/councils/barford/spending/");
    assert!(text.contains("31 March 2024 suppressed by the publisher"), "{text}");
}

#[test]
fn look_alikes_stand_side_by_side_with_the_reason() {
    let text = text_of(&Case::base().build().html("/councils/barford/"), ".alike");
    for words in ["£33,476,000", "£20,000,000", "One is an answer to a question, the other a yearly return."]
    {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

#[test]
fn a_source_page_lists_the_pages_that_rest_on_it() {
    let text = Case::base().build().text("/sources/foi-2023/");
    assert!(text.contains("Barford: spending and workforce"), "{text}");
    assert!(text.contains("FOI answer"), "{text}");
}

#[test]
fn a_disagreement_shows_the_value_the_rule_and_who_says_otherwise() {
    let text = Case::base().build().text("/councils/barford/inspections/2022-09-05/");
    let words = "First day of the inspection: shown here as 11 July 2022. Others report: 4 July 2022";
    assert!(text.contains(words), "{text}");
    assert!(text.contains("the document itself is preferred"), "{text}");
}

#[test]
fn another_regulator_needs_content_and_no_code() {
    let text = Case::alone("housing").build().text("/councils/marlow/");
    for words in [
        "C3 overall since the report of 5 March 2025",
        "Regulator of Social Housing judged council housing in Marlow C3",
    ] {
        assert!(text.contains(words), "“{words}” is not in\n{text}");
    }
}

#[test]
fn no_page_prints_a_value_that_is_none() {
    for built in [&Case::base().build(), &Case::alone("housing").build(), record()] {
        for artifact in built.artifacts.iter().filter(|it| it.path.ends_with(".html")) {
            let html = String::from_utf8_lossy(&artifact.bytes);
            let text = text_of(&html, "body");
            // A citation for a wiki or for TeX has such braces of its own.
            let text = text.replace("{{cite web", "").replace("= {{", "");
            for word in ["NaN", "null", "undefined", "None(", "Some(", "\u{E000}", "{{", "{%"] {
                assert!(!text.contains(word), "{} says {word}", artifact.path);
            }
            assert!(!html.contains("<td></td>"), "{} has an empty cell", artifact.path);
        }
    }
}
