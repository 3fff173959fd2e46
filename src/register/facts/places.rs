//! Where facts stand on the site: the page of their record, and all pages that show them. Corrections are
//! told there, and there a page that is withdrawn leaves its word.

use crate::domain::Address;
use crate::domain::Id;
use crate::register::facts::is_reserved;

/// The page of a fact’s record; nothing for one that has no page.
pub fn home(fact: &str) -> Option<Address> {
    let parts: Vec<&str> = fact.split('/').collect();
    let id = |name: &str| name.parse::<Id>().ok();
    match *parts.as_slice() {
        ["corrections", ..] => Some(Address::top("corrections")),
        ["sources", name, ..] => Some(Address::source(&id(name)?)),
        ["measures", name, ..] => Some(Address::measure(&id(name)?)),
        ["vocabulary", "themes", "about", name] | ["vocabulary", "themes", name] => {
            Some(Address::theme(&id(name)?))
        }
        ["vocabulary", "regions", name] => Some(Address::region(&id(name)?)),
        ["pages", name, ..] => Some(Address::top(name)),
        [area, "series", name, ..] if is_reserved(area) => Some(Address::measure(&id(name)?)),
        [area, ..] if is_reserved(area) => None,
        [slug, "inspections", name, ..] => Some(Address::inspection(&id(slug)?, &id(name)?)),
        [slug, "visits", name, ..] => Some(Address::visit(&id(slug)?, &id(name)?)),
        [slug, "interventions", name, ..] => Some(Address::intervention(&id(slug)?, &id(name)?)),
        [slug, "figures" | "cautions" | "series", ..] => Some(Address::spending(&id(slug)?)),
        [slug, "promises" | "statements", ..] => Some(Address::statements(&id(slug)?)),
        [slug, _, ..] => Some(Address::council(&id(slug)?)),
        _ => None,
    }
}

/// Every page that shows a fact, that of its record first. The page of the measure of a figure, whose name
/// does not tell it, is not among them.
pub fn pages(fact: &str) -> Vec<Address> {
    let mut pages: Vec<Address> = home(fact).into_iter().collect();
    let mut parts = fact.split('/');
    let (area, kind, name) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if !is_reserved(area)
        && let Ok(slug) = area.parse::<Id>()
    {
        pages.extend([Address::council(&slug), Address::facts(&slug), Address::brief(&slug)]);
        if let (Some("series" | "cautions"), Some(Ok(measure))) = (kind, name.map(str::parse::<Id>)) {
            pages.push(Address::measure(&measure));
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::home;
    use super::pages;

    #[track_caller]
    fn check(fact: &str, page: Option<&str>) {
        assert_eq!(home(fact).as_ref().map(|it| it.as_str()), page);
    }

    #[test]
    fn a_fact_stands_on_the_page_of_its_record() {
        check("barford/inspections/2022-09-05/start", Some("/councils/barford/inspections/2022-09-05/"));
        check("barford/figures/agency/value", Some("/councils/barford/spending/"));
        check("barford/council/name", Some("/councils/barford/"));
        check("england/series/agency/2023-24", Some("/measures/agency/"));
        check("measures/agency/unit", Some("/measures/agency/"));
        check("sources/report/title", Some("/sources/report/"));
        check("frameworks/sif/regulator", None);
    }

    #[test]
    fn a_value_of_a_series_stands_on_the_page_of_its_measure_too() {
        let all = pages("barford/series/agency/2023-24");
        let all: Vec<&str> = all.iter().map(|it| it.as_str()).collect();
        assert!(all.contains(&"/measures/agency/") && all.contains(&"/councils/barford/facts/"), "{all:?}");
    }
}
