//! `loxley diff`: what changed for a reader.

use std::io;
use std::io::Write;
use std::path::Path;

use serde_json::Value;
use serde_json::json;

use crate::cli::Outcome;
use crate::cli::args::DiffArgs;
use crate::cli::args::DiffFormat;
use crate::cli::common;
use crate::content;
use crate::pages::shown;
use crate::register::History;
use crate::register::Records;
use crate::register::compared::Difference;
use crate::register::compared::Moved;
use crate::register::compared::compared;
use crate::register::compared::moved;
use crate::register::facts;
use crate::register::facts::words::words;
use crate::register::releases::Row;
use crate::report::Report;

/// Word for the record as it is now.
pub const WORKING: &str = "working-copy";

/// Prints the differences.
pub fn run(args: &DiffArgs) -> Outcome {
    diff(args).unwrap_or_else(|outcome| outcome)
}

fn diff(args: &DiffArgs) -> Result<Outcome, Outcome> {
    let tree = common::tree(&common::root(args.root.as_ref())?)?;
    let mut report = Report::default();
    let records = content::read(&mut report, &tree);
    if report.has_errors() {
        common::print_faults(&report, &tree);
        return Ok(Outcome::Faulty);
    }
    let history = History::of(&records.shelves.releases);
    let last = || history.last().map(|it| it.tag.to_string());
    let Some(old) = args.old.clone().or_else(last) else {
        return Err(common::fail(Outcome::Usage, "there is no release yet: name two folders of built sites"));
    };
    let new = args.new.clone().unwrap_or_else(|| WORKING.to_owned());
    let (before, after) = (rows(&records, &history, &old)?, rows(&records, &history, &new)?);
    let told = Told { records: &records, values: compared(&before, &after), sources: moved(&before, &after) };
    let text = match args.format {
        DiffFormat::Text => told.sentences(&old, &new),
        DiffFormat::Json => told.document(&old, &new),
    };
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads the first lines only has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(common::fail(Outcome::Failed, error)),
        _ => Ok(Outcome::Done),
    }
}

/// The facts of a release, of the record as it is, or of a built site.
fn rows(records: &Records, history: &History<'_>, name: &str) -> Result<Vec<Row>, Outcome> {
    if name == WORKING {
        let all = facts(records);
        return Ok(all.iter().map(Row::of).collect());
    }
    if let Some(at) = history.releases.iter().position(|it| it.tag.as_str() == name) {
        let released = history.releases[at].as_at();
        let shown = |row: &Row| records.shelves.withheld(&row.fact, released).is_none();
        return Ok(history.at(at).filter(|row| shown(row)).cloned().collect());
    }
    built(Path::new(name))
}

/// The facts of a built site, from its `data/facts.csv`.
fn built(folder: &Path) -> Result<Vec<Row>, Outcome> {
    let path = folder.join("data/facts.csv");
    let fail = |error: csv::Error| {
        let message = format!(
            "`{}` is neither a release nor `{WORKING}`, nor a built site: {}: {error}",
            folder.display(),
            path.display()
        );
        common::fail(Outcome::Usage, message)
    };
    let mut reader = csv::Reader::from_path(&path).map_err(fail)?;
    let head = reader.headers().map_err(fail)?.clone();
    let column = |name: &str| {
        let missing =
            || common::fail(Outcome::Usage, format!("{}: there is no column `{name}`", path.display()));
        head.iter().position(|it| it == name).ok_or_else(missing)
    };
    let (fact, value, sources) = (column("fact")?, column("value")?, column("sources")?);
    let rows = reader.records().map(|row| {
        let row = row?;
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        Ok(Row { fact: cell(fact), value: Some(cell(value)), sources: cell(sources) })
    });
    rows.collect::<Result<_, _>>().map_err(fail)
}

/// What is different, about to be told.
struct Told<'r> {
    records: &'r Records,
    values: Vec<Difference>,
    sources: Vec<Moved>,
}

impl Told<'_> {
    fn line(&self, fact: &str) -> String {
        words(&self.records.shelves, fact).line()
    }

    /// A difference in a sentence, its values as pages show them.
    fn sentence(&self, it: &Difference) -> String {
        let show = |value: &String| shown(self.records, &it.fact, value);
        let said = Difference {
            fact: it.fact.clone(),
            was: it.was.as_ref().map(show),
            now: it.now.as_ref().map(show),
        };
        said.sentence(&self.line(&it.fact))
    }

    fn sentences(&self, old: &str, new: &str) -> String {
        let named = |side: &str| match side {
            WORKING => "the record as it is".to_owned(),
            other => format!("`{other}`"),
        };
        let mut text = format!("{} between {} and {}\n", self.counted(), named(old), named(new));
        for it in &self.values {
            text += &format!("{}\n    {}\n", self.sentence(it), it.fact);
        }
        for it in &self.sources {
            text += &format!("{}\n", it.sentence(|fact| self.line(fact)));
            it.facts.iter().for_each(|fact| text += &format!("    {fact}\n"));
        }
        text
    }

    fn counted(&self) -> String {
        let count = |is: fn(&Difference) -> bool| self.values.iter().filter(|it| is(it)).count();
        let changed = count(|it| it.was.is_some() && it.now.is_some());
        let (new, gone) = (count(|it| it.was.is_none()), count(|it| it.now.is_none()));
        let moved: usize = self.sources.iter().map(|it| it.facts.len()).sum();
        let moved = if moved == 0 { String::new() } else { format!(", {moved} with other sources") };
        format!("{changed} changed, {new} new, {gone} gone{moved}")
    }

    fn document(&self, old: &str, new: &str) -> String {
        let rows = self.values.iter().map(|it| {
            let words = words(&self.records.shelves, &it.fact);
            let sentence = self.sentence(it);
            json!({"fact": it.fact, "subject": words.subject, "was": it.was, "now": it.now, "sentence": sentence})
        });
        let sources = self.sources.iter().map(|it| {
            let sentence = it.sentence(|fact| self.line(fact));
            json!({"was": it.was, "now": it.now, "facts": it.facts, "sentence": sentence})
        });
        let (rows, sources): (Vec<Value>, Vec<Value>) = (rows.collect(), sources.collect());
        format!("{:#}\n", json!({"old": old, "new": new, "differences": rows, "sources": sources}))
    }
}
