//! From texts to records: every file by itself, on all cores, then gathered in the order of
//! their paths.

use rayon::prelude::*;

use crate::content::Tree;
use crate::content::TreeFile;
use crate::content::front_matter;
use crate::content::gather::Gather;
use crate::content::kind;
use crate::content::kind::CouncilFile;
use crate::content::kind::Kind;
use crate::content::markdown;
use crate::content::markdown::Mentions;
use crate::content::releases;
use crate::content::series;
use crate::content::series::RawSeries;
use crate::record::Council;
use crate::record::Framework;
use crate::record::Inspection;
use crate::record::Measure;
use crate::record::Node;
use crate::record::Page;
use crate::record::Read;
use crate::record::Site;
use crate::record::Visit;
use crate::record::chart::Charts;
use crate::record::correction::Corrections;
use crate::record::event::Events;
use crate::record::figure::Figures;
use crate::record::intervention::Interventions;
use crate::record::publication::Publications;
use crate::record::release::ReleaseNote;
use crate::record::reply::Replies;
use crate::record::site::Deflator;
use crate::record::statement::Statements;
use crate::record::vocabulary::Glossary;
use crate::record::vocabulary::Regions;
use crate::record::vocabulary::Themes;
use crate::record::vocabulary::Vocabulary;
use crate::record::withheld::WithheldFile;
use crate::record::yaml;
use crate::register::Prose;
use crate::register::Records;
use crate::register::releases::Row;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;
use crate::report::nearest;

/// A file with front matter: the record, if it could be read, its text, and what that mentions.
pub(super) type Document<T> = (Option<T>, Prose, Mentions);

/// What was in a file.
#[derive(Debug)]
pub(super) enum Parsed {
    Site(Box<Site>),
    Vocabulary(Vocabulary),
    Themes(Themes),
    Regions(Regions),
    Glossary(Glossary),
    Corrections(Corrections),
    Publications(Publications),
    Replies(Replies),
    Withheld(WithheldFile),
    Charts(Charts),
    Framework(Box<Framework>),
    Measure(Box<Measure>),
    Deflator(Deflator),
    Sources(Node),
    Series(RawSeries),
    Release(ReleaseNote),
    Released(Vec<Row>),
    Page(Document<Page>),
    Council(Box<Document<Council>>),
    Inspection(Box<Document<Inspection>>),
    Visit(Box<Document<Visit>>),
    Interventions(Interventions),
    Figures(Figures),
    Statements(Statements),
    Events(Events),
    Asset,
    /// Nothing that could be used; the report says why.
    Faulty,
}

/// Reads every file of a site. What is faulty is left out and reported.
pub fn read(report: &mut Report, tree: &Tree) -> Records {
    let files: Vec<(FileId, &TreeFile)> = tree.files().collect();
    let parsed: Vec<_> = files.par_iter().map(|(id, file)| read_file(*id, file)).collect();
    let mut gather = Gather::default();
    for ((id, _), (kind, parsed, faults)) in files.into_iter().zip(parsed) {
        report.merge(faults);
        if let Some(kind) = kind {
            gather.take(report, id, tree.file(id), kind, parsed);
        }
    }
    gather.finish(report)
}

fn read_file(id: FileId, file: &TreeFile) -> (Option<Kind>, Parsed, Report) {
    let mut report = Report::default();
    let kind = kind::kind(&file.path);
    if let Some(at) = file.utf8_error() {
        let fault = Fault::error("text::utf8", Span::new(id, at, at), "this file is not UTF-8 text");
        report.add(fault.label("this byte is not").help("save the file as UTF-8"));
        return (kind, Parsed::Faulty, report);
    }
    let parsed = match &kind {
        Some(kind) => parse(&mut report, id, file, kind),
        None => {
            report.add(unknown_file(id, &file.path));
            Parsed::Faulty
        }
    };
    (kind, parsed, report)
}

