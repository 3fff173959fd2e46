//! `loxley release`: freezes the facts as they are published.

use std::io;
use std::io::Write;

use crate::cli::Outcome;
use crate::cli::args::ReleaseArgs;
use crate::cli::build;
use crate::cli::common;
use crate::cli::diff;
use crate::content;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::publish;
use crate::register::History;
use crate::register::facts;
use crate::register::releases::Row;
use crate::register::releases::digest;
use crate::register::releases::seal;
use crate::register::releases::table;
use crate::report::Report;
use crate::site;
use crate::site::Settings;

/// Writes the files of a release into `content/releases/`.
pub fn run(args: &ReleaseArgs) -> Outcome {
    release(args).unwrap_or_else(|outcome| outcome)
}

fn release(args: &ReleaseArgs) -> Result<Outcome, Outcome> {
    common::use_cores(&args.site)?;
    let tag: Id =
        args.tag.parse().map_err(|error| common::fail(Outcome::Usage, format!("`{}`: {error}", args.tag)))?;
    let root = common::root(args.site.root.as_ref())?;
    let tree = common::tree(&root)?;
    let today = common::today(&args.site)?;
    let mut report = Report::default();
    let register = site::register(&mut report, today, &tree, &mut |_| {});
    common::print_faults(&report, &tree);
    let Some(register) = register else { return Ok(Outcome::Faulty) };
    let history = History::of(&register.shelves.releases);
    may(&history, &tag, today)?;
    is_now(&tag, today)?;
    if let Some(it) = register.shelves.withheld.iter().find(|it| it.is_of(today)) {
        let message = format!(
            "`{}` is withheld since {}: a release of that day would be taken for one that has it; release on a later day",
            it.id.value,
            it.on.value.long()
        );
        return Err(common::fail(Outcome::Usage, message));
    }
    let settings = Settings { today, base_url: None, minified: true, previous: None };
    let theme = build::theme(&root, &register)?;
    let pages = site::frozen(&settings, &tree, &theme, &register, &tag)
        .map_err(|error| common::fail(Outcome::Faulty, error))?;
    let facts = facts(&register);
    let all = Row::all(&facts);
    content::facts_twice(&mut report, &facts);
    if report.has_errors() {
        common::print_faults(&report, &tree);
        return Ok(Outcome::Faulty);
    }
    let rows = history.since(&facts);
    let note = note(&history, &tag, &all, today, &digest(&pages));
    let folder = root.join("content/releases");
    // The note comes last: without it the other two are no release.
    for (end, bytes) in [("csv", table(&rows)), ("tar.br", pages), ("yaml", note.into_bytes())] {
        publish::write(&folder, &format!("{tag}.{end}"), &bytes)
            .map_err(|error| common::fail(Outcome::Failed, error))?;
    }
    let _ = writeln!(
        io::stdout(),
        "released {tag} as at {}: {} facts are new or different since {}",
        today.long(),
        rows.len(),
        history.last().map_or("nothing", |it| it.tag.as_str())
    );
    Ok(Outcome::Done)
}

/// A release is never changed, and each is of a later day than the one before.
fn may(history: &History<'_>, tag: &Id, today: PartialDate) -> Result<(), Outcome> {
    if tag.as_str() == diff::WORKING {
        return Err(common::fail(
            Outcome::Usage,
            format!("`{}` means the record as it is: choose another name", diff::WORKING),
        ));
    }
    if history.releases.iter().any(|it| it.tag == *tag) {
        let message =
            format!("there is a release `{tag}`, and a release is never changed: choose another name");
        return Err(common::fail(Outcome::Usage, message));
    }
    match history.last().filter(|it| !it.as_at().is_before(today)) {
        Some(last) => {
            let message = format!(
                "release `{}` is of {}: the next one needs a later day, with --as-at",
                last.tag,
                last.as_at().long()
            );
            Err(common::fail(Outcome::Usage, message))
        }
        None => Ok(()),
    }
}

/// A release is of a day that records can have, and a tag that is a day is that day: both stand in addresses for ever.
fn is_now(tag: &Id, today: PartialDate) -> Result<(), Outcome> {
    if common::clock().is_before(today) {
        let _ =
            writeln!(io::stderr(), "warning: {} is still to come by the clock of this machine", today.long());
    }
    if today.to_string().parse::<PartialDate>().is_err() {
        return Err(common::fail(
            Outcome::Usage,
            format!("{today} is beyond the days that records can have"),
        ));
    }
    let day: Option<PartialDate> = tag.as_str().parse().ok().filter(|day: &PartialDate| day.is_exact());
    if day.is_some_and(|day| day != today) {
        let message =
            format!("`{tag}` is another day than {}: call it `{today}`, or give --as-at", today.long());
        return Err(common::fail(Outcome::Usage, message));
    }
    Ok(())
}

/// The note of a release.
///
/// * `all`: all its facts.
/// * `pages`: digest of its packed pages.
fn note(history: &History<'_>, tag: &Id, all: &[Row], today: PartialDate, pages: &str) -> String {
    let (facts, digest) = (all.len(), digest(&table(all)));
    let before = history.last().map(|it| it.note.seal.value.as_str());
    let seal = seal(tag.as_str(), today, facts, &digest, Some(pages), before);
    format!(
        "# Written by `loxley release`. Never change it, nor the files of the same name.\nas_at: {today}\nfacts: {facts}\ndigest: {digest}\npages: {pages}\nseal: {seal}\n"
    )
}
