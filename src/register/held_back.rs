//! Which files of a release are held back: those of councils of which it has a fact that is withheld.

use std::collections::BTreeMap;

use crate::record::withheld::Withheld;
use crate::register::History;
use crate::register::Shelves;
use crate::register::facts::is_reserved;

/// What is held back of one release.
#[derive(Debug, Default)]
pub struct HeldBack<'r> {
    councils: BTreeMap<&'r str, &'r Withheld>,
    /// A fact of no council, such as the title of a source, may stand on any page.
    all: Option<&'r Withheld>,
}

impl<'r> HeldBack<'r> {
    /// What is held back of a release.
    ///
    /// * `n`: its place in [`History::releases`].
    pub fn of(shelves: &'r Shelves, history: &History<'_>, n: usize) -> Self {
        let mut held = Self::default();
        let release = &history.releases[n];
        for it in shelves.withheld.iter().filter(|it| it.is_of(release.as_at())) {
            for fact in it.facts.iter().filter(|fact| history.had(n, &fact.value)) {
                match fact.value.split('/').next() {
                    Some(council) if !is_reserved(council) => drop(held.councils.insert(council, it)),
                    _ => held.all = Some(it),
                }
            }
        }
        held
    }

    /// Why a file of the release is held back; nothing for one that is not.
    ///
    /// * `path`: below the folder of the release.
    pub fn why(&self, path: &str) -> Option<&'r Withheld> {
        let council = path.strip_prefix("councils/").and_then(|rest| rest.split('/').next());
        let of_council = council.and_then(|council| self.councils.get(council)).copied();
        of_council.or(self.all.filter(|_| !path.starts_with("assets/")))
    }
}
