//! How often inspectors asked for each theme, and where it came back in a council's next report.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::Evidence;
use crate::domain::Id;
use crate::record::Inspection;
use crate::record::inspection::Area;
use crate::record::vocabulary::Term;
use crate::register::Filed;
use crate::register::Register;

/// A report that was read for its areas for improvement.
#[derive(Debug, Clone, Copy)]
pub struct ReadReport<'r> {
    /// The council.
    pub council: &'r Id,
    /// The inspection.
    pub inspection: &'r Filed<Inspection>,
    /// The inspection of the council after it, if one is on record.
    pub next: Option<&'r Filed<Inspection>>,
}

/// What the reports say about one theme.
#[derive(Debug)]
pub struct ThemeUse<'r> {
    /// The theme.
    pub theme: &'r Term,
    /// Reports that asked for it, oldest first, each with the areas that did.
    pub asked: Vec<(ReadReport<'r>, Vec<&'r Area>)>,
    /// By year of publication: reports that asked for it, and reports read.
    pub years: BTreeMap<i32, (usize, usize)>,
    /// Reports that asked for it whose council's next report was read too.
    pub followed: usize,
    /// Those of them whose next report asked for it again.
    pub again: Vec<ReadReport<'r>>,
}

/// Every report that was read for its areas: those of frameworks whose reports list areas, as far
/// as the report itself was read.
pub fn reports(register: &Register) -> Vec<ReadReport<'_>> {
    let listing: BTreeSet<&Id> = all(register)
        .filter(|it| !it.inspection.record.areas.is_empty())
        .map(|it| &it.inspection.record.framework.value)
        .collect();
    let mut reports: Vec<ReadReport<'_>> =
        all(register).filter(|it| is_read(it.inspection, &listing)).collect();
    reports.sort_by_key(|it| (it.inspection.record.published.value, it.council));
    reports
}

fn all(register: &Register) -> impl Iterator<Item = ReadReport<'_>> {
    register.shelves.dossiers.iter().flat_map(|(council, dossier)| {
        let next = dossier.inspections.iter().skip(1).map(Some).chain([None]);
        dossier.inspections.iter().zip(next).map(move |(inspection, next)| ReadReport {
            council,
            inspection,
            next,
        })
    })
}

fn is_read(inspection: &Filed<Inspection>, listing: &BTreeSet<&Id>) -> bool {
    let record = &inspection.record;
    record.evidence == Evidence::Report && listing.contains(&record.framework.value)
}

/// What the reports say about every theme, in the order of `themes.yaml`.
pub fn themes(register: &Register) -> Vec<ThemeUse<'_>> {
    let reports = reports(register);
    let read: BTreeSet<(&Id, &Id)> = reports.iter().map(|it| (it.council, &it.inspection.id)).collect();
    register.shelves.themes.iter().map(|theme| one(theme, &reports, &read)).collect()
}

fn one<'r>(theme: &'r Term, reports: &[ReadReport<'r>], read: &BTreeSet<(&Id, &Id)>) -> ThemeUse<'r> {
    let mut use_ =
        ThemeUse { theme, asked: Vec::new(), years: BTreeMap::new(), followed: 0, again: Vec::new() };
    for report in reports {
        let areas = areas_of(report.inspection, &theme.id.value);
        let year = use_.years.entry(report.inspection.record.published.value.year()).or_default();
        year.1 += 1;
        if areas.is_empty() {
            continue;
        }
        year.0 += 1;
        if let Some(next) = report.next.filter(|next| read.contains(&(report.council, &next.id))) {
            use_.followed += 1;
            use_.again.extend((!areas_of(next, &theme.id.value).is_empty()).then_some(*report));
        }
        use_.asked.push((*report, areas));
    }
    use_
}

/// The areas of an inspection that are about a theme.
pub fn areas_of<'r>(inspection: &'r Filed<Inspection>, theme: &Id) -> Vec<&'r Area> {
    let is_about = |area: &&Area| area.themes.iter().any(|it| it.value == *theme);
    inspection.record.areas.iter().filter(is_about).collect()
}
