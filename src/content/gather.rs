//! Puts what the files held on its shelf, and notes every name and address on the way.

use std::collections::BTreeMap;

use crate::content::TreeFile;
use crate::content::kind::CouncilFile;
use crate::content::kind::Kind;
use crate::content::markdown::Mentions;
use crate::content::read::Document;
use crate::content::read::Parsed;
use crate::content::releases;
use crate::content::series::RawSeries;
use crate::domain::Address;
use crate::domain::Id;
use crate::record::Intervention;
use crate::record::Node;
use crate::record::Read;
use crate::record::Source;
use crate::record::yaml;
use crate::register::Dossier;
use crate::register::Filed;
use crate::register::Records;
use crate::register::releases::digest;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;
use crate::report::Spanned;
use crate::report::nearest;

/// Records so far, and what can be settled only when all are there.
#[derive(Default)]
pub struct Gather {
    records: Records,
    mentions: Mentions,
    series: BTreeMap<(Id, Option<Id>), (FileId, RawSeries)>,
    source_spans: BTreeMap<Id, Span>,
    pages: Vec<(Address, FileId)>,
    releases: releases::Gathered,
}

impl Gather {
    /// Takes in one file.
    pub fn take(&mut self, report: &mut Report, file: FileId, from: &TreeFile, kind: Kind, parsed: Parsed) {
        self.name(&kind, file);
        let shelves = &mut self.records.shelves;
        match (kind, parsed) {
            (_, Parsed::Site(site)) => self.records.site = Some(*site),
            (_, Parsed::Vocabulary(words)) => self.records.vocabulary = Some(words),
            (_, Parsed::Regions(regions)) => {
                let addresses = regions.regions.iter().map(|it| Address::region(&it.id.value).to_string());
                self.records.names.addresses.extend(addresses);
                self.records.regions = Some(regions);
            }
            (_, Parsed::Themes(themes)) => {
                let addresses = themes.themes.iter().map(|it| Address::theme(&it.id.value).to_string());
                self.records.names.addresses.extend(addresses);
                shelves.themes = themes.themes;
            }
            (_, Parsed::Glossary(glossary)) => shelves.glossary = glossary.glossary,
            (_, Parsed::Corrections(file)) => shelves.corrections = file.corrections,
            (_, Parsed::Replies(file)) => shelves.replies = file.replies,
            (_, Parsed::Withheld(file)) => shelves.withheld = file.withheld,
            (_, Parsed::Publications(file)) => shelves.publications = file.publications,
            (_, Parsed::Charts(file)) => (shelves.charts, shelves.bridges) = (file.charts, file.bridges),
            (_, Parsed::Sources(node)) => self.sources(report, &node),
            (Kind::Framework(id), Parsed::Framework(it)) => drop(shelves.frameworks.insert(id, *it)),
            (Kind::Measure(id), Parsed::Measure(it)) => drop(shelves.measures.insert(id, *it)),
            (Kind::Deflator(id), Parsed::Deflator(it)) => drop(shelves.deflators.insert(id, it)),
            (Kind::Series(id), Parsed::Series(it)) => drop(self.series.insert((id, None), (file, it))),
            (Kind::Edition(id, edition), Parsed::Series(it)) => {
                self.series.insert((id, Some(edition)), (file, it));
            }
            (Kind::Release(tag), Parsed::Release(it)) => drop(self.releases.notes.insert(tag, (file, it))),
            (Kind::Released(tag), Parsed::Released(it)) => drop(self.releases.rows.insert(tag, (file, it))),
            (Kind::Frozen(tag), _) => {
                self.releases.pages.insert(tag, (file, digest(&from.bytes)));
            }
            (Kind::Asset, Parsed::Asset) => {
                shelves.assets.insert(from.path["content/".len()..].to_owned(), file);
            }
            (Kind::Page(id), Parsed::Page(document)) => {
                if let Some(filed) = self.filed(id.clone(), file, document) {
                    self.records.shelves.pages.insert(id, filed);
                }
            }
            (Kind::Council(slug, part), parsed) => self.council(file, &slug, part, parsed),
            _ => {}
        }
    }

