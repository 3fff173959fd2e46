//! The spending page: every measure of a council as a table, one measure a table.

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::charts::Sheet;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PeriodKind;
use crate::domain::capitalised;
use crate::pages::council::spending_file;
use crate::pages::council::together::TogetherView;
use crate::pages::council::together::together;
use crate::pages::facts;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::Pasted;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::sections::disagreement::DisagreementView;
use crate::pages::sections::disagreement::of_figure;
use crate::pages::sections::look_alikes::LookAlikeView;
use crate::pages::sections::look_alikes::look_alikes;
use crate::pages::sections::reply::replies;
use crate::pages::sections::through_time;
use crate::pages::sections::through_time::ChartView;
use crate::pages::sections::through_time::through_time;
use crate::pages::words::money;
use crate::pages::words::money::ChangeView;
use crate::pages::words::money::FigureView;
use crate::record::Measure;
use crate::record::measure::Joint;
use crate::register::Dossier;
use crate::register::Register;

/// The spending page of a council.
#[derive(Debug, Serialize)]
pub struct SpendingPage {
    council: String,
    groups: Vec<GroupView>,
    together: Vec<TogetherView>,
    look_alikes: Vec<LookAlikeView>,
    real_terms: Option<RealTermsView>,
    reach: Vec<Reach>,
    sources: Vec<SourceView>,
    /// The tables and the drawings as files.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// Measures of one group.
#[derive(Debug, Serialize)]
struct GroupView {
    id: String,
    title: String,
    about: String,
    measures: Vec<MeasureView>,
}

/// A measure and its rows.
#[derive(Debug, Serialize)]
struct MeasureView {
    id: String,
    /// Where its facts are cited, on the page of facts.
    fact: Option<String>,
    title: String,
    href: String,
    definition: String,
    collector: String,
    basis: String,
    unit: String,
    period_word: &'static str,
    complete_to: Option<DateView>,
    has_change: bool,
    has_real: bool,
    has_region: bool,
    has_england: bool,
    heads: Vec<String>,
    /// The values as a drawing, with the finding as its title.
    chart: Option<ChartView>,
    /// The drawing's file, and what stands under it.
    svg: String,
    told: String,
    rows: Vec<RowView>,
    breaks: Vec<(DateView, String, Vec<Note>)>,
    cautions: Vec<(String, String, Vec<Note>)>,
    /// What those say of whom a figure says something adverse.
    replies: Vec<String>,
    odd: Vec<String>,
    odd_about: &'static str,
    disagreements: Vec<DisagreementView>,
    joint: Option<(Vec<Link>, String, Vec<Note>)>,
    look_alikes: Vec<(Link, String)>,
    notes: Vec<Note>,
}

/// The value of one period.
#[derive(Debug, Serialize)]
struct RowView {
    id: String,
    /// Where it is cited, on the page of facts.
    fact: Option<String>,
    period: String,
    value: FigureView,
    change: Option<ChangeView>,
    real: Option<FigureView>,
    heads: Vec<Option<HeadView>>,
    region: Option<FigureView>,
    england: Option<FigureView>,
    broken: Option<String>,
    flagged: bool,
    note: Option<String>,
    earlier: Vec<(String, String, Vec<Note>)>,
    notes: Vec<Note>,
    /// What was put right in it.
    changes: Vec<facts::ChangeView>,
}

/// A sum for each of those counted.
#[derive(Debug, Serialize)]
struct HeadView {
    each: FigureView,
    count: String,
    counted: String,
}

/// Which deflator the page uses.
#[derive(Debug, Serialize)]
struct RealTermsView {
    title: String,
    edition: String,
    base: String,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    findings: &CouncilFindings<'_>,
) -> (Head, SpendingPage, Vec<Id>) {
    let here = Here::at(Address::spending(slug));
    let register = frame.register;
    let mut notes = Notes::new(register, here.clone());
    let council = dossier.council();
    let crumbs = frame.way(&here, slug);
    let description = format!(
        "What {} spends on {}, year by year, with the basis and source of every figure.",
        council.official_name, register.site.service
    );
    let mut files = vec![spending_file::figures(slug, &findings.tables)];
    let mut groups = groups(frame, slug, dossier, &findings.tables, &mut files, &mut notes);
    answer(frame, slug, &findings.tables, &mut groups);
    let page = SpendingPage {
        council: council.name.clone(),
        groups,
        together: together(frame, &council.name, &findings.tables, &mut files, &mut notes),
        look_alikes: look_alikes(&findings.tables, "", &mut notes),
        real_terms: real_terms(register, &mut notes),
        reach: Reach::all(dossier, &mut notes),
        sources: notes.sources(),
        files,
    };
    (
        frame.head(&here, format!("{}: spending and workforce", council.name), description, crumbs),
        page,
        notes.ids(),
    )
}

/// Puts what those say of whom a figure says something adverse beside the figure’s table.
fn answer(frame: &Frame<'_>, slug: &Id, tables: &[MeasureTable<'_>], groups: &mut [GroupView]) {
    for view in groups.iter_mut().flat_map(|group| &mut group.measures) {
        let own = tables.iter().filter(|table| table.id.as_str() == view.id);
        let figures = own.flat_map(|table| &table.rows).filter_map(|row| row.figure);
        let records = figures.map(|it| format!("{slug}/figures/{}", it.id.value));
        view.replies = records.flat_map(|it| replies(frame.register, frame.today, &it)).collect();
    }
}

