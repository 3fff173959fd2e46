//! How many councils hold each grade, by judgement and through time. Grades of different wording
//! are never added up, and nothing is an average.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::ratings;
use crate::analysis::ratings::Tally;
use crate::analysis::ratings::TallyRow;
use crate::charts::Day;
use crate::charts::Drawing;
use crate::charts::Sheet;
use crate::charts::history;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::nation::today;
use crate::pages::nation::today::CountView;
use crate::pages::nation::today::TodayView;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Pasted;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::grade;
use crate::pages::sections::map;
use crate::pages::sections::map::MapView;
use crate::pages::sections::standing::in_place_of_headline;
use crate::pages::sections::through_time::ChartView;

/// Ratings of England.
#[derive(Debug, Serialize)]
pub struct RatingsPage {
    map: Option<MapView>,
    today: Option<TodayView>,
    groups: Vec<GroupView>,
    no_overall: Vec<UngradedRow>,
    uninspected: Vec<Link>,
    lines: Vec<LineView>,
    history: Vec<HistoryView>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
    /// The histories as files.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// The councils that hold one grade for the whole.
#[derive(Debug, Serialize)]
struct GroupView {
    id: String,
    grade: GradeView,
    councils: Vec<(Link, DateView)>,
}

/// A line of the grid: its judgements, each counted by itself.
#[derive(Debug, Serialize)]
struct LineView {
    title: String,
    about: Option<String>,
    rows: Vec<JudgementView>,
}

/// One judgement.
#[derive(Debug, Serialize)]
struct JudgementView {
    wording: String,
    scope: Option<String>,
    counts: Vec<CountView>,
    without: usize,
    total: usize,
    bar: String,
}

/// The headline judgement of one family of frameworks through time.
#[derive(Debug, Serialize)]
struct HistoryView {
    title: String,
    grades: Vec<GradeView>,
    /// The same as columns.
    chart: Option<ChartView>,
    /// Its files beside the page: `history-1`.
    name: String,
    days: Vec<DayView>,
}

/// One day.
#[derive(Debug, Serialize)]
struct DayView {
    day: DateView,
    councils: usize,
    counts: Vec<usize>,
    held: usize,
}

/// A council whose latest report gave no grade for the whole.
#[derive(Debug, Serialize)]
struct UngradedRow {
    council: Link,
    because: String,
    /// Its parts and their grades.
    parts: Vec<(String, String)>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, RatingsPage, Vec<Id>) {
    let here = Here::at(Address::top("ratings"));
    let mut notes = Notes::new(frame.register, here.clone());
    let tally = &findings.tally;
    let reach = Reach::of("inspections", None, &mut notes);
    let without = ratings::without_headline(frame.register, tally.day);
    let (history, files) = through_time(frame, &here, &findings.history);
    let page = RatingsPage {
        map: map::map(frame, findings, &here),
        today: today::today(frame.register, tally),
        groups: groups(frame, &here, tally),
        no_overall: without
            .iter()
            .map(|(slug, why)| {
                let standing = findings.councils[*slug].standing.as_ref();
                let parts = standing.map(|it| in_place_of_headline(frame.register, it)).unwrap_or_default();
                UngradedRow { council: frame.council(&here, slug), because: (*why).to_owned(), parts }
            })
            .collect(),
        uninspected: tally.uninspected.iter().map(|slug| frame.council(&here, slug)).collect(),
        lines: lines(frame, tally),
        history,
        files,
        reach,
        sources: notes.sources(),
    };
    let about =
        "How many councils hold each grade, by judgement and through time, without ranks or averages.";
    (frame.head(&here, "Ratings", about, Vec::new()), page, notes.ids())
}

fn groups(frame: &Frame<'_>, here: &Here, tally: &Tally<'_>) -> Vec<GroupView> {
    let latest = ratings::latest(frame.register, tally.day);
    let council = |slug: &&Id| {
        let published = latest[*slug].map(|it| it.record.published.value)?;
        Some((frame.council(here, slug), published.into()))
    };
    let rows = tally.rows.iter().filter(|row| row.line.headline == Some(true)).enumerate();
    let grades = rows.flat_map(|(n, row)| row.grades.iter().map(move |it| (n, it)));
    grades
        .filter(|(_, (_, councils))| !councils.is_empty())
        .map(|(n, (it, councils))| GroupView {
            id: if n == 0 { format!("grade-{}", it.id.value) } else { format!("grade-{n}-{}", it.id.value) },
            grade: grade(it),
            councils: councils.iter().filter_map(council).collect(),
        })
        .collect()
}

fn lines(frame: &Frame<'_>, tally: &Tally<'_>) -> Vec<LineView> {
    let lines = frame.register.vocabulary.lines.iter().map(|line| LineView {
        title: line.title.clone(),
        about: line.about.clone(),
        rows: tally.rows.iter().filter(|row| row.line.id.value == line.id.value).map(judgement).collect(),
    });
    lines.filter(|line| !line.rows.is_empty()).collect()
}

fn judgement(row: &TallyRow<'_>) -> JudgementView {
    JudgementView {
        wording: row.judgement.wording.clone(),
        scope: row.judgement.scope.clone(),
        counts: today::counts(row),
        without: row.without.len(),
        total: row.graded() + row.without.len(),
        bar: today::drawn(row, row.without.len()),
    }
}

/// The headline judgement on each day, one table for each wording and scale.
fn through_time(frame: &Frame<'_>, here: &Here, days: &[Tally<'_>]) -> (Vec<HistoryView>, Vec<PageFile>) {
    let mut views: Vec<HistoryView> = Vec::new();
    for tally in days {
        for row in tally.rows.iter().filter(|row| row.line.headline == Some(true)) {
            let title = format!("{}: {}", row.framework.regulator, row.judgement.wording);
            let day = day(tally.day, tally.councils, row);
            let grades: Vec<GradeView> = row.grades.iter().map(|(it, _)| grade(it)).collect();
            match views.iter_mut().find(|view| view.title == title && view.grades == grades) {
                Some(view) => view.days.push(day),
                None => {
                    views.push(HistoryView {
                        name: format!("history-{}", views.len() + 1),
                        title,
                        grades,
                        chart: None,
                        days: vec![day],
                    });
                }
            }
        }
    }
    let mut files = Vec::new();
    for view in &mut views {
        view.chart = drawn(view).map(|(title, drawing)| {
            let key: Vec<_> = view.grades.iter().map(|it| (it.glyph.clone(), it.wording.clone())).collect();
            let source = "Inspection reports on record here";
            let sheet = Sheet { title: &title, source, key: &key, ..Sheet::default() };
            files.push(PageFile::drawing(frame, here.address(), &view.name, &drawing, sheet));
            files.push(table(view));
            let name = format!("{}: every council through time", view.title);
            let lines = Pasted::new(frame, here.address(), &format!("{}.svg", view.name), &name, source);
            ChartView { pasted: Some(lines), ..ChartView::plain(title, &drawing) }
        });
    }
    (views, files)
}

