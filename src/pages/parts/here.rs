//! Where a page is, and how others are reached from it.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::CorrectedView;
use crate::pages::parts::Link;

/// A page's place in the site: every link on it is written from here, so that the site works
/// from any folder and from `file://`.
#[derive(Debug, Clone)]
pub struct Here {
    address: Address,
    root: String,
}

impl Here {
    /// The page at `address`.
    pub fn at(address: Address) -> Self {
        let root = address.to_root();
        Self { address, root }
    }

    /// The page that a host shows for any address that is not there: links from the site's root.
    pub fn anywhere(base_path: &str) -> Self {
        Self { address: Address::top("404"), root: base_path.to_owned() }
    }

    /// The way to the site's root.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The address of this page.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// A relative link to another page, as short as it can be.
    pub fn href(&self, to: &Address) -> String {
        let own = self.address.as_str();
        // The page that stands for any address has no folder of its own.
        if self.root != self.address.to_root() {
            return format!("{}{}", self.root, to.file());
        }
        let same = own.bytes().zip(to.as_str().bytes()).take_while(|(a, b)| a == b).count();
        let folder = own[..same].rfind('/').map_or(0, |at| at + 1);
        let up = own[folder..].matches('/').count();
        format!("{}{}", "../".repeat(up), &to.file()[folder - 1..])
    }

    /// A link with words.
    pub fn link(&self, to: &Address, text: impl Into<String>) -> Link {
        Link { text: text.into(), href: self.href(to) }
    }
}

/// What a page is called, and where it hangs.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// Title, without the site's name.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// The full address, for citations.
    pub canonical: String,
    /// The way to the site's root: `../../`.
    pub root: String,
    /// The pages above it.
    pub crumbs: Vec<Crumb>,
    /// How to cite the page in one line.
    pub cite: String,
    /// The picture of the page for those who share it: its full address.
    pub card: Option<String>,
    /// Every fact on it and how to cite it, for a page of a council.
    pub facts: Option<String>,
    /// Whether its facts stand beside it as `index.json`.
    pub json: bool,
    /// What was wrong on this page and is put right.
    pub corrections: Vec<CorrectedView>,
    /// For a page as it was: where today's is.
    pub frozen: Option<Frozen>,
}

/// What a frozen page says of itself.
#[derive(Debug, Clone, Serialize)]
pub struct Frozen {
    /// The release.
    tag: String,
    /// Today's page, from the frozen one.
    today: String,
    /// What has changed since the release, from the frozen page.
    changes: String,
}

/// A page above this one.
pub type Crumb = Link;

/// The way from a page of a council to its facts, and there to those of the page's own record.
pub fn facts(here: &Here) -> Option<String> {
    let parts: Vec<&str> = here.address.as_str().split('/').collect();
    let &["", "councils", slug, ref rest @ ..] = parts.as_slice() else { return None };
    let to = here.href(&Address::facts(&slug.parse().ok()?));
    match rest {
        [kind, id, ""] => Some(format!("{to}#{kind}/{id}")),
        ["facts", ""] => None,
        _ => Some(to),
    }
}

/// The anchor of a page’s council on the page of a release.
fn area(here: &Here) -> String {
    let slug = here.address.as_str().strip_prefix("/councils/").and_then(|rest| rest.split('/').next());
    slug.map(|slug| format!("#{slug}")).unwrap_or_default()
}

/// The picture of a page of a council as it stands today, or of the site: the page of an earlier report has
/// not the council's, which shows the latest grade.
pub fn card(page: &Address) -> String {
    let parts: Vec<&str> = page.as_str().split('/').skip(1).collect();
    match parts.as_slice() {
        ["councils", slug, rest @ ..] if !slug.is_empty() && rest.first() != Some(&"inspections") => {
            format!("councils/{slug}/card.png")
        }
        _ => "card.png".to_owned(),
    }
}

/// A page of a release stands two folders deeper than today's.
pub fn frozen(tag: &Id, here: &Here) -> Frozen {
    let root = format!("../../{}", here.root());
    let to = |page: &Address| format!("{root}{}", page.file());
    Frozen {
        tag: tag.to_string(),
        today: to(here.address()),
        changes: format!("{}{}", to(&Address::release(tag)), area(here)),
    }
}

#[cfg(test)]
mod tests {
    use super::Here;
    use crate::domain::Address;

    #[track_caller]
    fn check(from: &str, to: &str, href: &str) {
        let at = |path: &str| if path.is_empty() { Address::home() } else { Address::top(path) };
        assert_eq!(Here::at(at(from)).href(&at(to)), href);
    }

    #[test]
    fn a_link_is_as_short_as_it_can_be() {
        check("", "", "index.html");
        check("", "councils/nottingham", "councils/nottingham/index.html");
        check("councils/nottingham", "", "../../index.html");
        check("councils/nottingham", "councils/nottingham/visits/2024", "visits/2024/index.html");
        check("councils/nottingham", "councils/nottinghamshire", "../nottinghamshire/index.html");
        check("councils/nottingham/visits/2024", "sources/ofsted", "../../../../sources/ofsted/index.html");
    }

    #[test]
    fn the_page_for_any_address_links_from_the_root() {
        assert_eq!(Here::anywhere("/record/").href(&Address::top("councils")), "/record/councils/index.html");
    }
}
