//! Graded inspections from a table: one row an inspection.
//!
//! Columns: `slug`, `framework` (`SIF`, `ILACS standard`, `ILACS short`), `kind` (`full`,
//! `reinspection`), `inspection_start`, `inspection_end`, `published`, a column for each line of the
//! rating grid (`overall`, `leaders`, `help_and_protection`, `in_care`, `care_leavers`, `adoption`,
//! `lscb`), `source_url`, `source_url_kind`, `evidence` (joined with `+`; `pdf` is the report
//! itself), `notes`.

use crate::content::Tree;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Tier;
use crate::import::Draft;
use crate::import::Field;
use crate::import::Mapping;
use crate::import::Row;
use crate::import::Settled;
use crate::import::Table;
use crate::import::areas;
use crate::import::reports;
use crate::import::settle;
use crate::record::Framework;
use crate::register::Records;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;

const COLUMNS: [&str; 13] = [
    "slug",
    "framework",
    "kind",
    "inspection_start",
    "inspection_end",
    "published",
    "overall",
    "leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "evidence",
    "source_url",
];

/// What the table calls the report itself, as evidence.
const REPORT: &str = "pdf";

/// Settles every inspection of a table, with its areas for improvement and its report as a source.
pub fn inspections(
    report: &mut Report,
    (tree, records): (&Tree, &Records),
    mapping: &Mapping,
    (file, text): (FileId, &str),
    areas_table: Option<(FileId, &str)>,
) -> Vec<Settled> {
    let areas = areas_table
        .and_then(|(file, text)| Table::read(report, file, text, &areas::COLUMNS))
        .map(|table| areas::areas(&table))
        .unwrap_or_default();
    let Some(table) = Table::read(report, file, text, &COLUMNS) else { return Vec::new() };
    let (mut drafts, mut sources) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let key = (row.text("slug").to_owned(), row.text("published").to_owned());
        let context = Context { records, mapping, areas: areas.get(&key) };
        drafts.extend(context.draft(report, row));
        sources.extend(context.source(row));
    }
    let mut settled = settle(report, tree, drafts);
    settled.extend(reports::file(tree, records, sources));
    settled
}

/// What an inspection is made with.
pub struct Context<'a> {
    /// What the site has.
    pub records: &'a Records,
    /// What the table calls its sources.
    pub mapping: &'a Mapping,
    /// The areas for improvement of the report, where they are known.
    pub areas: Option<&'a Field>,
}