fn groups(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    tables: &[MeasureTable<'_>],
    files: &mut Vec<PageFile>,
    notes: &mut Notes<'_>,
) -> Vec<GroupView> {
    let here = notes.here().clone();
    let (register, council) = (frame.register, dossier.council());
    let region = frame.region(&council.region.value);
    let groups = register.vocabulary.measure_groups.iter().map(|group| GroupView {
        id: format!("group-{}", group.id.value),
        title: group.title.clone(),
        about: group.about.clone(),
        measures: latest_first(tables, &group.id.value)
            .into_iter()
            .map(|it| {
                let chart = through_time(it, &council.name, &region).map(|(title, chart)| {
                    let (mut view, drawing) = through_time::view(title, &chart);
                    let title = format!("{}. {}", council.name, view.title);
                    let told = told_by(it, view.doubted);
                    let sheet = Sheet { title: &title, source: &told, ..Sheet::default() };
                    files.push(PageFile::drawing(frame, here.address(), it.id.as_str(), &drawing, sheet));
                    let name = format!("{}: {}", council.name, it.measure.title);
                    let file = format!("{}.svg", it.id);
                    let told = told.trim_end_matches('.');
                    view.pasted = Some(Pasted::new(frame, here.address(), &file, &name, told));
                    view
                });
                MeasureView { chart, ..measure(frame, slug, it, tables, notes) }
            })
            .collect(),
    });
    groups.filter(|group| !group.measures.is_empty()).collect()
}

/// Unit, basis, collector and cautions, for a drawing by itself.
fn told_by(table: &MeasureTable<'_>, is_doubted: bool) -> String {
    let it = table.measure;
    let told = format!("{}. {}. {}.", capitalised(&unit(it)), capitalised(&money::basis(it)), it.collector);
    let joint = table.joint.map(|joint| format!(" {}", joint.because)).unwrap_or_default();
    let doubted = if is_doubted { " Hollow: treat with caution." } else { "" };
    format!("{told}{joint}{doubted}")
}

/// The tables of a group: those that reach furthest first, figures of single councils before series.
fn latest_first<'a, 'r>(tables: &'a [MeasureTable<'r>], group: &Id) -> Vec<&'a MeasureTable<'r>> {
    let mut some: Vec<&MeasureTable<'_>> =
        tables.iter().filter(|it| it.measure.group.value == *group).collect();
    some.sort_by_key(|it| {
        (it.measure.source.is_some(), std::cmp::Reverse(it.rows.last().map(|row| row.period.last_day())))
    });
    some
}

fn real_terms(register: &Register, notes: &mut Notes<'_>) -> Option<RealTermsView> {
    let (deflator, base) = register.deflator()?;
    Some(RealTermsView {
        title: deflator.title.clone(),
        edition: deflator.edition.clone(),
        base: base.long(),
        notes: notes.cite(&deflator.source),
    })
}

