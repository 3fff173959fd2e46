//! `loxley import`: published tables become record files; what is on record is compared and left
//! alone.

use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;

use crate::cli::Outcome;
use crate::cli::common;
use crate::cli::import_args::ImportArgs;
use crate::cli::import_args::ImportKind;
use crate::content;
use crate::content::Tree;
use crate::content::TreeFile;
use crate::domain::Id;
use crate::import;
use crate::import::Edition;
use crate::import::Lines;
use crate::import::Mapping;
use crate::import::Neighbourhood;
use crate::import::Selection;
use crate::import::Settled;
use crate::publish;
use crate::register::Records;
use crate::report;
use crate::report::FileId;
use crate::report::Place;
use crate::report::Report;
use crate::report::SourceText;

/// Imports what the command line names.
pub fn run(args: &ImportArgs) -> Outcome {
    import(args).unwrap_or_else(|outcome| outcome)
}

fn import(args: &ImportArgs) -> Result<Outcome, Outcome> {
    let root = common::root(args.site.root.as_ref())?;
    let tree = common::tree(&root)?;
    // What is wrong with the records is told by `check`; importing mends some of it.
    let records = content::read(&mut Report::default(), &tree);
    let tables = read(&args.kind)?;
    readable(&args.kind, &tables)?;
    let mut report = Report::default();
    let settled = settle(&mut report, &tree, &records, args, &tables);
    twice(&mut report, &tables, &settled);
    common::print_faults(&report, &tables);
    if report.has_errors() {
        let _ = writeln!(io::stderr(), "{}: nothing was written", report::summary(&report));
        return Ok(Outcome::Faulty);
    }
    if !args.dry_run {
        write(&root, &settled)?;
    }
    Ok(tell(&settled, &tables, args.dry_run))
}

/// The tables; a spreadsheet becomes one table for each of its sheets, called `FILE#SHEET`.
fn read(kind: &ImportKind) -> Result<Tree, Outcome> {
    let mut files = Vec::new();
    for path in kind.files() {
        let name = path.display().to_string();
        let bytes = fs::read(path)
            .map_err(|error| common::fail(Outcome::Failed, format!("cannot read {name}: {error}")))?;
        if is_spreadsheet(path) {
            files.extend(sheets(&name, bytes)?);
        } else {
            files.push(TreeFile::new(name, bytes));
        }
    }
    Ok(Tree::new(files))
}

/// Refuses a file that this kind of import cannot read, before anything is settled.
fn readable(kind: &ImportKind, tables: &Tree) -> Result<(), Outcome> {
    let names = || tables.files().map(|(_, file)| file.path.as_str()).collect::<Vec<_>>().join(", ");
    let wrong = |message: String| Err(common::fail(Outcome::Usage, message));
    match kind {
        ImportKind::Ofsted { file, .. } => {
            let found = import::OFSTED_SHEETS.iter().any(|name| sheet(tables, file, name).is_some());
            let wanted = import::OFSTED_SHEETS.join(" or ");
            if found { Ok(()) } else { wrong(format!("there is no sheet {wanted}; there are: {}", names())) }
        }
        ImportKind::Outturn { file, sheet: Some(name), .. } if sheet(tables, file, name).is_none() => {
            wrong(format!("there is no sheet {name}; there are: {}", names()))
        }
        ImportKind::Outturn { .. } | ImportKind::Overview { .. } if tables.len() != 1 => {
            let one = matches!(kind, ImportKind::Outturn { sheet: Some(_), .. });
            if one { Ok(()) } else { wrong(format!("name one sheet with --sheet; there are: {}", names())) }
        }
        ImportKind::Outturn { .. } | ImportKind::Overview { .. } => Ok(()),
        other => {
            match other.files().into_iter().find(|file| file.extension().is_none_or(|end| end != "csv")) {
                Some(file) => {
                    wrong(format!("{}: this import reads CSV; save the sheet as a .csv file", file.display()))
                }
                None => Ok(()),
            }
        }
    }
}

fn is_spreadsheet(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "ods" || end == "xlsx")
}

#[cfg(feature = "spreadsheets")]
fn sheets(name: &str, bytes: Vec<u8>) -> Result<Vec<TreeFile>, Outcome> {
    let sheets = import::sheets(bytes)
        .map_err(|error| common::fail(Outcome::Faulty, format!("{name} is not a spreadsheet: {error}")))?;
    Ok(sheets
        .into_iter()
        .map(|(sheet, text)| TreeFile::new(format!("{name}#{sheet}.csv"), text.into_bytes()))
        .collect())
}

#[cfg(not(feature = "spreadsheets"))]
fn sheets(name: &str, _: Vec<u8>) -> Result<Vec<TreeFile>, Outcome> {
    let message =
        format!("{name}: this program was built without the feature `spreadsheets`; save the sheet as CSV");
    Err(common::fail(Outcome::Usage, message))
}