impl Context<'_> {
    /// The inspection of a row; nothing if the report says why.
    pub fn draft(&self, report: &mut Report, row: &Row) -> Option<Draft> {
        let slug: Id = row.parse(report, "slug", "the name of a council")?;
        let published: PartialDate = row.parse(report, "published", "a date")?;
        let start: PartialDate = row.parse(report, "inspection_start", "a date")?;
        let kind = kind(report, row)?;
        let (id, framework) = self.framework(report, row, kind, start)?;
        let sources = self.sources(report, row)?;
        let end = row.text("inspection_end");
        let fields = Field::map([
            ("framework", Some(Field::text(id.as_str()))),
            ("kind", Some(Field::text(kind))),
            ("start", Some(Field::text(start.machine()))),
            ("end", Some(Field::text(if end.is_empty() { "not-recorded" } else { end }))),
            ("published", Some(Field::text(published.machine()))),
            ("evidence", Some(Field::text(self.evidence(row)))),
            ("judgements", Some(self.judgements(report, row, framework))),
            ("areas", self.areas.cloned()),
            ("source", Some(Field::words(sources))),
        ]);
        let path = format!("content/councils/{slug}/inspections/{}.md", published.machine());
        Some(Draft { path, fields, from: row.span })
    }

    /// The framework that has this kind of inspection and was in force on its first day.
    fn framework(
        &self,
        report: &mut Report,
        row: &Row,
        kind: &str,
        start: PartialDate,
    ) -> Option<(&Id, &Framework)> {
        let fits = |framework: &&(&Id, &Framework)| {
            let framework = framework.1;
            framework.kinds.iter().any(|it| it.id.as_str() == kind)
                && !start.is_before(framework.applies_from.value)
                && !framework.applies_to.as_ref().is_some_and(|to| to.value.is_before(start))
        };
        let frameworks: Vec<(&Id, &Framework)> = self.records.shelves.frameworks.iter().collect();
        let found = frameworks.iter().find(fits).copied();
        if found.is_none() {
            let message = format!("no framework has inspections of the kind `{kind}` begun {}", start.long());
            let fault = Fault::error("import::framework", row.at("inspection_start"), message);
            report.add(fault.help("describe the framework in `content/frameworks/`, or mend the date"));
        }
        found
    }

    fn judgements(&self, report: &mut Report, row: &Row, framework: &Framework) -> Field {
        let column = |line: &str| line.replace('-', "_");
        let judged = framework.judgements.iter().map(|judgement| {
            let grade = row.text(&column(judgement.line.as_str()));
            let grade = if grade.is_empty() { without(row, judgement.line.as_str()) } else { grade };
            (judgement.id.value.to_string(), Field::text(grade))
        });
        let judged = Field::Map(judged.collect());
        for line in self.records.vocabulary.iter().flat_map(|words| &words.lines) {
            let column = column(line.id.as_str());
            let is_judged = framework.judgements.iter().any(|it| it.line.value == line.id.value);
            if !is_judged && !row.text(&column).is_empty() {
                let message = format!("{} does not judge `{}`", framework.short, line.id.value);
                let fault = Fault::error("import::judgement", row.at(&column), message);
                report.add(fault.help("empty the cell, or mend the date or the framework"));
            }
        }
        judged
    }

    fn sources(&self, report: &mut Report, row: &Row) -> Option<Vec<String>> {
        let linked = (!row.text("source_url").is_empty()).then(|| reports::id(row));
        let mut all: Vec<String> = linked.into_iter().collect();
        for word in row.text("evidence").split('+').filter(|word| *word != REPORT) {
            match self.mapping.sources.get(word).filter(|id| self.records.names.sources.contains(*id)) {
                Some(id) => all.push(id.to_string()),
                None => {
                    let message = format!("`{word}` is not a source of the site");
                    let fault = Fault::error("import::source", row.at("evidence"), message);
                    report.add(fault.help(format!("say which it is with `--source '{word}=ID'`")));
                    return None;
                }
            }
        }
        Some(all)
    }

    fn evidence(&self, row: &Row) -> &'static str {
        let words: Vec<&str> = row.text("evidence").split('+').collect();
        let is_official = |word: &&str| {
            let source = self.mapping.sources.get(*word).and_then(|id| self.records.shelves.sources.get(id));
            source.is_some_and(|source| source.tier.value == Tier::OfficialData)
        };
        match words {
            words if words.contains(&REPORT) => "report",
            words if words.iter().any(is_official) => "official-statistics",
            _ => "overview",
        }
    }

    fn source(&self, row: &Row) -> Option<(String, Field)> {
        let slug: Id = row.text("slug").parse().ok()?;
        let council = self.records.shelves.dossiers.get(&slug)?.council.as_ref()?;
        let was_read = row.text("evidence").split('+').any(|word| word == REPORT);
        reports::report(row, &council.record.official_name, was_read, self.areas.is_some())
    }
}

/// The kind of inspection, in the words of our frameworks.
fn kind(report: &mut Report, row: &Row) -> Option<&'static str> {
    match (row.text("framework"), row.text("kind")) {
        ("ILACS standard", "full") => Some("standard"),
        ("ILACS short", "full") => Some("short"),
        ("SIF", "full") => Some("single"),
        ("SIF", "reinspection") => Some("reinspection"),
        (framework, kind) => {
            let message = format!("`{framework}`, `{kind}` is no kind of inspection known here");
            let fault = Fault::error("import::kind", row.at("framework"), message);
            report.add(
                fault.help("write `ILACS standard`, `ILACS short` or `SIF`, and `full` or `reinspection`"),
            );
            None
        }
    }
}

/// Why there is no grade. A reinspection did not review the safeguarding board.
fn without(row: &Row, line: &str) -> &'static str {
    let is_reinspection = row.text("kind") == "reinspection" && line == "lscb";
    if is_reinspection || row.text("notes").contains("Not judged") { "not-judged" } else { "not-recorded" }
}
