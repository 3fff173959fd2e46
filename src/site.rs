//! The one flow: files → records → register → findings → plan → artifacts.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use crate::analysis;
use crate::content;
use crate::content::Tree;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::outputs;
use crate::outputs::Artifact;
use crate::outputs::RenderError;
use crate::outputs::Theme;
use crate::pages;
use crate::pages::Corrected;
use crate::pages::Frame;
use crate::pages::KeptRelease;
use crate::pages::Picture;
use crate::pages::Workbook;
use crate::register::HeldBack;
use crate::register::History;
use crate::register::Register;
use crate::register::Release;
use crate::report::Report;

/// What a build is told from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The as-at date.
    pub today: PartialDate,
    /// Address of the published site; nothing for the one in `content/site.yaml`.
    pub base_url: Option<String>,
    /// Whether templates are minified when they are loaded.
    pub minified: bool,
    /// Files of an earlier build, so that pictures are drawn only when they are new; nothing to draw none.
    pub previous: Option<Previous>,
}

/// Reads a file of an earlier build by its path below the output folder.
#[derive(Clone)]
pub struct Previous(pub Arc<ReadFile>);

/// The bytes of a file by its path, if it is there.
type ReadFile = dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync;

impl fmt::Debug for Previous {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Previous")
    }
}

/// A stage of the build, for the progress line and the timings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Files into records.
    Read,
    /// Records into the register.
    Check,
    /// Findings.
    Derive,
    /// Pages in words and numbers.
    Plan,
    /// Pages in HTML.
    Render,
}

impl Stage {
    /// What is being done, for the progress line.
    pub fn label(self) -> &'static str {
        match self {
            Self::Read => "reading records",
            Self::Check => "checking records",
            Self::Derive => "working out findings",
            Self::Plan => "planning pages",
            Self::Render => "rendering pages",
        }
    }
}

/// Reads and checks a site.
///
/// * `on_stage`: called as each stage begins.
/// * returns: the register, if nothing is wrong; what is wrong is in `report`.
pub fn register(
    report: &mut Report,
    today: PartialDate,
    tree: &Tree,
    on_stage: &mut dyn FnMut(Stage),
) -> Option<Register> {
    on_stage(Stage::Read);
    let records = content::read(report, tree);
    on_stage(Stage::Check);
    content::check(report, today, records)
}

/// Makes every file of a site from its register.
///
/// # Errors
/// [`RenderError`] if a template does not fit.
pub fn build(
    settings: &Settings,
    tree: &Tree,
    theme: &Theme,
    register: &Register,
    on_stage: &mut dyn FnMut(Stage),
) -> Result<Vec<Artifact>, RenderError> {
    on_stage(Stage::Derive);
    let (findings, released) =
        rayon::join(|| analysis::derive(settings.today, register), || released(tree, register));
    let (frozen, kept) = released?;
    on_stage(Stage::Plan);
    let base_url = settings.base_url.as_deref().unwrap_or(&register.site.address);
    let has_pictures = has_pictures(settings);
    let frame = Frame {
        register,
        today: settings.today,
        base_url,
        release: None,
        has_pictures,
        has_workbook: cfg!(feature = "spreadsheets"),
        kept: &kept,
        corrected: Corrected::of(register),
    };
    let mut plan = pages::plan(&frame, &findings);
    on_stage(Stage::Render);
    let (book, pictures) = (plan.workbook.take(), std::mem::take(&mut plan.pictures));
    let (rendered, others) = rayon::join(
        || outputs::render(tree, theme, plan, settings.minified),
        || rayon::join(|| workbook(book.as_ref()), || draw(settings, &pictures)),
    );
    let mut artifacts = rendered?;
    artifacts.extend(others.0?);
    artifacts.extend(others.1?);
    artifacts.extend(frozen);
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    outputs::distinct(&artifacts)?;
    Ok(artifacts)
}

/// The tables for spreadsheet programs.
#[cfg(feature = "spreadsheets")]
fn workbook(book: Option<&Workbook>) -> Result<Option<Artifact>, RenderError> {
    book.map(outputs::write).transpose()
}

#[cfg(not(feature = "spreadsheets"))]
fn workbook(_: Option<&Workbook>) -> Result<Option<Artifact>, RenderError> {
    Ok(None)
}

/// The pictures, where they are wanted.
#[cfg(feature = "pictures")]
fn draw(settings: &Settings, pictures: &[Picture]) -> Result<Vec<Artifact>, RenderError> {
    match &settings.previous {
        Some(Previous(read)) => outputs::draw(pictures, read.as_ref()),
        None => Ok(Vec::new()),
    }
}

#[cfg(not(feature = "pictures"))]
fn draw(_: &Settings, _: &[Picture]) -> Result<Vec<Artifact>, RenderError> {
    Ok(Vec::new())
}

/// The files of all releases, and which of them each keeps, oldest first.
fn released(tree: &Tree, register: &Register) -> Result<(Vec<Artifact>, Vec<KeptRelease>), RenderError> {
    let releases = &register.shelves.releases;
    let history = History::of(if register.shelves.withheld.is_empty() { &[] } else { releases });
    let one = |(n, release): (usize, &Release)| {
        let files = outputs::thaw(tree, release)?;
        let held = match history.releases.is_empty() {
            true => HeldBack::default(),
            false => HeldBack::of(&register.shelves, &history, n),
        };
        let (files, withheld) = outputs::held_back(register, &held, release, files);
        let all = files.iter().map(|it| it.path.clone());
        let kept = KeptRelease {
            tag: release.tag.clone(),
            as_at: release.as_at(),
            paths: all.filter(|path| !withheld.contains(path)).collect(),
        };
        Ok((files, kept))
    };
    let each: Vec<(Vec<Artifact>, KeptRelease)> =
        releases.par_iter().enumerate().map(one).collect::<Result<_, _>>()?;
    let (files, kept): (Vec<Vec<Artifact>>, Vec<KeptRelease>) = each.into_iter().unzip();
    Ok((files.into_iter().flatten().collect(), kept))
}

fn has_pictures(settings: &Settings) -> bool {
    cfg!(feature = "pictures") && settings.previous.is_some()
}

/// The pages that a release keeps, packed.
///
/// # Errors
/// [`RenderError`] if a template does not fit.
pub fn frozen(
    settings: &Settings,
    tree: &Tree,
    theme: &Theme,
    register: &Register,
    tag: &Id,
) -> Result<Vec<u8>, RenderError> {
    let findings = analysis::derive(settings.today, register);
    let base_url = settings.base_url.as_deref().unwrap_or(&register.site.address);
    let frame = Frame {
        register,
        today: settings.today,
        base_url,
        release: Some(tag),
        has_pictures: false,
        has_workbook: false,
        kept: &[],
        corrected: Corrected::of(register),
    };
    let mut plan = pages::plan(&frame, &findings);
    plan.pages.retain(|page| page.body.is_kept());
    plan.files.retain(|(path, _)| {
        ["/embed/card.html", "/embed/oembed.json", ".svg"].iter().any(|end| path.ends_with(end))
    });
    let drawn = plan.files.iter().map(|(path, _)| path.clone()).collect();
    let artifacts = outputs::render(tree, theme, plan, settings.minified)?;
    outputs::freeze(&artifacts, &drawn)
}
