//! Addresses of pages: short, readable, permanent, ending with a slash. Here and nowhere else is
//! said which page lives where.

use std::fmt;

use crate::domain::Id;

/// The address of a page from the site's root: `/councils/nottingham/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The front page.
    pub fn home() -> Self {
        Self("/".to_owned())
    }

    /// A page at the top: `/glossary/`.
    pub fn top(name: &str) -> Self {
        Self(format!("/{name}/"))
    }

    /// A council.
    pub fn council(slug: &Id) -> Self {
        Self(format!("/councils/{slug}/"))
    }

    /// A page below a council.
    fn council_page(slug: &Id, name: &str) -> Self {
        Self(format!("/councils/{slug}/{name}/"))
    }

    /// What a council spends.
    pub fn spending(slug: &Id) -> Self {
        Self::council_page(slug, "spending")
    }

    /// What was promised and said about a council.
    pub fn statements(slug: &Id) -> Self {
        Self::council_page(slug, "statements")
    }

    /// Where sources differ about a council.
    pub fn differences(slug: &Id) -> Self {
        Self::council_page(slug, "differences")
    }

    /// What happens next at a council, and how long things took.
    pub fn next(slug: &Id) -> Self {
        Self::council_page(slug, "next")
    }

    /// Every fact about a council, and how to cite it.
    pub fn facts(slug: &Id) -> Self {
        Self::council_page(slug, "facts")
    }

    /// A council’s grades as a card for other sites.
    pub fn embed(slug: &Id) -> Self {
        Self::council_page(slug, "embed")
    }

    /// A council beside others.
    pub fn beside(slug: &Id) -> Self {
        Self::council_page(slug, "beside")
    }

    /// A council on two sides of paper.
    pub fn brief(slug: &Id) -> Self {
        Self::council_page(slug, "brief")
    }

    /// An inspection.
    pub fn inspection(slug: &Id, id: &Id) -> Self {
        Self::council_page(slug, &format!("inspections/{id}"))
    }

    /// A visit.
    pub fn visit(slug: &Id, id: &Id) -> Self {
        Self::council_page(slug, &format!("visits/{id}"))
    }

    /// An intervention.
    pub fn intervention(slug: &Id, id: &Id) -> Self {
        Self::council_page(slug, &format!("interventions/{id}"))
    }

    /// A source.
    pub fn source(id: &Id) -> Self {
        Self(format!("/sources/{id}/"))
    }

    /// A measure.
    pub fn measure(id: &Id) -> Self {
        Self(format!("/measures/{id}/"))
    }

    /// A theme of what needs to improve.
    pub fn theme(id: &Id) -> Self {
        Self(format!("/themes/{id}/"))
    }

    /// A region.
    pub fn region(id: &Id) -> Self {
        Self(format!("/regions/{id}/"))
    }

    /// A release: what has changed since.
    pub fn release(tag: &Id) -> Self {
        Self(format!("/at/{tag}/"))
    }

    /// A page as a release has it.
    pub fn frozen(tag: &Id, page: &Self) -> Self {
        Self(format!("/at/{tag}{page}"))
    }

    /// The pages that every site has, whatever its records.
    pub fn fixed() -> Vec<Self> {
        let tops = [
            "councils",
            "ratings",
            "interventions",
            "spending",
            "themes",
            "regions",
            "changes",
            "data",
            "sources",
            "glossary",
            "corrections",
            "compare",
            "search",
            "design",
            "next",
            "how-long",
            "promises",
            "conflicts",
            "evidence",
        ];
        std::iter::once(Self::home()).chain(tops.iter().map(|name| Self::top(name))).collect()
    }

    /// The page of a release on which the values of a page stand that it does not keep: for one of a council
    /// the council’s facts, else the release itself.
    pub fn kept(&self, tag: &Id) -> Self {
        let slug = self.0.strip_prefix("/councils/").and_then(|rest| rest.split('/').next()?.parse().ok());
        match slug {
            Some(slug) if *self == Self::council(&slug) => Self::frozen(tag, self),
            Some(slug) => Self::frozen(tag, &Self::facts(&slug)),
            None => Self::release(tag),
        }
    }

    /// The file below `public/`: `councils/nottingham/index.html`.
    pub fn file(&self) -> String {
        format!("{}index.html", &self.0[1..])
    }

    /// The way from this page to the site's root: `../../`, or nothing at the root.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count() - 1)
    }

    /// As text, with its slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn an_address_knows_its_file_and_its_way_home() {
        let slug = "nottingham".parse().expect("a name");
        let council = Address::council(&slug);
        assert_eq!(council.file(), "councils/nottingham/index.html");
        assert_eq!(council.to_root(), "../../");
        assert_eq!(
            (Address::home().file(), Address::home().to_root()),
            ("index.html".to_owned(), String::new())
        );
    }
}
