//! Reads the facts of a release, `fact,value,sources`, and puts the files of each release together.

use std::collections::BTreeMap;

use crate::domain::Id;
use crate::record::release::ReleaseNote;
use crate::register::Release;
use crate::register::releases::COLUMNS;
use crate::register::releases::Row;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;

/// The rows; nothing where the file is not one that the program wrote.
pub fn read(report: &mut Report, file: FileId, text: &str) -> Option<Vec<Row>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let whole = reader.headers().is_ok_and(|head| head == COLUMNS.as_slice());
    let rows: Result<Vec<Row>, csv::Error> = reader.records().map(|row| row.map(|row| of(&row))).collect();
    match rows {
        Ok(rows) if whole => Some(rows),
        Ok(_) => {
            report.add(fault(Span::new(file, 0, text.lines().next().map_or(0, str::len))));
            None
        }
        Err(error) => {
            let at = error.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or_default());
            report.add(fault(Span::new(file, at, at)));
            None
        }
    }
}

/// The files of releases by their tags, as they come.
#[derive(Default)]
pub struct Gathered {
    pub notes: BTreeMap<Id, (FileId, ReleaseNote)>,
    pub rows: BTreeMap<Id, (FileId, Vec<Row>)>,
    /// With the digest of each.
    pub pages: BTreeMap<Id, (FileId, String)>,
}

impl Gathered {
    /// The releases, oldest first. A release is a note and its facts: one without the other is a fault.
    pub fn settle(&mut self, report: &mut Report) -> Vec<Release> {
        let mut all = Vec::new();
        for (tag, (file, note)) in std::mem::take(&mut self.notes) {
            match self.rows.remove(&tag) {
                Some((_, rows)) => {
                    let pages = self.pages.remove(&tag);
                    all.push(Release { tag, file, note, rows, pages });
                }
                None if report.has_errors() => {}
                None => report.add(half(file, &format!("{tag}.csv"))),
            }
        }
        all.sort_by(|a, b| (a.as_at(), &a.tag).cmp(&(b.as_at(), &b.tag)));
        if report.has_errors() {
            return all;
        }
        let rows = self.rows.iter().map(|(tag, (file, _))| (tag, *file));
        for (tag, file) in rows.chain(self.pages.iter().map(|(tag, (file, _))| (tag, *file))) {
            report.add(half(file, &format!("{tag}.yaml")));
        }
        all
    }
}

fn half(file: FileId, missing: &str) -> Fault {
    let message = format!("this release has no `content/releases/{missing}`");
    Fault::error("release::half", Span::start_of(file), message)
        .help("take the missing file back from the history of the repository, or take this one out")
}

fn of(row: &csv::StringRecord) -> Row {
    let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
    Row { fact: cell(0), value: Some(cell(1)).filter(|it| !it.is_empty()), sources: cell(2) }
}

fn fault(at: Span) -> Fault {
    Fault::error("release::altered", at, "these are not the facts of a release as the program wrote them")
        .help("take the file back from the history of the repository: a release is never changed")
}
