//! Where a page is, and how others are reached from it.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::cards;
use crate::pages::parts::DateView;
use crate::pages::parts::KeptRelease;
use crate::pages::parts::Link;
use crate::record::Correction;
use crate::record::Site;
use crate::record::correction::CorrectionKind;
use crate::register::Register;

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
    /// What was wrong on this page and is put right.
    pub corrections: Vec<Corrected>,
    /// For a page as it was: where today's is.
    pub frozen: Option<Frozen>,
}

/// A correction of a page, as the page itself tells it.
#[derive(Debug, Clone, Serialize)]
pub struct Corrected {
    id: String,
    kind: &'static str,
    on: DateView,
    was: String,
    now: String,
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
fn facts(here: &Here) -> Option<String> {
    let parts: Vec<&str> = here.address.as_str().split('/').collect();
    let &["", "councils", slug, ref rest @ ..] = parts.as_slice() else { return None };
    let to = here.href(&Address::facts(&slug.parse().ok()?));
    match rest {
        [kind, id, ""] => Some(format!("{to}#{kind}/{id}")),
        ["facts", ""] => None,
        _ => Some(to),
    }
}

/// Whether a fact is shown on a page: that of its record, or one that has every fact of its council.
fn is_of(fact: &str, page: &Address) -> bool {
    let parts: Vec<&str> = fact.split('/').collect();
    let &[slug, kind, id, ..] = parts.as_slice() else { return false };
    if slug == "sources" {
        return page.as_str() == format!("/sources/{kind}/");
    }
    let pages: &[String] = match kind {
        "series" => &[format!("/councils/{slug}/spending/"), format!("/measures/{id}/")],
        "figures" | "cautions" => &[format!("/councils/{slug}/spending/")],
        "promises" | "statements" => &[format!("/councils/{slug}/statements/")],
        _ => &[format!("/councils/{slug}/{kind}/{id}/")],
    };
    let all = ["", "facts/", "brief/"].map(|page| format!("/councils/{slug}/{page}"));
    pages.iter().chain(&all).any(|it| it == page.as_str())
}

/// The anchor of a page’s council on the page of a release.
fn area(here: &Here) -> String {
    let slug = here.address.as_str().strip_prefix("/councils/").and_then(|rest| rest.split('/').next());
    slug.map(|slug| format!("#{slug}")).unwrap_or_default()
}

/// A page of a release stands two folders deeper than today's.
fn frozen(tag: &Id, here: &Here) -> Frozen {
    let root = format!("../../{}", here.root());
    let to = |page: &Address| format!("{root}{}", page.file());
    Frozen {
        tag: tag.to_string(),
        today: to(here.address()),
        changes: format!("{}{}", to(&Address::release(tag)), area(here)),
    }
}

/// What every page of a site is given.
#[derive(Debug)]
pub struct Frame<'r> {
    /// The register.
    pub register: &'r Register,
    /// The as-at date.
    pub today: PartialDate,
    /// The address that the site is published under, with its slash.
    pub base_url: &'r str,
    /// The release that the pages are made for; nothing for today's.
    pub release: Option<&'r Id>,
    /// Whether pictures of pages are drawn.
    pub has_pictures: bool,
    /// Whether the tables are written for spreadsheet programs too.
    pub has_workbook: bool,
    /// What the last release keeps; nothing before the first.
    pub kept: Option<&'r KeptRelease>,
}

