//! `loxley serve`: builds, serves from memory, builds again on change.

use std::io;
use std::io::Write;
use std::net::Ipv4Addr;
use std::net::TcpListener;
use std::path::Path;
use std::thread;
use std::time::Instant;

use crate::cli::Outcome;
use crate::cli::args::ServeArgs;
use crate::cli::build;
use crate::cli::common;
use crate::cli::progress::Progress;
use crate::report;
use crate::report::Format;
use crate::report::Report;
use crate::serve;
use crate::serve::Shelf;
use crate::serve::Watch;
use crate::site::Settings;

/// Serves the site until the program is stopped.
pub fn run(args: &ServeArgs) -> Outcome {
    serve(args).unwrap_or_else(|outcome| outcome)
}

fn serve(args: &ServeArgs) -> Result<Outcome, Outcome> {
    common::use_cores(&args.site)?;
    let today = common::today(&args.site)?;
    let root = common::root(args.site.root.as_ref())?;
    let (listener, address) = listen(args.port)?;
    let settings = Settings { today, base_url: Some(address.clone()), minified: true, previous: None };
    let shelf = Shelf::default();
    let watch = Watch::on(&[&root.join("content"), &root.join("themes")])
        .map_err(|error| common::fail(Outcome::Failed, error))?;
    rebuild(&settings, &root, &shelf);
    say(&format!("serving {address} (stop with Ctrl-C; files are watched)"));
    let (served, again) = (shelf.clone(), shelf);
    thread::spawn(move || {
        while watch.wait() {
            rebuild(&settings, &root, &again);
        }
    });
    let ended = serve::run(listener, served);
    Err(common::fail(
        Outcome::Failed,
        ended.err().map_or_else(|| "the server stopped".into(), |it| it.to_string()),
    ))
}

fn listen(port: u16) -> Result<(TcpListener, String), Outcome> {
    let wrong = |error: io::Error| {
        let message = format!("cannot serve on port {port}: {error}; try `--port 0` for any that is free");
        common::fail(Outcome::Failed, message)
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(wrong)?;
    let address = listener.local_addr().map_err(wrong)?;
    Ok((listener, format!("http://{address}/")))
}

/// Builds the site into the shelf, or leaves there what was good and says what is wrong.
fn rebuild(settings: &Settings, root: &Path, shelf: &Shelf) {
    let begun = Instant::now();
    let mut progress = Progress::new();
    let Ok(tree) = common::tree(root) else { return };
    let mut report = Report::default();
    let made = build::make(&mut report, settings, root, &tree, &mut |label| progress.begin(label));
    progress.finish();
    common::print_faults(&report, &tree);
    shelf.fail(report::print(&report, &tree, Format::Text { colour: false }));
    match made {
        Ok(Some(artifacts)) => {
            let count = artifacts.len();
            shelf.put(artifacts);
            let took = begun.elapsed().as_secs_f64();
            say(&format!("built {count} files in {took:.2} s: {}", report::summary(&report)));
        }
        _ => say(&format!("{}: the last good site stays up", report::summary(&report))),
    }
}

fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
