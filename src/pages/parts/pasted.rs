//! Lines to paste into another site’s page, for a drawing: always the latest, or as the last release has
//! it. What stands in them stays true whatever becomes of the drawing: no value, no day but the release’s.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::Frame;
use crate::pages::words::escaped;

/// What the last release keeps.
#[derive(Debug)]
pub struct KeptRelease {
    /// Its name.
    pub tag: Id,
    /// Its as-at date.
    pub as_at: PartialDate,
    /// Its files, but for pages that are withheld: `at/2026-11-23/councils/nottingham/index.html`.
    pub paths: BTreeSet<String>,
}

/// Lines to paste for a drawing.
#[derive(Debug, Serialize)]
pub struct Pasted {
    /// A figure that shows the drawing as it is on the day.
    live: String,
    /// A figure that never changes.
    kept: Option<String>,
    /// The release that keeps it.
    release: String,
}

impl Pasted {
    /// The lines for a drawing beside a page.
    ///
    /// * `file`: its name: `grades.svg`.
    /// * `name`: what it is a drawing of, for those who hear the page.
    /// * `source`: unit, basis and collector, without a full stop at its end.
    pub fn new(frame: &Frame<'_>, page: &Address, file: &str, name: &str, source: &str) -> Self {
        let site = &frame.register.site.title;
        let lines = |drawing: &str, to: &Address, version: &str| {
            let (name, source, url) = (escaped(name), escaped(source), frame.absolute(to));
            format!(
                "<figure><a href=\"{url}\"><img src=\"{drawing}{file}\" alt=\"{name}\" style=\"max-width:100%\"></a><figcaption>{source}. {version}: <a href=\"{url}\">{url}</a></figcaption></figure>"
            )
        };
        let kept = frame.last_kept().and_then(|it| {
            let frozen = Address::frozen(&it.tag, page);
            let is_kept = it.paths.contains(&format!("{}{file}", &frozen.as_str()[1..]));
            let version = format!("{}, release {}, as at {}", escaped(site), it.tag, it.as_at.long());
            let has_page = it.paths.contains(&frozen.file());
            let to = if has_page { frozen.clone() } else { page.kept(&it.tag) };
            is_kept.then(|| lines(&frame.absolute(&frozen), &to, &version))
        });
        let release = frame.last_kept().map(|it| it.tag.to_string()).unwrap_or_default();
        Self { live: lines(&frame.absolute(page), page, &escaped(site)), kept, release }
    }
}
