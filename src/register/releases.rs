//! Releases: the facts as they were published, and what became of each since.
//!
//! The first release holds every fact, each later one only what changed, so that a monthly release
//! of 40,000 facts stays small. A fact without a value in a release is there no more.

use std::collections::BTreeMap;

use sha2::Digest;
use sha2::Sha256;

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::release::ReleaseNote;
use crate::register::Fact;
use crate::register::facts::corrections::day_of;
use crate::report::FileId;

/// Columns of a file of facts.
pub const COLUMNS: [&str; 3] = ["fact", "value", "sources"];

/// A release as it was read.
#[derive(Debug)]
pub struct Release {
    /// Its name: `2026-11-23`.
    pub tag: Id,
    /// Its note, with day and digest.
    pub file: FileId,
    /// What the note says.
    pub note: ReleaseNote,
    /// What it has that the one before had not.
    pub rows: Vec<Row>,
    /// Its pages, packed, with the digest of the file; nothing for a release without pages.
    pub pages: Option<(FileId, String)>,
}

impl Release {
    /// The as-at date of its pages.
    pub fn as_at(&self) -> PartialDate {
        self.note.as_at.value
    }
}

/// A fact in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub fact: String,
    /// Its value; nothing where it was taken out.
    pub value: Option<String>,
    /// What says so: names of sources with a space between them.
    pub sources: String,
}

impl Row {
    /// The row of a fact.
    pub fn of(fact: &Fact<'_>) -> Self {
        let sources: Vec<&str> = fact.sources.iter().map(|it| it.as_str()).collect();
        Self { fact: fact.id(), value: Some(fact.value.clone()), sources: sources.join(" ") }
    }

    /// The rows of facts, sorted by name as releases have them.
    pub fn all(facts: &[Fact<'_>]) -> Vec<Self> {
        let mut rows: Vec<Self> = facts.iter().map(Self::of).collect();
        rows.sort_by(|a, b| a.fact.cmp(&b.fact));
        rows
    }
}

/// A value that a fact had from a release on.
#[derive(Debug, Clone, Copy)]
pub struct Version<'r> {
    /// Place of the release in [`History::releases`].
    pub release: usize,
    /// What it said.
    pub row: &'r Row,
}

/// All releases and what they say of each fact.
#[derive(Debug, Default)]
pub struct History<'r> {
    /// The releases, oldest first.
    pub releases: &'r [Release],
    versions: BTreeMap<&'r str, Vec<Version<'r>>>,
}

impl<'r> History<'r> {
    /// The history that releases, oldest first, tell.
    pub fn of(releases: &'r [Release]) -> Self {
        let mut versions: BTreeMap<&str, Vec<Version<'_>>> = BTreeMap::new();
        for (release, it) in releases.iter().enumerate() {
            for row in &it.rows {
                versions.entry(&row.fact).or_default().push(Version { release, row });
            }
        }
        Self { releases, versions }
    }

    /// The first release that has a correction; nothing for one made since the last.
    ///
    /// * returns: its place in [`History::releases`].
    pub fn first_with(&self, correction: &Id) -> Option<usize> {
        self.versions(&day_of(correction.as_str())).first().map(|it| it.release)
    }

