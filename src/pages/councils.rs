//! The list of councils.

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::grade;

/// The list of councils.
#[derive(Debug, Serialize)]
pub struct CouncilsPage {
    councils: Vec<ListedCouncil>,
    reach: Option<Reach>,
    sources: Vec<crate::pages::parts::SourceView>,
}

/// A council in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListedCouncil {
    link: Link,
    official_name: String,
    region: String,
    also_known_as: Vec<String>,
    grade: Option<GradeView>,
    no_grade: String,
    published: Option<DateView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, CouncilsPage, Vec<Id>) {
    let here = Here::at(Address::top("councils"));
    let mut notes = Notes::new(frame.register, here.clone());
    let reach = Reach::of("inspections", None, &mut notes);
    let page = CouncilsPage { councils: list(frame, findings, &here), reach, sources: notes.sources() };
    let head = frame.head(
        &here,
        "Councils",
        "All councils on record, with the grade of their latest inspection recorded here.",
        Vec::new(),
    );
    (head, page, notes.ids())
}

/// All councils by name.
pub fn list(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Vec<ListedCouncil> {
    let mut all: Vec<ListedCouncil> = findings
        .councils
        .iter()
        .map(|(slug, found)| {
            let council = frame.register.shelves.dossiers[*slug].council();
            let standing = found.standing.as_ref();
            let region =
                frame.register.regions.regions.iter().find(|region| region.id.value == council.region.value);
            ListedCouncil {
                link: here.link(&Address::council(slug), council.name.clone()),
                official_name: council.official_name.clone(),
                region: region.map(|region| region.title.clone()).unwrap_or_default(),
                also_known_as: council.also_known_as.clone(),
                grade: standing.and_then(|it| it.headline).map(|(_, it)| grade(it)),
                no_grade: standing
                    .and_then(|it| it.no_headline)
                    .unwrap_or("no inspection is recorded here")
                    .to_owned(),
                published: standing.map(|it| it.inspection.record.published.value.into()),
            }
        })
        .collect();
    all.sort_by(|a, b| a.link.text.cmp(&b.link.text));
    all
}