fn settle(
    report: &mut Report,
    tree: &Tree,
    records: &Records,
    args: &ImportArgs,
    tables: &Tree,
) -> Vec<Settled> {
    let table = |path: &Path| {
        let (id, _) = tables.find(&path.display().to_string()).expect("read just now");
        (id, tables.text(id))
    };
    for (id, file) in tables.files() {
        if let Some(at) = file.utf8_error() {
            report.add(utf8(id, at));
        }
    }
    let site = (tree, records);
    match &args.kind {
        ImportKind::Councils { file, districts, model, model_source, sources } => {
            let neighbourhood = Neighbourhood {
                model: model.clone(),
                source: model_source.clone(),
                identity: sources.clone(),
            };
            import::councils(report, site, &neighbourhood, table(file), districts.as_deref().map(table))
        }
        ImportKind::Inspections { file, areas, sources } => {
            import::inspections(report, site, &mapping(sources), table(file), areas.as_deref().map(table))
        }
        ImportKind::Visits { file, sources } => import::visits(report, site, &mapping(sources), table(file)),
        ImportKind::Mentions { file } => import::mentions(report, site, table(file)),
        ImportKind::Ofsted { file, source } => {
            let sheet = |name: &'static str| Some((name, sheet(tables, file, name)?));
            let sheets: Vec<_> = import::OFSTED_SHEETS.into_iter().filter_map(sheet).collect();
            import::ofsted(report, site, source, &sheets)
        }
        ImportKind::Overview { source, .. } => {
            let whole = tables.files().next().map(|(id, _)| (id, tables.text(id)));
            whole.map(|table| import::overview(report, site, source, table)).unwrap_or_default()
        }
        ImportKind::Outturn { file, sheet: name, period, columns, edition, keep_as } => {
            let lines = Lines {
                columns: columns.clone(),
                period: period.clone(),
                edition: edition.clone(),
                keep_as: keep_as.clone(),
            };
            let whole = || tables.files().next().map(|(id, _)| (id, tables.text(id)));
            let table = name.as_ref().map_or_else(whole, |name| sheet(tables, file, name));
            table.map(|table| import::outturn(report, site, &lines, table)).unwrap_or_default()
        }
        ImportKind::Ees { file, columns, only, keep_as } => {
            let selection =
                Selection { columns: columns.clone(), only: only.clone(), keep_as: keep_as.clone() };
            import::ees(report, site, &selection, table(file))
        }
        ImportKind::Series { files, measure, edition, keep_as } => {
            let each = files.iter().flat_map(|file| {
                let stem = file.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
                let Some(measure) = measure.clone().or(stem) else { return Vec::new() };
                let edition = Edition { measure, earlier: edition.clone(), keep_as: keep_as.clone() };
                import::series(report, site, &edition, table(file))
            });
            each.collect()
        }
    }
}

/// A sheet of a spreadsheet.
fn sheet<'a>(tables: &'a Tree, file: &Path, name: &str) -> Option<(FileId, &'a str)> {
    let (id, _) = tables.find(&format!("{}#{name}.csv", file.display()))?;
    Some((id, tables.text(id)))
}

/// Two files of one run that would write one series: the second would undo the first.
fn twice(report: &mut Report, tables: &Tree, settled: &[Settled]) {
    let mut paths: Vec<&str> = settled.iter().filter_map(|it| it.new_path()).collect();
    paths.sort_unstable();
    let Some((first, _)) = tables.files().next() else { return };
    for pair in paths.windows(2).filter(|pair| pair[0] == pair[1]) {
        let fault = crate::report::Fault::error(
            "import::twice",
            crate::report::Span::start_of(first),
            format!("`{}` would be written twice", pair[0]),
        );
        report.add(fault.help("import one after the other"));
    }
}

fn utf8(id: FileId, at: usize) -> crate::report::Fault {
    let span = crate::report::Span::new(id, at, at);
    crate::report::Fault::error("import::row", span, "this table is not UTF-8 text")
        .help("save it as CSV in UTF-8")
}

fn mapping(sources: &[(String, Id)]) -> Mapping {
    Mapping { sources: sources.iter().cloned().collect() }
}

fn write(root: &Path, settled: &[Settled]) -> Result<(), Outcome> {
    for it in settled {
        if let Settled::New { path, text } = it {
            publish::write(root, path, text.as_bytes())
                .map_err(|error| common::fail(Outcome::Failed, error))?;
        }
    }
    Ok(())
}

fn tell(settled: &[Settled], tables: &Tree, dry_run: bool) -> Outcome {
    let (mut new, mut same, mut other) = (0, 0, 0);
    let mut out = io::stdout().lock();
    for it in settled {
        match it {
            Settled::New { path, .. } => {
                new += 1;
                let _ = writeln!(out, "new      {path}");
            }
            Settled::Same { .. } => same += 1,
            Settled::Differs { path, differences, from } => {
                other += 1;
                let line = Place::of(tables.text(from.file), from.start).line;
                let _ = writeln!(out, "differs  {path}");
                for it in differences {
                    let _ = writeln!(
                        out,
                        "         `{}`: {} on record, {} in {}:{line}",
                        it.key,
                        it.record,
                        it.table,
                        tables.path(from.file)
                    );
                }
            }
        }
    }
    let verb = if dry_run { "would be written" } else { "written" };
    let _ = writeln!(out, "{new} {verb}, {same} on record and the same, {other} on record and different");
    if other == 0 { Outcome::Done } else { Outcome::Faulty }
}