/// The rows of a history, for a spreadsheet.
fn table(view: &HistoryView) -> PageFile {
    let mut head = vec!["as_at"];
    head.extend(view.grades.iter().map(|grade| grade.wording.as_str()));
    head.extend(["with_such_a_grade", "councils"]);
    let row = |it: &DayView| {
        let counts = it.counts.iter().chain([&it.held, &it.councils]).map(usize::to_string);
        std::iter::once(it.day.machine.clone()).chain(counts).collect()
    };
    let rows: Vec<Vec<String>> = view.days.iter().map(row).collect();
    PageFile::table(&view.name, &head, &rows)
}

/// The days as columns, with one of the fullest in words.
fn drawn(view: &HistoryView) -> Option<(String, Drawing)> {
    let column = |it: &DayView| Day {
        // The days are 31 March but for the last one, which says so.
        label: match it.day.machine.strip_suffix("-03-31") {
            Some(year) => year.to_owned(),
            None => it.day.short.clone(),
        },
        counts: view.grades.iter().map(|grade| grade.glyph.clone()).zip(it.counts.iter().copied()).collect(),
        all: it.councils,
    };
    // The latest day on which nearly as many councils as ever had such a grade.
    let most = view.days.iter().map(|it| it.held).max()?;
    let fullest = view.days.iter().rev().find(|it| it.held * 10 >= most * 9)?;
    let each = |(grade, count): (&GradeView, &usize)| format!("{count} {}", grade.wording);
    let counts: Vec<String> = view.grades.iter().zip(&fullest.counts).rev().map(each).collect();
    let title = format!(
        "On {}, {} of {} councils had such a grade: {}",
        fullest.day.long,
        fullest.held,
        fullest.councils,
        counts.join(", ")
    );
    let days: Vec<Day> = view.days.iter().map(column).collect();
    (days.len() > 1).then(|| (title, history(&days)))
}

fn day(day: PartialDate, councils: usize, row: &TallyRow<'_>) -> DayView {
    let held = row.graded();
    DayView {
        day: day.into(),
        councils,
        counts: row.grades.iter().map(|(_, councils)| councils.len()).collect(),
        held,
    }
}
