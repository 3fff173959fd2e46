//! The ledger of disagreements: each value that sources report differently, by whom, which is shown
//! and by which rule.

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Preference;
use crate::pages::council::differences;
use crate::pages::council::differences::Disputed;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::parts::PageFile;
use crate::pages::parts::SourceView;
use crate::pages::words::money;
use crate::record::Citations;

/// The ledger.
#[derive(Debug, Serialize)]
pub struct ConflictsPage {
    councils: Vec<(Link, Disputed)>,
    values: usize,
    rules: Vec<(&'static str, usize)>,
    revised: Vec<RevisedView>,
    sources: Vec<SourceView>,
    /// The ledger as a table.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// A value that its own publisher changed in a later edition.
#[derive(Debug, Serialize)]
struct RevisedView {
    council: Link,
    measure: Link,
    period: String,
    shown: String,
    earlier: String,
    edition: String,
    notes: Vec<Note>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, ConflictsPage, Vec<Id>) {
    let here = Here::at(Address::top("conflicts"));
    let mut notes = Notes::new(frame.register, here.clone());
    let mut councils = Vec::new();
    let mut rows = Vec::new();
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let disputed = differences::disputes(slug, dossier, &mut notes);
        if !disputed.is_empty() {
            rows.extend(lines(slug, &disputed));
            councils.push((frame.council(&here, slug), disputed));
        }
    }
    let revised = revised(frame, findings, &here, &mut notes, &mut rows);
    let all = || councils.iter().flat_map(|(_, it)| it).flat_map(|(_, all)| all);
    let mut rules: Vec<(&'static str, usize)> = Vec::new();
    for it in all() {
        match rules.iter_mut().find(|(rule, _)| *rule == it.rule) {
            Some((_, n)) => *n += 1,
            None => rules.push((it.rule, 1)),
        }
    }
    rules.sort_by_key(|(rule, n)| (std::cmp::Reverse(*n), *rule));
    let head = ["council", "record", "value", "shown", "rule", "because", "other", "other_sources", "note"];
    let page = ConflictsPage {
        values: all().count(),
        councils,
        rules,
        revised,
        sources: notes.sources(),
        files: vec![PageFile::table("conflicts", &head, &rows)],
    };
    let about = "Every value that sources report differently: who reports what, which is shown here, and by which rule.";
    (frame.head(&here, "Where sources differ", about, Vec::new()), page, notes.ids())
}

fn lines(slug: &Id, disputed: &Disputed) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (record, all) in disputed {
        for it in all {
            for other in &it.others {
                rows.push(vec![
                    slug.to_string(),
                    record.as_ref().map(|it| it.text.clone()).unwrap_or_default(),
                    it.about.clone(),
                    it.shown.clone(),
                    it.rule.to_owned(),
                    it.because.clone().unwrap_or_default(),
                    other.value.clone(),
                    other.ids.clone(),
                    other.note.clone().unwrap_or_default(),
                ]);
            }
        }
    }
    rows
}

/// Values that an earlier edition of a series gave differently.
fn revised(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    here: &Here,
    notes: &mut Notes<'_>,
    lines: &mut Vec<Vec<String>>,
) -> Vec<RevisedView> {
    let mut views = Vec::new();
    for (slug, found) in &findings.councils {
        for table in &found.tables {
            for row in &table.rows {
                for (edition, value) in &row.earlier {
                    let view = RevisedView {
                        council: frame.council(here, slug),
                        measure: Link {
                            text: table.measure.title.clone(),
                            href: format!("{}#{}", here.href(&Address::spending(slug)), table.id),
                        },
                        period: row.period.long(),
                        shown: money::figure(table.measure, row).text,
                        earlier: money::value(table.measure, *value).text,
                        edition: edition.title.clone(),
                        notes: notes.cite(&edition.source),
                    };
                    lines.push(line(slug, &view, &edition.source));
                    views.push(view);
                }
            }
        }
    }
    views
}

/// A revised value as a line of the table.
fn line(slug: &Id, view: &RevisedView, source: &Citations) -> Vec<String> {
    let ids: Vec<String> = source.0.iter().map(|it| it.id.value.to_string()).collect();
    vec![
        slug.to_string(),
        view.measure.text.clone(),
        view.period.clone(),
        view.shown.clone(),
        Preference::LatestEdition.label().to_owned(),
        String::new(),
        view.earlier.clone(),
        ids.join(" "),
        view.edition.clone(),
    ]
}