    /// What was said last of a fact that had a value: also of one that is withdrawn.
    pub fn last_with(&self, fact: &str) -> Option<&Version<'r>> {
        self.versions(fact).iter().rev().find(|it| it.row.value.is_some())
    }

    /// The value that a fact had last, if it had one: also that of a fact that is withdrawn.
    pub fn last_value(&self, fact: &str) -> Option<&'r str> {
        self.last_with(fact).and_then(|it| it.row.value.as_deref())
    }

    /// The last release.
    pub fn last(&self) -> Option<&'r Release> {
        self.releases.last()
    }

    /// What releases said of a fact, oldest first; empty for one that none has.
    pub fn versions(&self, fact: &str) -> &[Version<'r>] {
        self.versions.get(fact).map_or(&[], Vec::as_slice)
    }

    /// Every fact that a release has, with what each said of it, oldest first.
    pub fn all(&self) -> impl Iterator<Item = (&'r str, &[Version<'r>])> {
        self.versions.iter().map(|(fact, versions)| (*fact, versions.as_slice()))
    }

    /// The facts as a release had them, by name.
    ///
    /// * `release`: place of the release in [`History::releases`].
    pub fn at(&self, release: usize) -> impl Iterator<Item = &'r Row> {
        let at = move |versions: &Vec<Version<'r>>| {
            versions.iter().rev().find(|it| it.release <= release).map(|it| it.row)
        };
        self.versions.values().filter_map(at).filter(|row| row.value.is_some())
    }

    /// Whether a release had a fact.
    ///
    /// * `release`: its place in [`History::releases`].
    pub fn had(&self, release: usize, fact: &str) -> bool {
        let last = self.versions(fact).iter().rev().find(|it| it.release <= release);
        last.is_some_and(|it| it.row.value.is_some())
    }

    /// The day of the last release that has a record otherwise than the one before: for one that came into
    /// the record after the first release, that of the release that first had it.
    ///
    /// * `record`: its name, without a slash at its end.
    pub fn changed(&self, record: &str) -> Option<PartialDate> {
        let begins = format!("{record}/");
        let own = self.versions.range(begins.as_str()..).take_while(|(fact, _)| fact.starts_with(&begins));
        let releases: Vec<usize> =
            own.flat_map(|(_, versions)| versions.iter().map(|it| it.release)).collect();
        let last = *releases.iter().max()?;
        (last > 0).then(|| self.releases[last].as_at())
    }

    /// The facts as last released.
    pub fn current(&self) -> impl Iterator<Item = &'r Row> {
        self.at(self.releases.len().saturating_sub(1))
    }

    /// What facts have that the last release has not: what the next release will hold.
    pub fn since(&self, facts: &[Fact<'_>]) -> Vec<Row> {
        let mut before: BTreeMap<&str, &Row> = self.current().map(|row| (row.fact.as_str(), row)).collect();
        let mut rows = Vec::new();
        for row in facts.iter().map(Row::of) {
            if before.remove(row.fact.as_str()) != Some(&row) {
                rows.push(row);
            }
        }
        let gone = before.into_keys();
        rows.extend(gone.map(|fact| Row { fact: fact.to_owned(), value: None, sources: String::new() }));
        rows.sort_by(|a, b| a.fact.cmp(&b.fact));
        rows
    }
}

/// Rows as RFC 4180 has it, under [`COLUMNS`].
pub fn table<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let line = |writer: &mut csv::Writer<Vec<u8>>, cells: [&str; 3]| {
        writer.write_record(cells).expect("memory takes every row");
    };
    line(&mut writer, COLUMNS);
    for row in rows {
        line(&mut writer, [&row.fact, row.value.as_deref().unwrap_or_default(), &row.sources]);
    }
    writer.into_inner().expect("memory takes every row")
}

/// What holds a release together: its name, its day, how many facts it has, their digest, that of its pages,
/// and the seal of the release before it, so that no part of an earlier release can be changed or taken out
/// by itself. Who changes all that follows too is found by the history of the repository, which the project’s
/// own check reads, and by anyone who kept a digest.
///
/// * `pages`: digest of its packed pages; nothing for a release without.
/// * `before`: the seal of the release before it; nothing for the first.
/// * returns: SHA-256 in hexadecimal digits.
pub fn seal(
    tag: &str,
    as_at: PartialDate,
    facts: usize,
    digest: &str,
    pages: Option<&str>,
    before: Option<&str>,
) -> String {
    let (pages, before) = (pages.unwrap_or("none"), before.unwrap_or("none"));
    self::digest(format!("{tag}\n{as_at}\n{facts}\n{digest}\n{pages}\n{before}\n").as_bytes())
}

/// SHA-256 in hexadecimal digits, as `sha256sum` prints it.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
