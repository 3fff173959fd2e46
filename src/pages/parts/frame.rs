//! What every page of a site is given: the record, the day, the way to everything else.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::Corrected;
use crate::pages::parts::DateView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::KeptRelease;
use crate::pages::parts::Link;
use crate::pages::parts::here;
use crate::record::Site;
use crate::register::Register;

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
    /// What each release keeps, oldest first.
    pub kept: &'r [KeptRelease],
    /// What corrections say, by fact and by page.
    pub corrected: Corrected<'r>,
}

impl<'r> Frame<'r> {
    /// What the last release keeps; nothing before the first.
    pub fn last_kept(&self) -> Option<&'r KeptRelease> {
        self.kept.last()
    }
}

impl Frame<'_> {
    /// The head of a page.
    pub fn head(
        &self,
        here: &Here,
        title: impl Into<String>,
        description: impl Into<String>,
        crumbs: Vec<Link>,
    ) -> Head {
        let title = title.into();
        let site = &self.register.site.title;
        let named = if title == *site { site.clone() } else { format!("{site}, ‘{title}’") };
        // A page of a release is no copy of today's: its own address is the one that lasts.
        let address = |tag| Address::frozen(tag, here.address());
        let canonical = self.absolute(&self.release.map_or_else(|| here.address().clone(), address));
        let version = self.release.map(|tag| format!(", release {tag}")).unwrap_or_default();
        let cite = format!("{named}, as at {}{version}. {canonical}", self.today.long());
        let (root, description) = (here.root().to_owned(), description.into());
        let frozen = self.release.map(|tag| here::frozen(tag, here));
        let corrections = self.corrected.notes(here.address());
        let facts = here::facts(here);
        let card = self.has_pictures.then(|| format!("{}{}", self.base_url, here::card(here.address())));
        Head {
            title,
            description,
            canonical,
            root,
            crumbs,
            cite,
            card,
            facts,
            json: false,
            corrections,
            frozen,
        }
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
    pub fn way(&self, here: &Here, slug: &Id) -> Vec<Link> {
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
                .map(|it| (it.text.clone(), Link { text: it.link.clone(), href: it.url.value.clone() })),
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
