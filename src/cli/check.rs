//! `loxley check`: every fault and warning, nothing written.

use std::io;
use std::io::IsTerminal;
use std::io::Write;

use crate::cli::Outcome;
use crate::cli::args::CheckArgs;
use crate::cli::args::FormatArg;
use crate::cli::common;
use crate::content;
use crate::report;
use crate::report::Format;
use crate::report::Report;

/// Checks the site and prints what is wrong.
pub fn run(args: &CheckArgs) -> Outcome {
    check(args).unwrap_or_else(|outcome| outcome)
}

fn check(args: &CheckArgs) -> Result<Outcome, Outcome> {
    common::use_cores(&args.site)?;
    let today = common::today(&args.site)?;
    let tree = common::tree(&common::root(&args.site)?)?;
    let mut report = Report::default();
    let records = content::read(&mut report, &tree);
    content::check(&mut report, today, records);
    let format = match args.format {
        FormatArg::Text => Format::Text { colour: io::stdout().is_terminal() },
        FormatArg::Json => Format::Json,
        FormatArg::Github => Format::Github,
    };
    let text = report::print(&report, &tree, format);
    io::stdout().lock().write_all(text.as_bytes()).map_err(|error| common::fail(Outcome::Failed, error))?;
    let _ = writeln!(io::stderr(), "{}: {} read", report::summary(&report), files(tree.len()));
    Ok(if report.has_errors() { Outcome::Faulty } else { Outcome::Done })
}

fn files(n: usize) -> String {
    format!("{n} file{}", if n == 1 { "" } else { "s" })
}