fn parse(report: &mut Report, id: FileId, file: &TreeFile, kind: &Kind) -> Parsed {
    match kind {
        Kind::Site => record(report, id, file).map(|it| Parsed::Site(Box::new(it))),
        Kind::Vocabulary => record(report, id, file).map(Parsed::Vocabulary),
        Kind::Themes => record(report, id, file).map(Parsed::Themes),
        Kind::Regions => record(report, id, file).map(Parsed::Regions),
        Kind::Glossary => record(report, id, file).map(Parsed::Glossary),
        Kind::Corrections => record(report, id, file).map(Parsed::Corrections),
        Kind::Replies => record(report, id, file).map(Parsed::Replies),
        Kind::Withheld => record(report, id, file).map(Parsed::Withheld),
        Kind::Publications => record(report, id, file).map(Parsed::Publications),
        Kind::Charts => record(report, id, file).map(Parsed::Charts),
        Kind::Framework(_) => record(report, id, file).map(|it| Parsed::Framework(Box::new(it))),
        Kind::Measure(_) => record(report, id, file).map(|it| Parsed::Measure(Box::new(it))),
        Kind::Deflator(_) => record(report, id, file).map(Parsed::Deflator),
        Kind::Sources => tree(report, id, file).map(Parsed::Sources),
        Kind::Series(measure) | Kind::Edition(measure, _) => {
            Some(Parsed::Series(series::read(report, id, file.text(), measure.as_str())))
        }
        Kind::Page(_) => document(report, id, file).map(Parsed::Page),
        Kind::Council(_, part) => parse_council(report, id, file, part),
        Kind::Release(_) => record(report, id, file).map(Parsed::Release),
        Kind::Released(_) => releases::read(report, id, file.text()).map(Parsed::Released),
        Kind::Asset | Kind::Frozen(_) => Some(Parsed::Asset),
    }
    .unwrap_or(Parsed::Faulty)
}

fn parse_council(report: &mut Report, id: FileId, file: &TreeFile, part: &CouncilFile) -> Option<Parsed> {
    match part {
        CouncilFile::Council => document(report, id, file).map(|it| Parsed::Council(Box::new(it))),
        CouncilFile::Inspection(_) => document(report, id, file).map(|it| Parsed::Inspection(Box::new(it))),
        CouncilFile::Visit(_) => document(report, id, file).map(|it| Parsed::Visit(Box::new(it))),
        CouncilFile::Interventions => record(report, id, file).map(Parsed::Interventions),
        CouncilFile::Figures => record(report, id, file).map(Parsed::Figures),
        CouncilFile::Statements => record(report, id, file).map(Parsed::Statements),
        CouncilFile::Events => record(report, id, file).map(Parsed::Events),
    }
}

fn tree(report: &mut Report, id: FileId, file: &TreeFile) -> Option<Node> {
    let before = report.has_errors();
    let node = yaml::parse(report, id, 0, file.text());
    if node.is_none() && report.has_errors() == before {
        let fault = Fault::error("file::empty", Span::start_of(id), "this file is empty");
        report.add(fault.help("write its record, or take the file away"));
    }
    node
}

fn record<T: Read>(report: &mut Report, id: FileId, file: &TreeFile) -> Option<T> {
    tree(report, id, file).and_then(|node| T::read(&node, report))
}

fn document<T: Read>(report: &mut Report, id: FileId, file: &TreeFile) -> Option<Document<T>> {
    let parts = front_matter::split(report, id, file.text())?;
    let node = yaml::parse(report, id, parts.yaml.0, parts.yaml.1);
    if node.is_none() && !report.has_errors() {
        let fault = Fault::error("front-matter::empty", Span::new(id, 0, 3), "this front matter is empty");
        report.add(fault.help("write the keys of the record between the two lines `---`"));
    }
    let record = node.and_then(|node| T::read(&node, report));
    let folder = file
        .path
        .strip_prefix("content/")
        .and_then(|path| path.rsplit_once('/'))
        .map_or("", |(folder, _)| folder);
    let source = markdown::Source { file: id, base: parts.markdown.0, folder };
    let (prose, mentions) = markdown::render(report, source, parts.markdown.1);
    Some((record, prose, mentions))
}

fn unknown_file(id: FileId, path: &str) -> Fault {
    let fault =
        Fault::error("file::unknown", Span::start_of(id), format!("the format knows no file `{path}`"));
    let slug = path.split('/').nth(2).filter(|_| path.starts_with("content/councils/"));
    let known: Vec<String> =
        kind::KNOWN.iter().map(|known| known.replacen("NAME", slug.unwrap_or("NAME"), 1)).collect();
    let near = nearest(path, known.iter().map(String::as_str).filter(|known| !known.contains("NAME")));
    let names = "names are a to z, 0 to 9 and single hyphens";
    match near {
        Some(word) => fault.help(format!("call it `{word}`")),
        None => fault.help(format!("known files: {}; {names}", kind::KNOWN.join(", "))),
    }
}
