//! Themes of what needs to improve: how often inspectors asked for each, year by year, and where it
//! came back in the same council's next report.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::themes::ReadReport;
use crate::analysis::themes::ThemeUse;
use crate::analysis::themes::areas_of;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::share;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::record::Inspection;
use crate::register::Filed;

/// All themes.
#[derive(Debug, Serialize)]
pub struct ThemesPage {
    reports: usize,
    from: Option<DateView>,
    to: Option<DateView>,
    themes: Vec<ThemeRow>,
    sources: Vec<SourceView>,
}

/// A theme in the list.
#[derive(Debug, Serialize)]
struct ThemeRow {
    link: Link,
    about: String,
    asked: usize,
    share: String,
    again: usize,
    followed: usize,
}

/// One theme.
#[derive(Debug, Serialize)]
pub struct ThemePage {
    about: String,
    reports: usize,
    asked: usize,
    share: String,
    followed: usize,
    from: Option<DateView>,
    to: Option<DateView>,
    again: Vec<AgainView>,
    years: Vec<YearView>,
    councils: Vec<AskedView>,
    earlier: Option<Link>,
    later: Option<Link>,
    sources: Vec<SourceView>,
}

/// A year of reports.
#[derive(Debug, Serialize)]
struct YearView {
    year: i32,
    asked: usize,
    reports: usize,
    share: String,
}

/// A council that was asked for it in two reports running.
#[derive(Debug, Serialize)]
struct AgainView {
    council: Link,
    first: Link,
    first_labels: Vec<String>,
    then: Link,
    then_labels: Vec<String>,
    since: Option<Link>,
}

/// A report that asked for it.
#[derive(Debug, Serialize)]
struct AskedView {
    council: Link,
    report: Link,
    labels: Vec<String>,
}

/// The list of themes.
pub fn index(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, ThemesPage, Vec<Id>) {
    let here = Here::at(Address::top("themes"));
    let notes = Notes::new(frame.register, here.clone());
    let (from, to) = published(findings);
    let total = findings.reports.len();
    let row = |it: &ThemeUse<'_>| ThemeRow {
        link: here.link(&Address::theme(&it.theme.id.value), it.theme.title.clone()),
        about: it.theme.about.clone(),
        asked: it.asked.len(),
        share: share(it.asked.len(), total),
        again: it.again.len(),
        followed: it.followed,
    };
    let page = ThemesPage {
        reports: total,
        from,
        to,
        themes: findings.themes.iter().map(row).collect(),
        sources: notes.sources(),
    };
    let about = "What inspectors asked councils to improve, by theme: how often, and where it came back.";
    (frame.head(&here, "What needs to improve, by theme", about, Vec::new()), page, notes.ids())
}

/// The page of one theme.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>, at: usize) -> (Head, ThemePage, Vec<Id>) {
    let it = &findings.themes[at];
    let here = Here::at(Address::theme(&it.theme.id.value));
    let notes = Notes::new(frame.register, here.clone());
    let total = findings.reports.len();
    let (from, to) = published(findings);
    let other = |at: usize| {
        let theme = findings.themes.get(at)?.theme;
        Some(here.link(&Address::theme(&theme.id.value), theme.title.clone()))
    };
    let years = it.years.iter().map(|(year, (asked, reports))| YearView {
        year: *year,
        asked: *asked,
        reports: *reports,
        share: share(*asked, *reports),
    });
    let page = ThemePage {
        about: it.theme.about.clone(),
        reports: total,
        asked: it.asked.len(),
        share: share(it.asked.len(), total),
        followed: it.followed,
        from,
        to,
        again: again(frame, &here, it),
        years: years.collect(),
        councils: asked(frame, &here, it),
        earlier: at.checked_sub(1).and_then(other),
        later: other(at + 1),
        sources: notes.sources(),
    };
    let title = it.theme.title.clone();
    let about = format!("How often inspection reports asked councils to improve: {}.", title.to_lowercase());
    let crumbs = vec![here.link(&Address::top("themes"), "Themes")];
    (
        frame.head(&here, format!("What needs to improve: {}", title.to_lowercase()), about, crumbs),
        page,
        notes.ids(),
    )
}

/// The first and the last day on which a report that was read was published.
fn published(findings: &Findings<'_>) -> (Option<DateView>, Option<DateView>) {
    let day = |it: &ReadReport<'_>| it.inspection.record.published.value.into();
    (findings.reports.first().map(day), findings.reports.last().map(day))
}

fn again(frame: &Frame<'_>, here: &Here, it: &ThemeUse<'_>) -> Vec<AgainView> {
    let theme = &it.theme.id.value;
    let labels = |inspection| areas_of(inspection, theme).iter().map(|area| area.label.clone()).collect();
    let link = |council: &Id, inspection: &Filed<Inspection>| {
        let address = Address::inspection(council, &inspection.id);
        here.link(&address, inspection.record.published.value.long())
    };
    let mut views: Vec<AgainView> = it
        .again
        .iter()
        .filter_map(|report| {
            let next = report.next?;
            Some(AgainView {
                council: frame.council(here, report.council),
                first: link(report.council, report.inspection),
                first_labels: labels(report.inspection),
                then: link(report.council, next),
                then_labels: labels(next),
                since: inspections(frame, report.council)
                    .filter(|it| it.record.published.value > next.record.published.value)
                    .map(|it| link(report.council, it))
                    .last(),
            })
        })
        .collect();
    views.sort_by(|a, b| a.council.text.cmp(&b.council.text));
    views
}

fn inspections<'r>(frame: &Frame<'r>, council: &Id) -> impl Iterator<Item = &'r Filed<Inspection>> {
    frame.register.shelves.dossiers[council].inspections.iter()
}

fn asked(frame: &Frame<'_>, here: &Here, it: &ThemeUse<'_>) -> Vec<AskedView> {
    let reports = it.asked.iter().rev();
    reports
        .map(|(report, areas)| AskedView {
            council: frame.council(here, report.council),
            report: here.link(
                &Address::inspection(report.council, &report.inspection.id),
                report.inspection.record.published.value.long(),
            ),
            labels: areas.iter().map(|area| area.label.clone()).collect(),
        })
        .collect()
}
