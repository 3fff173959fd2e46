//! Holds the records against each other and against the rules of the field: one file a kind of
//! record. A register comes out only if nothing is wrong.

mod charts;
mod citations;
mod corrections;
mod councils;
mod disagreements;
mod editions;
mod figures;
mod frameworks;
mod inspections;
mod interventions;
mod measures;
mod names;
mod releases;
mod replies;
mod site;
mod statements;
mod tiles;
mod told;
mod visits;
mod withheld;

pub use releases::twice as facts_twice;

use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::register::Dossier;
use crate::register::Records;
use crate::register::Register;
use crate::report::Report;

/// What every check of one council's records is given.
struct Context<'a> {
    records: &'a Records,
    today: PartialDate,
    slug: &'a Id,
    dossier: &'a Dossier,
}

impl Context<'_> {
    /// Whether there is a file for this inspection that could not be read: its own faults have
    /// been reported, and a mention of it is no fault.
    fn is_faulty_inspection(&self, id: &Id) -> bool {
        let address = Address::inspection(self.slug, id);
        self.records.names.addresses.contains(address.as_str()) && self.dossier.inspection(id).is_none()
    }
}

/// Checks everything; the register, if no error was found here or before.
///
/// * `today`: the as-at date, for promises past their date and dates in the future.
pub fn check(report: &mut Report, today: PartialDate, records: Records) -> Option<Register> {
    site::check(report, &records);
    frameworks::check(report, &records);
    measures::check(report, &records);
    charts::check(report, &records);
    citations::check(report, &records);
    councils::check_together(report, &records);
    tiles::check(report, today, &records);
    replies::check(report, today, &records);
    for (slug, dossier) in &records.shelves.dossiers {
        let context = Context { records: &records, today, slug, dossier };
        councils::check(report, &context);
        inspections::check(report, &context);
        visits::check(report, &context);
        interventions::check(report, &context);
        figures::check(report, &context);
        statements::check(report, &context);
        disagreements::check(report, &context);
    }
    releases::check(report, today, &records);
    if report.has_errors() {
        return None;
    }
    let Records { site, vocabulary, regions, shelves, names: _ } = records;
    Some(Register { site: site?, vocabulary: vocabulary?, regions: regions?, shelves })
}
