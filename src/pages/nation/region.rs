//! A region: its councils, the grades that they hold, and the measures that are published for it.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::latest_period;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::nation::councils;
use crate::pages::nation::councils::ListedCouncil;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::words::money;
use crate::pages::words::money::FigureView;
use crate::record::vocabulary::Region;

/// All regions.
#[derive(Debug, Serialize)]
pub struct RegionsPage {
    scheme: String,
    note: Option<String>,
    regions: Vec<(Link, usize)>,
}

/// One region.
#[derive(Debug, Serialize)]
pub struct RegionPage {
    region: String,
    scheme: String,
    councils: Vec<ListedCouncil>,
    measures: Vec<MeasureView>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// A measure of the region, beside England.
#[derive(Debug, Serialize)]
struct MeasureView {
    link: Link,
    period: String,
    region: FigureView,
    england: Option<FigureView>,
    notes: Vec<crate::pages::parts::Note>,
}

/// The list of regions.
pub fn index(frame: &Frame<'_>) -> (Head, RegionsPage, Vec<Id>) {
    let here = Here::at(Address::top("regions"));
    let regions = &frame.register.regions;
    let dossiers = &frame.register.shelves.dossiers;
    let count = |id: &Id| {
        let of = |it: &&crate::register::Dossier| {
            it.council().region.value == *id && it.council().exists_on(frame.today)
        };
        dossiers.values().filter(of).count()
    };
    let links = regions.regions.iter().map(|region| {
        (here.link(&Address::region(&region.id.value), region.title.clone()), count(&region.id.value))
    });
    let page =
        RegionsPage { scheme: regions.scheme.clone(), note: regions.note.clone(), regions: links.collect() };
    (frame.head(&here, "Regions", "The councils of each region.", Vec::new()), page, Vec::new())
}

/// The page of one region.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>, region: &Region) -> (Head, RegionPage, Vec<Id>) {
    let here = Here::at(Address::region(&region.id.value));
    let mut notes = Notes::new(frame.register, here.clone());
    let reach = Reach::of("inspections", None, &mut notes);
    let page = RegionPage {
        region: region.title.clone(),
        scheme: frame.register.regions.scheme.clone(),
        councils: councils::list(frame, findings, &here, Some(&region.id.value)),
        measures: measures(frame, &here, region, &mut notes),
        reach,
        sources: notes.sources(),
    };
    let about =
        format!("Councils in {}, the grades that they hold, and figures for the region.", region.title);
    let crumbs = vec![here.link(&Address::top("regions"), "Regions")];
    (frame.head(&here, region.title.clone(), about, crumbs), page, notes.ids())
}

fn measures(frame: &Frame<'_>, here: &Here, region: &Region, notes: &mut Notes<'_>) -> Vec<MeasureView> {
    let area = format!("region:{}", region.id.value);
    let mut views = Vec::new();
    for (id, measure) in &frame.register.shelves.measures {
        let Some(period) = latest_period(frame.register, id) else { continue };
        let at = |area: &str| {
            let point = frame.register.series(id, area).iter().find(|it| it.period == period);
            point.map(|point| money::value(measure, point.value))
        };
        let Some(value) = at(&area) else { continue };
        views.push(MeasureView {
            link: here.link(&Address::measure(id), measure.title.clone()),
            period: period.long(),
            region: value,
            england: at("england"),
            notes: measure.source.as_ref().map(|source| notes.cite(source)).unwrap_or_default(),
        });
    }
    views
}