impl Frame<'_> {
    /// The head of a page.
    pub fn head(
        &self,
        here: &Here,
        title: impl Into<String>,
        description: impl Into<String>,
        crumbs: Vec<Crumb>,
    ) -> Head {
        let title = title.into();
        let canonical = self.absolute(here.address());
        let site = &self.register.site.title;
        let named = if title == *site { site.clone() } else { format!("{site}, ‘{title}’") };
        let address = self
            .release
            .map_or_else(|| canonical.clone(), |tag| self.absolute(&Address::frozen(tag, here.address())));
        let version = self.release.map(|tag| format!(", release {tag}")).unwrap_or_default();
        let cite = format!("{named}, as at {}{version}. {address}", self.today.long());
        let (root, description) = (here.root().to_owned(), description.into());
        let frozen = self.release.map(|tag| frozen(tag, here));
        let corrections = self.corrections(here.address());
        let facts = facts(here);
        let card = self.has_pictures.then(|| format!("{}{}", self.base_url, cards::address(here.address())));
        Head { title, description, canonical, root, crumbs, cite, card, facts, corrections, frozen }
    }

    /// What was wrong on a page or should not have stood there, latest first. A page of a council has
    /// what was wrong with any fact of its own; the council's first page has all.
    fn corrections(&self, page: &Address) -> Vec<Corrected> {
        let is_wrong = |it: &&Correction| {
            matches!(it.kind, CorrectionKind::Correction | CorrectionKind::Withdrawal)
                && (it.about.value.split('#').next() == Some(page.as_str())
                    || it.changes.iter().any(|change| {
                        is_of(&change.fact.value, page) || self.is_figure_of(&change.fact.value, page)
                    }))
        };
        let mut all: Vec<&Correction> = self.register.shelves.corrections.iter().filter(is_wrong).collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.on.value));
        let view = |it: &Correction| Corrected {
            id: it.id.value.to_string(),
            kind: it.kind.label(),
            on: it.on.value.into(),
            was: it.was.clone(),
            now: it.now.clone(),
        };
        all.into_iter().map(view).collect()
    }

    /// Whether a fact is of a figure that the page of its measure shows.
    fn is_figure_of(&self, fact: &str, page: &Address) -> bool {
        let parts: Vec<&str> = fact.split('/').collect();
        let &[slug, "figures", id, _] = parts.as_slice() else { return false };
        let figures = self.register.shelves.dossiers.get(slug).into_iter().flat_map(|it| &it.figures);
        let mut own = figures.filter(|it| it.id.value.as_str() == id);
        own.any(|it| Address::measure(&it.measure.value) == *page)
    }

    /// The address of the site without what nobody types: `loxley.example`.
    pub fn host(&self) -> &str {
        self.base_url.split_once("://").map_or(self.base_url, |(_, rest)| rest).trim_end_matches('/')
    }

    /// The full address of a page.
    pub fn absolute(&self, page: &Address) -> String {
        format!("{}{}", self.base_url, &page.as_str()[1..])
    }

    /// A link to a council, by its everyday name.
    pub fn council(&self, here: &Here, slug: &Id) -> Link {
        here.link(&Address::council(slug), self.register.shelves.dossiers[slug].council().name.clone())
    }

    /// The council that a fact is about, and what is left of the fact’s name; nothing for a fact of a
    /// region, the country or a definition.
    pub fn council_of<'f>(&self, fact: &'f str) -> Option<(Id, &'f str)> {
        let (area, rest) = fact.split_once('/')?;
        let slug: Id = area.parse().ok()?;
        self.register.shelves.dossiers.contains_key(&slug).then_some((slug, rest))
    }

    /// The page where a fact stands, with its anchor: that of its council’s facts, of its measure or of
    /// its source; nothing for a fact that has none, or none any more.
    pub fn page_of(&self, fact: &str) -> Option<(Address, String)> {
        if let Some((slug, rest)) = self.council_of(fact) {
            return Some((Address::facts(&slug), format!("#{rest}")));
        }
        let shelves = &self.register.shelves;
        let parts: Vec<&str> = fact.split('/').collect();
        let id = |name: &str| name.parse::<Id>().ok();
        let page = match parts.as_slice() {
            &["corrections", id, ..] => {
                return Some((Address::top("corrections"), format!("#{id}")));
            }
            &["sources", name, _] => {
                id(name).filter(|it| shelves.sources.contains_key(it)).map(|it| Address::source(&it))
            }
            &["measures", name, ..] | &[_, "series", name, _] => {
                id(name).filter(|it| shelves.measures.contains_key(it)).map(|it| Address::measure(&it))
            }
            _ => None,
        };
        page.map(|page| (page, String::new()))
    }

    /// The way to a fact; empty for a fact without a page.
    pub fn to_fact(&self, here: &Here, fact: &str) -> String {
        let way = self.page_of(fact).map(|(page, anchor)| format!("{}{anchor}", here.href(&page)));
        way.unwrap_or_default()
    }

    /// The pages above a page of a council.
    pub fn way(&self, here: &Here, slug: &Id) -> Vec<Crumb> {
        vec![here.link(&Address::top("councils"), "Councils"), self.council(here, slug)]
    }

    /// The title of a region.
    pub fn region(&self, id: &Id) -> String {
        let mut regions = self.register.regions.regions.iter();
        regions.find(|region| region.id.value == *id).map(|region| region.title.clone()).unwrap_or_default()
    }

    /// The site, as templates print it on every page.
    pub fn site(&self) -> SiteView {
        let site: &Site = &self.register.site;
        SiteView {
            title: site.title.clone(),
            tagline: site.tagline.clone(),
            language: site.language.clone(),
            service: site.service.clone(),
            in_country: site.country.as_ref().map(|country| format!(" in {country}")).unwrap_or_default(),
            contact: site.contact.clone(),
            facts_licence: site.licence.facts.clone(),
            attribution: site.licence.attribution.clone(),
            code_licence: site.licence.code.clone(),
            signpost: site
                .signpost
                .as_ref()
                .map(|it| (it.text.clone(), Link { text: it.link.clone(), href: it.url.clone() })),
            as_at: DateView::from(self.today),
            pages: self.pages(),
        }
    }
}

impl Frame<'_> {
    /// The pages of prose, but for the one that stands for addresses that are not there.
    fn pages(&self) -> Vec<Link> {
        let pages = self.register.shelves.pages.iter().filter(|(id, _)| id.as_str() != NOT_FOUND);
        pages
            .map(|(id, page)| Link {
                text: page.record.title.clone(),
                href: Address::top(id.as_str()).file(),
            })
            .collect()
    }
}

/// The page that hosts show for addresses that are not there.
pub const NOT_FOUND: &str = "not-found";

/// The site, as templates print it.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    title: String,
    tagline: String,
    language: String,
    service: String,
    /// `in England`, or nothing where the site names no country.
    in_country: String,
    contact: String,
    facts_licence: String,
    attribution: String,
    code_licence: String,
    signpost: Option<(String, Link)>,
    as_at: DateView,
    /// Pages of prose, by title; links from the site's root.
    pages: Vec<Link>,
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