    fn name(&mut self, kind: &Kind, file: FileId) {
        let names = &mut self.records.names;
        match kind {
            Kind::Framework(id) => drop(names.frameworks.insert(id.clone())),
            Kind::Measure(id) => {
                names.measures.insert(id.clone());
                names.addresses.insert(Address::measure(id).to_string());
            }
            Kind::Deflator(id) => drop(names.deflators.insert(id.clone())),
            Kind::Page(id) => self.pages.push((Address::top(id.as_str()), file)),
            Kind::Council(slug, part) => {
                names.councils.insert(slug.clone());
                names.folders.entry(slug.clone()).or_insert(file);
                let address = match part {
                    CouncilFile::Inspection(id) => Address::inspection(slug, id),
                    CouncilFile::Visit(id) => Address::visit(slug, id),
                    _ => Address::spending(slug),
                };
                let all = [
                    address,
                    Address::council(slug),
                    Address::spending(slug),
                    Address::facts(slug),
                    Address::next(slug),
                    Address::brief(slug),
                    Address::embed(slug),
                ];
                names.addresses.extend(all.iter().map(ToString::to_string));
            }
            _ => {}
        }
    }

    fn council(&mut self, file: FileId, slug: &Id, part: CouncilFile, parsed: Parsed) {
        match (part, parsed) {
            (CouncilFile::Council, Parsed::Council(document)) => {
                let filed = self.filed(slug.clone(), file, *document);
                self.dossier(slug).council = filed;
            }
            (CouncilFile::Inspection(id), Parsed::Inspection(document)) => {
                let filed = self.filed(id, file, *document);
                self.dossier(slug).inspections.extend(filed);
            }
            (CouncilFile::Visit(id), Parsed::Visit(document)) => {
                let filed = self.filed(id, file, *document);
                self.dossier(slug).visits.extend(filed);
            }
            (_, Parsed::Interventions(it)) => {
                let addresses = |it: &Intervention| Address::intervention(slug, &it.id.value).to_string();
                self.records.names.addresses.extend(it.interventions.iter().map(addresses));
                self.dossier(slug).interventions = it.interventions;
            }
            (_, Parsed::Figures(it)) => {
                let dossier = self.dossier(slug);
                (dossier.figures, dossier.cautions) = (it.figures, it.cautions);
            }
            (_, Parsed::Statements(it)) => {
                if !it.statements.is_empty() || !it.commitments.is_empty() {
                    self.records.names.addresses.insert(Address::statements(slug).to_string());
                }
                let dossier = self.dossier(slug);
                (dossier.statements, dossier.commitments) = (it.statements, it.commitments);
            }
            (_, Parsed::Events(it)) => self.dossier(slug).events = it.events,
            _ => {}
        }
    }

    fn dossier(&mut self, slug: &Id) -> &mut Dossier {
        self.records.shelves.dossiers.entry(slug.clone()).or_default()
    }

    fn filed<T>(&mut self, id: Id, file: FileId, (record, prose, mentions): Document<T>) -> Option<Filed<T>> {
        self.mentions.addresses.extend(mentions.addresses);
        self.mentions.images.extend(mentions.images);
        record.map(|record| Filed { id, file, record, prose })
    }

    /// A file of sources is read entry by entry, so that one faulty source hides no other.
    fn sources(&mut self, report: &mut Report, node: &Node) {
        let yaml::Kind::Map(pairs) = &node.kind else {
            report.add(crate::record::read::expected(node, "sources by their ids"));
            return;
        };
        for (key, value) in pairs {
            let Some(id) =
                Id::read(&Node { span: key.span, kind: yaml::Kind::Text(key.value.clone()) }, report)
            else {
                continue;
            };
            if let Some(first) = self.source_spans.insert(id.clone(), key.span) {
                let fault = Fault::error("id::duplicate", key.span, format!("there are two sources `{id}`"));
                report.add(
                    fault
                        .label("a second time")
                        .also(first, "first here")
                        .help("give one of them another id"),
                );
            }
            self.records.names.sources.insert(id.clone());
            self.records.names.addresses.insert(Address::source(&id).to_string());
            if let Some(source) = Source::read(value, report) {
                self.records.shelves.sources.insert(id, Spanned { value: source, span: key.span });
            }
        }
    }

