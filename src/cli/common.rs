//! What every command does first: find the site, settle the day.

use std::env;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::path::PathBuf;

use chrono::DateTime;
use chrono::Local;
use chrono::NaiveDate;

use crate::cli::Outcome;
use crate::cli::args::SiteArgs;
use crate::content;
use crate::content::Tree;
use crate::domain::PartialDate;
use crate::report;
use crate::report::Format;
use crate::report::Report;

/// Prints an error that is not a fault in the content, and the outcome that goes with it.
pub fn fail(outcome: Outcome, message: impl std::fmt::Display) -> Outcome {
    let _ = writeln!(io::stderr(), "error: {message}");
    outcome
}

/// The site's folder.
///
/// * `asked`: the one that was asked for; else the nearest upward.
///
/// # Errors
/// The outcome to end with; why has been printed.
pub fn root(asked: Option<&PathBuf>) -> Result<PathBuf, Outcome> {
    if let Some(root) = asked {
        let is_site = root.join("content/site.yaml").is_file();
        let message = format!("{} has no content/site.yaml", root.display());
        return if is_site { Ok(root.clone()) } else { Err(fail(Outcome::Usage, message)) };
    }
    let here = env::current_dir()
        .map_err(|error| fail(Outcome::Failed, format!("cannot tell the working folder: {error}")))?;
    content::root_above(&here).map_err(|error| fail(Outcome::Usage, error))
}

/// The day that counts as today: `--as-at`, else `SOURCE_DATE_EPOCH`, else the clock.
///
/// # Errors
/// The outcome to end with; why has been printed.
pub fn today(args: &SiteArgs) -> Result<PartialDate, Outcome> {
    let date = match (args.as_at, env::var("SOURCE_DATE_EPOCH")) {
        (Some(date), _) => date,
        (None, Ok(seconds)) => epoch(&seconds)
            .ok_or_else(|| fail(Outcome::Usage, "SOURCE_DATE_EPOCH is not a number of seconds"))?,
        (None, Err(_)) => return Ok(clock()),
    };
    Ok(PartialDate::day(date))
}

/// The day that the clock has.
pub fn clock() -> PartialDate {
    PartialDate::day(Local::now().date_naive())
}

fn epoch(seconds: &str) -> Option<NaiveDate> {
    DateTime::from_timestamp(seconds.parse().ok()?, 0).map(|time| time.date_naive())
}

/// Uses as many cores as asked for; only the first call of a run counts.
///
/// # Errors
/// The outcome to end with; why has been printed.
pub fn use_cores(args: &SiteArgs) -> Result<(), Outcome> {
    let Some(jobs) = args.jobs else { return Ok(()) };
    if jobs == 0 {
        return Err(fail(Outcome::Usage, "--jobs takes a number from 1"));
    }
    let built = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    built.map_err(|error| fail(Outcome::Failed, format!("cannot start {jobs} threads: {error}")))
}

/// Reads the site's files.
///
/// # Errors
/// The outcome to end with; why has been printed.
pub fn tree(root: &std::path::Path) -> Result<Tree, Outcome> {
    content::discover(root).map_err(|error| fail(Outcome::Failed, error))
}

/// Prints all faults to standard error, coloured on a terminal.
pub fn print_faults(report: &Report, tree: &Tree) {
    let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
    let text = report::print(report, tree, Format::Text { colour });
    let _ = write!(io::stderr().lock(), "{text}");
}
