//! What stands in the place of a page that a release keeps and that showed a fact which is withheld.

use std::collections::BTreeMap;

use crate::domain::Address;
use crate::outputs::Artifact;
use crate::pages::escaped;
use crate::record::withheld::Withheld;
use crate::register::Register;
use crate::register::Release;

/// The files of a release, but for the pages of councils of which a fact is withheld: any of them may show
/// it. Cards and drawings have grades and figures alone, and stay.
pub fn held_back(register: &Register, release: &Release, mut files: Vec<Artifact>) -> Vec<Artifact> {
    let mut councils: BTreeMap<&str, &Withheld> = BTreeMap::new();
    for it in register.shelves.withheld.iter().filter(|it| it.is_of(release.as_at())) {
        let facts = it.facts.iter().filter_map(|fact| fact.value.split('/').next());
        councils.extend(facts.map(|council| (council, it)));
    }
    for file in &mut files {
        let below = file.path.splitn(3, '/').nth(2).unwrap_or_default();
        let council = below.strip_prefix("councils/").and_then(|rest| rest.split('/').next());
        let is_page = below.ends_with("index.html");
        if let Some(it) = council.filter(|_| is_page).and_then(|slug| councils.get(slug)) {
            file.bytes = page(register, release, below, it).into_bytes();
        }
    }
    files
}

fn page(register: &Register, release: &Release, below: &str, it: &Withheld) -> String {
    let up = "../".repeat(below.matches('/').count());
    let (site, tag) = (escaped(&register.site.title), &release.tag);
    let today = format!("{up}../../{below}");
    let note = format!("{up}../../{}", Address::release(tag).file());
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Withheld – {site}</title>\n<meta name=\"robots\" content=\"noindex\">\n</head>\n<body>\n<main>\n<h1>Withheld</h1>\n<p>Release {tag} kept a page here. It is withheld since {}: {}</p>\n<p><a href=\"{today}\">Today’s page</a>. <a href=\"{note}\">The release</a>.</p>\n</main>\n</body>\n</html>\n",
        escaped(&register.site.language),
        it.on.value.long(),
        escaped(&it.because),
    )
}