    /// Settles what needs all files: series, addresses, links and pictures.
    pub fn finish(mut self, report: &mut Report) -> Records {
        for ((id, edition), (file, raw)) in std::mem::take(&mut self.series) {
            self.settle_series(report, (id, edition), file, raw);
        }
        for dossier in self.records.shelves.dossiers.values_mut() {
            sort(dossier);
        }
        self.records.shelves.releases = self.releases.settle(report);
        self.addresses(report);
        self.links(report);
        self.records
    }

    fn settle_series(
        &mut self,
        report: &mut Report,
        (id, edition): (Id, Option<Id>),
        file: FileId,
        raw: RawSeries,
    ) {
        let shelves = &mut self.records.shelves;
        if let Some(measure) = shelves.measures.get(&id) {
            let series = raw.with_periods(report, measure.period);
            match edition {
                Some(edition) => drop(shelves.editions.insert((id, edition), (file, series))),
                None => drop(shelves.series.insert(id, (file, series))),
            }
        } else if !self.records.names.measures.contains(&id) {
            let fault =
                Fault::error("id::unknown", Span::start_of(file), format!("there is no measure `{id}`"));
            report.add(fault.help(format!("describe it in `content/measures/{id}.yaml`")));
        }
    }

    fn addresses(&mut self, report: &mut Report) {
        let fixed = Address::fixed();
        for (address, file) in &self.pages {
            if fixed.contains(address) {
                let fault = Fault::error(
                    "address::taken",
                    Span::start_of(*file),
                    format!("the address {address} is taken"),
                );
                report.add(fault.label("by a page that every site has").help("give this file another name"));
            }
            self.records.names.addresses.insert(address.to_string());
        }
        self.records.names.addresses.extend(fixed.iter().map(ToString::to_string));
    }

    fn links(&self, report: &mut Report) {
        let names = &self.records.names.addresses;
        for link in &self.mentions.addresses {
            let page = link.split_once('#').map_or(link.as_str(), |(page, _)| page);
            if !names.contains(page) && !self.records.shelves.assets.contains_key(&page[1..]) {
                let fault = Fault::error("link::broken", link.span, format!("there is no page `{page}`"));
                let near = nearest(page, names.iter().map(String::as_str));
                report
                    .add(fault.suggest(near, "write the address of a page of this site, like `/glossary/`"));
            }
        }
        for image in self
            .mentions
            .images
            .iter()
            .filter(|image| !self.records.shelves.assets.contains_key(&image.value))
        {
            let fault = Fault::error(
                "image::missing",
                image.span,
                format!("there is no picture `content/{}`", image.value),
            );
            report.add(fault.help("put the file there, or write the path of one that is there"));
        }
    }
}

/// Everything in the order of its dates, whatever the order in the files.
fn sort(dossier: &mut Dossier) {
    dossier.inspections.sort_by_key(|it| it.record.published.value);
    dossier.visits.sort_by_key(|it| it.record.start.value);
    dossier.interventions.sort_by_key(|it| (it.from.value.known(), it.id.value.clone()));
    dossier.statements.sort_by_key(|it| (it.date.value, it.id.value.clone()));
    dossier.commitments.sort_by_key(|it| (it.date.value, it.id.value.clone()));
    dossier.events.sort_by_key(|it| (it.date.value, it.id.value.clone()));
    dossier
        .figures
        .sort_by_key(|it| (it.measure.value.clone(), it.period.value.clone(), it.id.value.clone()));
}
