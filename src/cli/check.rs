//! `loxley check`: every fault and warning, nothing written.

use std::io;
use std::io::IsTerminal;
use std::io::Write;

use crate::analysis::statistics;
use crate::cli::Outcome;
use crate::cli::args::CheckArgs;
use crate::cli::args::FormatArg;
use crate::cli::common;
use crate::content;
use crate::domain::Choice;
use crate::domain::PartialDate;
use crate::domain::share;
use crate::register::Register;
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
    let tree = common::tree(&common::root(args.site.root.as_ref())?)?;
    let mut report = Report::default();
    let records = content::read(&mut report, &tree);
    let register = content::check(&mut report, today, records);
    let format = match args.format {
        FormatArg::Text => Format::Text { colour: io::stdout().is_terminal() },
        FormatArg::Json => Format::Json,
        FormatArg::Github => Format::Github,
    };
    let text = report::print(&report, &tree, format);
    io::stdout().lock().write_all(text.as_bytes()).map_err(|error| common::fail(Outcome::Failed, error))?;
    if let Some(register) = register.filter(|_| matches!(args.format, FormatArg::Text)) {
        tell(today, &register);
    }
    let _ = writeln!(io::stderr(), "{}: {} read", report::summary(&report), files(tree.len()));
    Ok(if report.has_errors() { Outcome::Faulty } else { Outcome::Done })
}

/// What the record holds, how far it reaches and how it is known, on standard output.
fn tell(today: PartialDate, register: &Register) {
    let statistics = statistics(today, register);
    let mut out = io::stdout().lock();
    for (what, count) in &statistics.held {
        let _ = writeln!(out, "{count:>8}  {what}");
    }
    let _ = writeln!(out, "{:>8}  facts, by the nearest kind of source that they have:", statistics.facts);
    for (tier, count) in &statistics.tiers {
        let _ = writeln!(out, "{count:>8}    {} ({})", tier.label(), share(*count, statistics.facts));
    }
    let part = share(statistics.unarchived, statistics.facts);
    let _ = writeln!(out, "{:>8}  facts with no archive copy of any source ({part})", statistics.unarchived);
    for (_, horizon) in register.site.horizons.iter() {
        let from = horizon.from.map(|from| format!("from {} ", from.long())).unwrap_or_default();
        let _ = writeln!(out, "          {}: {from}to {}", horizon.what, horizon.complete_to.value.long());
    }
    for (slug, dossier) in &register.shelves.dossiers {
        for (_, horizon) in dossier.council().horizons.iter() {
            let _ =
                writeln!(out, "          {slug}: {} to {}", horizon.what, horizon.complete_to.value.long());
        }
    }
}

fn files(n: usize) -> String {
    format!("{n} file{}", if n == 1 { "" } else { "s" })
}
