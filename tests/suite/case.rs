//! Small sites for tests: the base site of `tests/cases/base`, with a case's files over it.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::OnceLock;

use ego_tree::iter::Edge;
use loxley::content;
use loxley::content::Tree;
use loxley::domain::PartialDate;
use loxley::outputs::Artifact;
use loxley::outputs::Theme;
use loxley::report::Place;
use loxley::report::Report;
use loxley::report::SourceText;
use loxley::site;
use loxley::site::Settings;
use scraper::Html;
use scraper::Selector;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The as-at date of all tests.
pub const TODAY: &str = "2026-11-23";

/// The folder of the test cases.
pub fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The as-at date of all tests, as the stages take it.
pub fn today() -> PartialDate {
    TODAY.parse().expect("a date")
}

/// The real record of this repository, built once for all tests.
pub fn record() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| Case::record().build())
}

/// A site in a folder of its own, which is gone when this is dropped.
pub struct Case {
    root: PathBuf,
    _folder: Option<TempDir>,
}

impl Case {
    /// The base site.
    pub fn base() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        copy(&cases().join("base"), folder.path());
        Self { root: folder.path().to_path_buf(), _folder: Some(folder) }
    }

    /// The real record of this repository, read where it is.
    pub fn record() -> Self {
        Self { root: PathBuf::from(env!("CARGO_MANIFEST_DIR")), _folder: None }
    }

    /// The base site with the files of a case over it, and without those its `removed` names.
    pub fn over_base(case: &Path) -> Self {
        let base = Self::base();
        copy(case, base.root());
        for path in fs::read_to_string(case.join("removed")).unwrap_or_default().lines() {
            fs::remove_file(base.root().join(path)).expect("a file of the base site");
        }
        base
    }

    /// A site by itself: a folder of `tests/cases`.
    pub fn alone(name: &str) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        copy(&cases().join(name), folder.path());
        Self { root: folder.path().to_path_buf(), _folder: Some(folder) }
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Changes the first `from` in a file to `to`.
    #[track_caller]
    pub fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let file = self.root().join(path);
        let text = fs::read_to_string(&file).expect("a file of the site");
        assert!(text.contains(from), "{path} has no {from}");
        fs::write(file, text.replacen(from, to, 1)).expect("the file can be written");
        self
    }

    /// The site's files.
    pub fn tree(&self) -> Tree {
        content::discover(self.root()).expect("the site can be read")
    }

    /// The faults, a line each: `path:line:column code: message`.
    pub fn faults(&self) -> String {
        let tree = self.tree();
        let mut report = Report::default();
        site::register(&mut report, today(), &tree, &mut |_| {});
        let line = |fault: &&loxley::report::Fault| {
            let span = fault.span();
            let at = Place::of(tree.text(span.file), span.start);
            let (path, help) = (tree.path(span.file), fault.help.as_deref().unwrap_or("NO HELP"));
            let label = &fault.labels[0].text;
            let label = if label.is_empty() { String::new() } else { format!(" [{label}]") };
            format!(
                "{path}:{}:{} {}: {}{label}\n    help: {help}\n",
                at.line, at.column, fault.code, fault.message
            )
        };
        report.faults().iter().map(line).collect()
    }

    /// Every file of the built site; the records must have no errors.
    #[track_caller]
    pub fn build(&self) -> Built {
        self.build_with(true)
    }

    /// Every file of the built site, with templates minified or not.
    #[track_caller]
    pub fn build_with(&self, minified: bool) -> Built {
        let tree = self.tree();
        let mut report = Report::default();
        let register = site::register(&mut report, today(), &tree, &mut |_| {});
        let register = register.unwrap_or_else(|| panic!("{}", self.faults()));
        let theme = Theme::load(self.root(), None).expect("the built-in theme");
        let settings = Settings { today: today(), base_url: None, minified, previous: None };
        let artifacts =
            site::build(&settings, &tree, &theme, &register, &mut |_| {}).expect("the templates fit");
        Built { artifacts }
    }
}

/// A built site, in memory.
pub struct Built {
    /// Its files.
    pub artifacts: Vec<Artifact>,
}

impl Built {
    /// The HTML of a page by its address: `/councils/barford/`.
    #[track_caller]
    pub fn html(&self, address: &str) -> String {
        self.file(&format!("{}index.html", &address[1..]))
    }

    /// A file by its path below `public/`, as text.
    #[track_caller]
    pub fn file(&self, path: &str) -> String {
        let file = self.artifacts.iter().find(|it| it.path == path);
        let file = file.unwrap_or_else(|| panic!("there is no {path}"));
        String::from_utf8(file.bytes.clone()).expect("UTF-8")
    }

    /// What a reader reads of a page's main part, with white space folded.
    #[track_caller]
    pub fn text(&self, address: &str) -> String {
        text_of(&self.html(address), "main")
    }
}

/// What a reader reads of the first element that `selector` finds, with white space folded.
#[track_caller]
pub fn text_of(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    let element = page.select(&selector).next().unwrap_or_else(|| panic!("the page has no {selector:?}"));
    let mut text = String::new();
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) if node.value().is_text() => {
                text.push_str(node.value().as_text().expect("text"))
            }
            Edge::Open(node) | Edge::Close(node) => {
                let inline =
                    ["a", "b", "strong", "span", "sup", "time", "data", "q", "svg", "use", "code", "em"];
                if node.value().as_element().is_some_and(|it| !inline.contains(&it.name())) {
                    text.push(' ');
                }
            }
        }
    }
    fold(&text)
}

/// Text with every run of white space made one space.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.expect("the case can be read");
        let target = to.join(entry.path().strip_prefix(from).expect("below the case"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
