//! The command line as typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args as ClapArgs;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;

use crate::cli::import_args::ImportArgs;

/// Turns Markdown and YAML records of council ratings, visits and spending into a static website.
#[derive(Debug, Parser)]
#[command(
    name = "loxley",
    version,
    after_help = "Exit codes: 0 done, 1 faults in the content, 2 wrong usage, 3 the disk or the network failed."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the records and build the site into public/.
    ///
    /// Nothing is written while a record has a fault. Only files that changed are written, and
    /// only files of an earlier build are ever removed.
    #[command(
        after_help = "Examples:\n  loxley build\n  loxley build --as-at 2026-11-23 --timings\n  loxley build --root ~/sites/housing --out /srv/www/housing"
    )]
    Build(BuildArgs),
    /// Report every fault and warning; write nothing.
    #[command(
        after_help = "Examples:\n  loxley check\n  loxley check --format github\n  loxley check --format json | jq '.faults[].code'"
    )]
    Check(CheckArgs),
    /// Say what changed for a reader, in sentences or as JSON.
    ///
    /// Each side is a release, the word `working-copy`, or the folder of a built site.
    #[command(
        after_help = "Examples:\n  loxley diff\n  loxley diff 2026-11-23 working-copy --format json\n  loxley diff ~/old/public public"
    )]
    Diff(DiffArgs),
    /// Freeze the facts and the councils' pages as they are published.
    ///
    /// Writes three files into content/releases/, which belong into the repository. From then on a
    /// fact that changes or vanishes without a word in content/corrections.yaml is a fault. Kept are
    /// every fact, each council's page with its reports, visits, interventions and statements, and
    /// every chart; pages of spending, briefs and national tables are not.
    #[command(after_help = "Examples:\n  loxley release 2026-11-23 --as-at 2026-11-23")]
    Release(ReleaseArgs),
    /// Make record files of published tables; compare what is on record and leave it alone.
    #[command(
        after_help = "Examples:\n  loxley import series agency-rate.csv --dry-run\n  loxley import inspections inspections.csv --areas areas.csv --source ofsted-mi-2025-03=ofsted-outcomes-2025"
    )]
    Import(ImportArgs),
    /// Build the site, serve it on this machine, and build again when a file changes.
    ///
    /// The site is served from memory: public/ is left alone. While the records have faults, the
    /// last good site stays up and the faults are printed here.
    #[cfg(feature = "serve")]
    #[command(after_help = "Examples:\n  loxley serve\n  loxley serve --port 8080 --as-at 2026-11-23")]
    Serve(ServeArgs),
}

/// Which site, and as at which day.
#[derive(Debug, Clone, ClapArgs)]
pub struct SiteArgs {
    /// The site's folder [default: the nearest one upward that has content/site.yaml].
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The day that counts as today, like 2026-11-23 [default: SOURCE_DATE_EPOCH, else today].
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<NaiveDate>,
    /// How many processor cores to use [default: all].
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
}

/// Arguments of `build`.
#[derive(Debug, ClapArgs)]
pub struct BuildArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Where to build [default: public/ in the site's folder].
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Address of the published site, for citations [default: `address` in content/site.yaml].
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Do not minify the templates.
    #[arg(long)]
    pub no_minify: bool,
    /// Print how long each stage took.
    #[arg(long)]
    pub timings: bool,
}

/// Arguments of `check`.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// How to print faults.
    #[arg(long, value_enum, default_value = "text")]
    pub format: FormatArg,
}

/// Arguments of `release`.
#[derive(Debug, ClapArgs)]
pub struct ReleaseArgs {
    /// Its name, which becomes part of addresses: the day, like 2026-11-23.
    pub tag: String,
    #[command(flatten)]
    pub site: SiteArgs,
}

/// Arguments of `diff`.
#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// The earlier side [default: the last release].
    pub old: Option<String>,
    /// The later side [default: working-copy].
    pub new: Option<String>,
    /// The site's folder [default: the nearest one upward that has content/site.yaml].
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// How to print the differences.
    #[arg(long, value_enum, default_value = "text")]
    pub format: DiffFormat,
}

/// How differences are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Sentences, each with the name of its fact.
    Text,
    /// One JSON document.
    Json,
}

/// Arguments of `serve`.
#[cfg(feature = "serve")]
#[derive(Debug, ClapArgs)]
pub struct ServeArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Port on this machine; 0 takes any that is free.
    #[arg(long, value_name = "N", default_value_t = 3000)]
    pub port: u16,
}

/// How faults are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// For people, with the lines in question.
    Text,
    /// One JSON document.
    Json,
    /// Annotations for a code host's workflow.
    Github,
}
