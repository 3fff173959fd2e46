//! What stands in the place of a page that a release keeps and that showed a fact which is withheld.

use std::collections::BTreeSet;

use crate::domain::Address;
use crate::outputs::Artifact;
use crate::pages::escaped;
use crate::record::withheld::Withheld;
use crate::register::HeldBack;
use crate::register::Register;
use crate::register::Release;

/// The files of a release without those that are held back: a word stands in the place of a page, other
/// files are left out.
///
/// * returns: the files, and the paths of those pages.
pub fn held_back(
    register: &Register,
    held: &HeldBack<'_>,
    release: &Release,
    files: Vec<Artifact>,
) -> (Vec<Artifact>, BTreeSet<String>) {
    let mut pages = BTreeSet::new();
    let one = |file: Artifact| {
        let below = file.path.splitn(3, '/').nth(2).unwrap_or_default();
        let Some(it) = held.why(below) else { return Some(file) };
        let bytes = below.ends_with(".html").then(|| page(register, release, below, it).into_bytes())?;
        pages.insert(file.path.clone());
        Some(Artifact { bytes, ..file })
    };
    let files = files.into_iter().filter_map(one).collect();
    (files, pages)
}

fn page(register: &Register, release: &Release, below: &str, it: &Withheld) -> String {
    let up = "../".repeat(below.matches('/').count());
    let (site, tag) = (escaped(&register.site.title), &release.tag);
    let today = format!("{up}../../{}", below.replace("embed/card.html", "embed/index.html"));
    let note = format!("{up}../../{}", Address::release(tag).file());
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Withheld – {site}</title>\n<meta name=\"robots\" content=\"noindex\">\n</head>\n<body>\n<main>\n<h1>Withheld</h1>\n<p>Release {tag} kept a page here. It is withheld since {}: {}</p>\n<p><a href=\"{today}\">Today’s page</a>. <a href=\"{note}\">The release</a>.</p>\n</main>\n</body>\n</html>\n",
        escaped(&register.site.language),
        it.on.value.long(),
        escaped(&it.because),
    )
}
