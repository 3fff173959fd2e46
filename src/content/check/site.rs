//! Checks of the site as a whole.

use crate::content::check::names;
use crate::domain::FinancialYear;
use crate::domain::Id;
use crate::record::site::Deflator;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;

/// Checks `site.yaml`, `themes.yaml` and the deflators. That a site has `site.yaml` is seen before.
pub fn check(report: &mut Report, records: &Records) {
    let kinds = records.vocabulary.iter().flat_map(|it| &it.intervention_kinds).map(|it| &it.id);
    names::unique(report, "kinds of intervention", kinds);
    let site = records.site.as_ref();
    let required = [("vocabulary", records.vocabulary.is_some()), ("regions", records.regions.is_some())];
    if let Some(place) = site.map(|site| site.address.span).filter(|_| !report.has_errors()) {
        for (name, _) in required.iter().filter(|(_, there)| !there) {
            let fault = Fault::error("file::missing", place, format!("there is no `content/{name}.yaml`"));
            report.add(fault.help("every site has one"));
        }
    }
    names::unique(report, "themes", records.shelves.themes.iter().map(|theme| &theme.id));
    names::unique(report, "words in the glossary", records.shelves.glossary.iter().map(|word| &word.id));
    for deflator in records.shelves.deflators.values() {
        index_years(report, deflator);
    }
    if let Some(site) = site {
        if !site.address.starts_with("http") || !site.address.ends_with('/') {
            let message = "the site’s address must start with `https://` and end with a slash";
            report.add(
                Fault::error("site::address", site.address.span, message)
                    .help("write `address: https://…/` in `content/site.yaml`"),
            );
        }
        let posts = site.signpost.iter().chain(&site.postcode).map(|it| &it.url);
        posts.chain(&site.licence.url).for_each(|url| names::web(report, url));
        real_terms(report, records, site);
    }
}

fn real_terms(report: &mut Report, records: &Records, site: &crate::record::Site) {
    let Some(terms) = &site.real_terms else {
        return;
    };
    let known = records.names.deflators.iter();
    names::known(report, &terms.deflator, "a deflator", known, "`content/deflators/`");
    let deflator = records.shelves.deflators.get(&terms.deflator.value);
    if deflator.is_some_and(|it| it.index.get(&terms.base.value.to_string()).is_none()) {
        let fault = Fault::error(
            "deflator::base",
            terms.base.span,
            format!("the deflator has no index for {}", terms.base.value),
        );
        report.add(fault.help("choose a base year that the deflator covers"));
    }
}

fn index_years(report: &mut Report, deflator: &Deflator) {
    for (year, index) in deflator.index.iter() {
        if year.value.as_str().parse::<FinancialYear>().is_err() {
            let fault = Fault::error(
                "date::financial-year",
                year.span,
                format!("`{}` is not a financial year", year.value),
            );
            report.add(fault.help("accounts run from April to March: write `2023-24`"));
        } else if index.is_zero() || index.is_sign_negative() {
            let fault = Fault::error("deflator::index", year.span, "a price index is above zero");
            report.add(fault.help("write the index of the published table"));
        }
    }
    let base = deflator.base.value.to_string();
    if base.parse::<Id>().is_ok_and(|id| deflator.index.get(id.as_str()).is_none()) {
        let fault = Fault::error(
            "deflator::base",
            deflator.base.span,
            format!("the index has no value for its base, {base}"),
        );
        report.add(fault.help("write the year that the published table counts as 100"));
    }
}
