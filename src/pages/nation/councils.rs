//! The list of councils: every name that someone may look for, and where it leads.

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::SourceView;
use crate::pages::parts::grade;
use crate::pages::sections::standing::in_place_of_headline;
use crate::record::Council;

/// The list of councils.
#[derive(Debug, Serialize)]
pub struct CouncilsPage {
    letters: Vec<LetterView>,
    regions: Vec<(Link, Vec<Link>)>,
    service: String,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// The names that begin with one letter.
#[derive(Debug, Serialize)]
pub struct LetterView {
    letter: String,
    entries: Vec<Entry>,
}

/// A name in the list.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The name.
    name: String,
    /// The council, if the name is its own.
    council: Option<ListedCouncil>,
    /// Where the name leads otherwise, in words before and after the link.
    leads: Vec<(String, Link, String)>,
}

/// A council in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListedCouncil {
    link: Link,
    official_name: String,
    region: String,
    grade: Option<GradeView>,
    no_grade: String,
    /// The grades of its parts, where there is none for the whole.
    parts: Vec<(String, String)>,
    published: Option<DateView>,
    abolished: Option<DateView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, CouncilsPage, Vec<Id>) {
    let here = Here::at(Address::top("councils"));
    let mut notes = Notes::new(frame.register, here.clone());
    let reach = Reach::of("inspections", None, &mut notes);
    let page = CouncilsPage {
        letters: letters(entries(frame, findings, &here)),
        regions: regions(frame, findings, &here),
        service: frame.register.site.service.clone(),
        reach,
        sources: notes.sources(),
    };
    let about = "Every council on record by name, with former names, districts and the councils that run services there.";
    (frame.head(&here, "Councils", about, Vec::new()), page, notes.ids())
}

/// The councils that exist, by name; those of one region where it is named.
pub fn list(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    here: &Here,
    region: Option<&Id>,
) -> Vec<ListedCouncil> {
    let is_in = |slug: &&&Id| {
        let council = frame.register.shelves.dossiers[**slug].council();
        council.exists_on(frame.today) && region.is_none_or(|region| council.region.value == *region)
    };
    let mut all: Vec<ListedCouncil> =
        findings.councils.keys().filter(is_in).map(|slug| listed(frame, findings, here, slug)).collect();
    all.sort_by(|a, b| a.link.text.cmp(&b.link.text));
    all
}

fn listed(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here, slug: &Id) -> ListedCouncil {
    let council = frame.register.shelves.dossiers[slug].council();
    let standing = findings.councils[slug].standing.as_ref();
    ListedCouncil {
        link: frame.council(here, slug),
        official_name: council.official_name.clone(),
        region: frame.region(&council.region.value),
        grade: standing.and_then(|it| it.headline).map(|(_, it)| grade(it)),
        no_grade: standing
            .and_then(|it| it.no_headline)
            .unwrap_or("no inspection is recorded here")
            .to_owned(),
        parts: standing.map(|it| in_place_of_headline(frame.register, it)).unwrap_or_default(),
        published: standing.map(|it| it.inspection.record.published.value.into()),
        abolished: council.ended_before(frame.today).map(|it| it.on.value.into()),
    }
}

/// Every name: councils, their other and former names, the districts in their areas.
fn entries(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (slug, dossier) in &frame.register.shelves.dossiers {
        let council = dossier.council();
        let own = Some(listed(frame, findings, here, slug));
        entries.push(Entry { name: council.name.clone(), council: own, leads: Vec::new() });
        for (name, before, after) in other_names(council, &frame.register.site.service, frame.today) {
            lead(&mut entries, name, (before, frame.council(here, slug), after));
        }
    }
    entries.sort_by(|a, b| {
        (a.name.to_lowercase(), a.council.is_none()).cmp(&(b.name.to_lowercase(), b.council.is_none()))
    });
    entries
}

/// A name that someone may type: the name, the folder of the council that it leads to, what it is,
/// and its weight: 0 for a council's own names, 1 for others.
pub type FoundName = (String, String, String, u8);

/// Every name, with the council that it leads to.
pub fn names(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Vec<FoundName> {
    let dossiers = &frame.register.shelves.dossiers;
    dossiers
        .iter()
        .flat_map(|(slug, dossier)| names_of(frame, findings, here, slug, dossier.council()))
        .collect()
}

fn names_of(
    frame: &Frame<'_>,
    findings: &Findings<'_>,
    here: &Here,
    slug: &Id,
    council: &Council,
) -> Vec<FoundName> {
    let own = listed(frame, findings, here, slug);
    let region = if own.abolished.is_some() { "no longer exists".to_owned() } else { own.region };
    let name = &council.name;
    let also = council.also_known_as.iter().map(|it| (it.clone(), format!("another name for {name}"), 1));
    let former = council.former_names.iter().map(|it| (it.name.clone(), format!("former name of {name}"), 1));
    let districts = council.districts.iter().map(|it| {
        let gone = it.until.is_some_and(|until| until.is_before(frame.today));
        let what = if gone { "a former district" } else { "a district" };
        (it.name.clone(), format!("{what}: {name} runs {} there", frame.register.site.service), 1)
    });
    let mut names = vec![(name.clone(), region.clone(), 0)];
    if council.official_name != *name {
        names.push((council.official_name.clone(), region, 0));
    }
    names.extend(also.chain(former).chain(districts));
    names.into_iter().map(|(name, why, weight)| (name, slug.to_string(), why, weight)).collect()
}

/// Names that lead to a council, each with the words before and after the link to it.
fn other_names(council: &Council, service: &str, today: PartialDate) -> Vec<(String, String, String)> {
    let also =
        council.also_known_as.iter().map(|name| (name.clone(), ": another name for".into(), ".".into()));
    let former = council
        .former_names
        .iter()
        .map(|it| (it.name.clone(), " was the name of".into(), format!(" until {}.", it.until.long())));
    let runs = format!(" runs {service} there.");
    let districts = council.districts.iter().map(|it| {
        let gone = it.until.filter(|until| until.is_before(today));
        let words = gone
            .map_or_else(|| " is a district:".into(), |it| format!(" was a district until {}:", it.long()));
        (it.name.clone(), words, runs.clone())
    });
    also.chain(former).chain(districts).collect()
}

/// Adds a name that leads somewhere; one that leads to several councils stands once.
fn lead(entries: &mut Vec<Entry>, name: String, to: (String, Link, String)) {
    match entries.iter_mut().find(|it| it.council.is_none() && it.name == name) {
        Some(entry) => entry.leads.push(to),
        None => entries.push(Entry { name, council: None, leads: vec![to] }),
    }
}

fn letters(entries: Vec<Entry>) -> Vec<LetterView> {
    let mut letters: Vec<LetterView> = Vec::new();
    for entry in entries {
        let letter = entry.name.chars().next().unwrap_or('#').to_uppercase().to_string();
        match letters.last_mut().filter(|it| it.letter == letter) {
            Some(last) => last.entries.push(entry),
            None => letters.push(LetterView { letter, entries: vec![entry] }),
        }
    }
    letters
}

/// The councils of each region.
pub fn regions(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Vec<(Link, Vec<Link>)> {
    let regions = frame.register.regions.regions.iter();
    let of = |region: &Id| {
        list(frame, findings, here, Some(region)).into_iter().map(|it| it.link).collect::<Vec<_>>()
    };
    regions
        .map(|it| (here.link(&Address::region(&it.id.value), it.title.clone()), of(&it.id.value)))
        .filter(|(_, councils)| !councils.is_empty())
        .collect()
}