fn measure(
    frame: &Frame<'_>,
    slug: &Id,
    table: &MeasureTable<'_>,
    tables: &[MeasureTable<'_>],
    notes: &mut Notes<'_>,
) -> MeasureView {
    let (it, register) = (table.measure, frame.register);
    let has = |test: fn(&MeasureRow<'_>) -> bool| table.rows.iter().any(test);
    let heads = it.per_head.iter().map(|head| register.measure(&head.value).per.clone().unwrap_or_default());
    let breaks = table.rows.iter().filter_map(|row| row.broken);
    let cautions =
        table.rows.iter().filter_map(|row| row.caution.map(|caution| (row.period.to_string(), caution)));
    let odd: Vec<String> =
        table.rows.iter().filter(|row| row.odd).map(|row| row.period.to_string()).collect();
    MeasureView {
        id: table.id.to_string(),
        fact: spending_file::record(table),
        href: notes.here().href(&Address::measure(table.id)),
        title: it.title.clone(),
        definition: it.definition.clone(),
        collector: it.collector.clone(),
        basis: money::basis(it),
        unit: unit(it),
        period_word: if it.period == PeriodKind::FinancialYear { "Year to 31 March" } else { "Date" },
        complete_to: it.complete_to.map(DateView::from),
        has_change: has(|row| row.change.is_some()),
        has_real: has(|row| row.real.is_some()),
        has_region: has(|row| row.region.is_some()),
        has_england: has(|row| row.england.is_some()),
        heads: heads.collect(),
        chart: None,
        svg: format!("{}.svg", table.id),
        told: format!("In {}", unit(it)),
        breaks: breaks.map(|it| (it.at.into(), it.because.clone(), notes.cite(&it.source))).collect(),
        replies: Vec::new(),
        cautions: cautions.map(|(period, it)| (period, it.note.clone(), notes.cite(&it.source))).collect(),
        odd,
        odd_about: money::ODD,
        disagreements: disputed(table, notes),
        joint: table
            .joint
            .map(|it| (joined(register, it, notes), it.because.clone(), notes.cite(&it.source))),
        look_alikes: it
            .look_alikes
            .iter()
            .filter_map(|alike| {
                let other = tables.iter().find(|other| *other.id == alike.measure.value)?;
                Some((
                    Link { text: other.measure.title.clone(), href: format!("#{}", other.id) },
                    alike.because.clone(),
                ))
            })
            .collect(),
        notes: it.source.as_ref().map(|source| notes.cite(source)).unwrap_or_default(),
        rows: table.rows.iter().map(|row| self::row(frame, slug, table, row, notes)).collect(),
    }
}

/// The councils of a joint return.
fn joined(register: &Register, joint: &Joint, notes: &Notes<'_>) -> Vec<Link> {
    let name = |slug: &Id| register.shelves.dossiers[slug].council().name.clone();
    let link = |slug: &Id| notes.here().link(&Address::council(slug), name(slug));
    joint.councils.iter().map(|slug| link(&slug.value)).collect()
}

fn unit(measure: &Measure) -> String {
    measure.counted.clone().unwrap_or_else(|| money::unit(measure))
}

fn disputed(table: &MeasureTable<'_>, notes: &mut Notes<'_>) -> Vec<DisagreementView> {
    let figures = table.rows.iter().filter_map(|row| row.figure);
    let disputed = figures.filter_map(|figure| Some((figure, figure.also_reported.as_ref()?)));
    disputed.map(|(figure, it)| of_figure(table.measure, figure, it, notes)).collect()
}

fn row(
    frame: &Frame<'_>,
    slug: &Id,
    table: &MeasureTable<'_>,
    row: &MeasureRow<'_>,
    notes: &mut Notes<'_>,
) -> RowView {
    let it = table.measure;
    let fact = spending_file::fact(table, row);
    let changes = fact.as_ref().map(|fact| facts::changes(frame, &format!("{slug}/{fact}")));
    RowView {
        id: row
            .figure
            .map_or_else(|| format!("{}-{}", table.id, row.period), |figure| figure.id.value.to_string()),
        fact,
        changes: changes.unwrap_or_default(),
        period: match it.period {
            PeriodKind::FinancialYear => row.period.to_string(),
            _ => row.period.long(),
        },
        value: money::figure(it, row),
        change: row.change.map(|change| money::change(it, change)),
        real: row.real.map(money::pounds),
        heads: row
            .per_head
            .iter()
            .map(|head| {
                head.map(|head| HeadView {
                    each: money::pounds(head.pounds),
                    count: crate::domain::grouped(head.count, 0),
                    counted: head.counted.long(),
                })
            })
            .collect(),
        region: row.region.map(|value| money::value(it, value)),
        england: row.england.map(|value| money::value(it, value)),
        broken: row.broken.map(|it| it.because.clone()),
        flagged: row.caution.is_some() || row.odd,
        earlier: row
            .earlier
            .iter()
            .map(|(edition, value)| {
                (money::value(it, *value).text, edition.title.clone(), notes.cite(&edition.source))
            })
            .collect(),
        note: row.figure.and_then(|figure| figure.note.clone()),
        notes: row.figure.map(|figure| notes.cite(&figure.source)).unwrap_or_default(),
    }
}
