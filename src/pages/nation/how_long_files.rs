//! The cases behind "how long, how often" as tables for a spreadsheet.

use rust_decimal::Decimal;

use crate::analysis::AfterGrade;
use crate::analysis::months;
use crate::analysis::spells::Spell;
use crate::pages::nation::how_long::frameworks;
use crate::pages::parts::PageFile;

/// From each report to the next.
pub fn intervals(groups: &[AfterGrade<'_>]) -> PageFile {
    let head = [
        "council",
        "frameworks",
        "judgement",
        "grade",
        "report",
        "next_report",
        "days",
        "months",
        "visits_on_record",
    ];
    let rows = groups.iter().flat_map(|group| {
        group.intervals.iter().map(move |it| {
            vec![
                it.council.to_string(),
                frameworks(group),
                group.judgement.wording.clone(),
                group.grade.wording.clone(),
                it.from.record.published.value.machine(),
                match it.next {
                    Some(next) => next.record.published.value.machine(),
                    None if it.is_over => "the council ended".to_owned(),
                    None => "none on record".to_owned(),
                },
                it.days.map(|days| days.to_string()).unwrap_or_default(),
                it.days.map(in_months).unwrap_or_default(),
                it.visits.len().to_string(),
            ]
        })
    });
    PageFile::table("intervals", &head, &rows.collect::<Vec<_>>())
}

/// How long each grade was held, and what ended it.
pub fn runs(groups: &[AfterGrade<'_>]) -> PageFile {
    let head = [
        "council",
        "judgement",
        "grade",
        "first_report",
        "reports",
        "ended_by_report",
        "ended_by",
        "days",
        "months",
    ];
    let rows = groups.iter().flat_map(|group| {
        group.runs.iter().map(move |it| {
            let by = match (it.ended.is_some(), it.other_judgement) {
                (true, false) if it.days.is_none() => "a report without a grade on record",
                (true, true) => "another judgement",
                (true, false) => "another grade",
                (false, _) if it.is_over => "the end of the council",
                (false, _) => "",
            };
            vec![
                it.council.to_string(),
                group.judgement.wording.clone(),
                group.grade.wording.clone(),
                it.from.record.published.value.machine(),
                it.reports.to_string(),
                it.ended.map(|ended| ended.record.published.value.machine()).unwrap_or_default(),
                by.to_owned(),
                it.days.map(|days| days.to_string()).unwrap_or_default(),
                it.days.map(in_months).unwrap_or_default(),
            ]
        })
    });
    PageFile::table("grades-held", &head, &rows.collect::<Vec<_>>())
}

/// Spells of intervention.
pub fn spells(spells: &[Spell<'_>]) -> PageFile {
    let head = ["council", "track", "from", "to", "days", "months", "instruments"];
    let rows = spells.iter().map(|it| {
        let instruments: Vec<&str> = it.instruments.iter().map(|of| of.instrument.as_str()).collect();
        vec![
            it.council.to_string(),
            it.track.to_string(),
            it.from.to_string(),
            it.to.map(|it| it.to_string()).unwrap_or_default(),
            it.days.map(|days| days.to_string()).unwrap_or_default(),
            it.days.map(in_months).unwrap_or_default(),
            instruments.join("; "),
        ]
    });
    PageFile::table("interventions", &head, &rows.collect::<Vec<_>>())
}

fn in_months(days: i64) -> String {
    months(Decimal::from(days)).to_string()
}
