//! Who a council is: its names and codes, what came before and after it, who runs the services.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::PartialDate;
use crate::domain::capitalised;
use crate::domain::with_article;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::record::Council;
use crate::register::Dossier;

/// Who a council is.
#[derive(Debug, Serialize)]
pub struct CouncilView {
    name: String,
    /// As it stands after "in": `the Isle of Wight`.
    spoken: String,
    official_name: String,
    kind: String,
    region: Link,
    scheme: String,
    codes: Vec<(String, String)>,
    also_known_as: Vec<String>,
    former_names: Vec<(String, DateView)>,
    namesakes: Vec<(String, String)>,
    website: Option<String>,
    neighbours: Option<(String, Vec<Link>, Vec<Note>)>,
    established: Option<DateView>,
    predecessors: Vec<(Link, DateView, Option<String>)>,
    abolished: Option<(DateView, Vec<Link>, Vec<Note>)>,
    /// A last day that is still ahead.
    ends: Option<(DateView, Vec<Note>)>,
    districts: Vec<String>,
    former_districts: Vec<(String, DateView)>,
    delivered_by: Vec<DeliveryView>,
    introduction: String,
    notes: Vec<Note>,
}

/// A body that runs services for a council.
#[derive(Debug, Serialize)]
struct DeliveryView {
    name: String,
    from: Option<DateView>,
    to: Option<DateView>,
    notes: Vec<Note>,
}

/// Who the council of `dossier` is, for its page at `here`.
pub fn identity(frame: &Frame<'_>, dossier: &Dossier, here: &Here, notes: &mut Notes<'_>) -> CouncilView {
    let council: &Council = dossier.council();
    let prose = dossier.council.as_ref().map(|it| it.prose.html(here.root()));
    let (districts, former_districts) = districts(council, frame.today);
    let links = |ids: &[crate::report::Spanned<crate::domain::Id>]| {
        ids.iter().map(|id| frame.council(here, &id.value)).collect::<Vec<_>>()
    };
    CouncilView {
        name: council.name.clone(),
        spoken: with_article(&council.name),
        official_name: council.official_name.clone(),
        kind: capitalised(&council.kind),
        region: here.link(&Address::region(&council.region.value), frame.region(&council.region.value)),
        scheme: frame.register.regions.scheme.clone(),
        codes: council
            .codes
            .iter()
            .map(|(it, code)| (scheme_name(it.as_str()), code.value.clone()))
            .collect(),
        also_known_as: council.also_known_as.clone(),
        former_names: council.former_names.iter().map(|it| (it.name.clone(), it.until.into())).collect(),
        namesakes: council
            .not_to_be_confused_with
            .iter()
            .map(|it| (it.name.clone(), it.because.clone()))
            .collect(),
        website: council.website.as_ref().map(|it| it.value.clone()),
        established: council.established.as_ref().map(|date| date.value.into()),
        predecessors: predecessors(frame, council, here),
        ends: council
            .abolished
            .as_ref()
            .filter(|it| !it.on.value.is_before(frame.today))
            .map(|it| (it.on.value.into(), notes.cite(&it.source))),
        abolished: council
            .ended_before(frame.today)
            .map(|it| (it.on.value.into(), links(&it.successors), notes.cite(&it.source))),
        districts,
        former_districts,
        delivered_by: council
            .delivered_by
            .iter()
            .map(|it| DeliveryView {
                name: it.name.clone(),
                from: it.from.map(Into::into),
                to: it.to.map(Into::into),
                notes: notes.cite(&it.source),
            })
            .collect(),
        neighbours: council
            .neighbours
            .as_ref()
            .map(|it| (it.model.clone(), links(&it.councils), notes.cite(&it.source))),
        introduction: prose.unwrap_or_default(),
        notes: notes.cite(&council.source),
    }
}

/// Councils whose place this one took; those without a page here have no link.
fn predecessors(frame: &Frame<'_>, council: &Council, here: &Here) -> Vec<(Link, DateView, Option<String>)> {
    let name = |it: &crate::record::council::Predecessor| match &it.council {
        Some(slug) => frame.council(here, &slug.value),
        None => Link { text: it.name.clone().unwrap_or_default(), href: String::new() },
    };
    council.predecessors.iter().map(|it| (name(it), it.until.into(), it.part.clone())).collect()
}

/// Districts that exist, and those that do not.
fn districts(council: &Council, today: PartialDate) -> (Vec<String>, Vec<(String, DateView)>) {
    let (former, now): (Vec<_>, Vec<_>) =
        council.districts.iter().partition(|it| it.until.is_some_and(|until| until.is_before(today)));
    let former = former.into_iter().filter_map(|it| Some((it.name.clone(), it.until?.into())));
    (now.into_iter().map(|it| it.name.clone()).collect(), former.collect())
}

fn scheme_name(scheme: &str) -> String {
    match scheme {
        "gss" => "ONS code".to_owned(),
        "dfe" => "DfE number".to_owned(),
        "ofsted-urn" => "Ofsted URN".to_owned(),
        "ecode" => "MHCLG code".to_owned(),
        other => capitalised(&other.replace('-', " ")),
    }
}
