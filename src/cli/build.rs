//! `loxley build`: checks the records and builds the site.

use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use crate::cli::Outcome;
use crate::cli::args::BuildArgs;
use crate::cli::common;
use crate::cli::progress::Progress;
use crate::content::Tree;
use crate::outputs::Artifact;
use crate::outputs::Theme;
use crate::outputs::ThemeError;
use crate::publish;
use crate::publish::Published;
use crate::register::Register;
use crate::report;
use crate::report::Report;
use crate::site;
use crate::site::Previous;
use crate::site::Settings;

/// Builds the site and says what was done.
pub fn run(args: &BuildArgs) -> Outcome {
    build(args).unwrap_or_else(|outcome| outcome)
}

fn build(args: &BuildArgs) -> Result<Outcome, Outcome> {
    let begun = Instant::now();
    common::use_cores(&args.site)?;
    let root = common::root(args.site.root.as_ref())?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let before = out.clone();
    let previous = Previous(Arc::new(move |path: &str| std::fs::read(before.join(path)).ok()));
    let settings = Settings { previous: Some(previous), ..settings(args)? };
    let mut progress = Progress::new();
    progress.begin("reading files");
    let tree = common::tree(&root)?;
    let mut report = Report::default();
    let made = make(&mut report, &settings, &root, &tree, &mut |label| progress.begin(label));
    let published = made.and_then(|made| {
        made.map(|artifacts| {
            progress.begin("writing files");
            publish::sync(&out, &artifacts).map_err(|error| common::fail(Outcome::Failed, error))
        })
        .transpose()
    });
    let stages = progress.finish();
    common::print_faults(&report, &tree);
    let Some(published) = published? else {
        let _ = writeln!(io::stderr(), "{}: nothing was written", report::summary(&report));
        return Ok(Outcome::Faulty);
    };
    summary(&report, &tree, &out, published, begun.elapsed());
    if args.timings {
        timings(&stages);
    }
    Ok(Outcome::Done)
}

/// What the command line says about the build.
///
/// # Errors
/// The outcome to end with; why has been printed.
fn settings(args: &BuildArgs) -> Result<Settings, Outcome> {
    if args.base_url.as_ref().is_some_and(|url| !url.starts_with("http")) {
        return Err(common::fail(Outcome::Usage, "--base-url takes an address like https://example.org/"));
    }
    let base_url = args.base_url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/')));
    Ok(Settings { today: common::today(&args.site)?, base_url, minified: !args.no_minify, previous: None })
}

/// Every file of the site; nothing if the records have faults, which are in `report`.
///
/// # Errors
/// The outcome to end with, where the theme is at fault; why has been printed.
pub fn make(
    report: &mut Report,
    settings: &Settings,
    root: &Path,
    tree: &Tree,
    on_stage: &mut dyn FnMut(&'static str),
) -> Result<Option<Vec<Artifact>>, Outcome> {
    let register = site::register(report, settings.today, tree, &mut |stage| on_stage(stage.label()));
    let Some(register) = register else {
        return Ok(None);
    };
    let theme = theme(root, &register)?;
    let artifacts = site::build(settings, tree, &theme, &register, &mut |stage| on_stage(stage.label()));
    artifacts.map(Some).map_err(|error| common::fail(Outcome::Faulty, error))
}

/// The theme of a site.
///
/// # Errors
/// The outcome to end with; why has been printed.
pub fn theme(root: &Path, register: &Register) -> Result<Theme, Outcome> {
    let name = register.site.theme.as_ref().map(|theme| theme.as_str());
    Theme::load(root, name).map_err(|error| match error {
        ThemeError::Read { .. } => common::fail(Outcome::Failed, error),
        _ => common::fail(Outcome::Faulty, error),
    })
}

fn summary(report: &Report, tree: &Tree, out: &Path, published: Published, took: Duration) {
    let out: PathBuf = out.canonicalize().unwrap_or_else(|_| out.to_path_buf());
    let Published { written, unchanged, removed } = published;
    let _ = writeln!(io::stdout(), "read {} files: {}", tree.len(), report::summary(report));
    let _ = writeln!(
        io::stdout(),
        "built {} in {:.2} s: {written} written, {unchanged} unchanged, {removed} removed",
        out.display(),
        took.as_secs_f64()
    );
}

fn timings(stages: &[(&'static str, Duration)]) {
    for (label, took) in stages {
        let _ = writeln!(io::stdout(), "  {label:<22}{:>9.1} ms", took.as_secs_f64() * 1e3);
    }
}
