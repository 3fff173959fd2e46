//! The page on which a reader puts any two councils side by side, and what its script reads.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::analysis::Beside;
use crate::analysis::CouncilFindings;
use crate::analysis::Findings;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Evidence;
use crate::domain::Id;
use crate::pages::council::beside;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::Reach;
use crate::pages::parts::ScriptData;
use crate::pages::parts::SourceView;
use crate::pages::words::money;

/// The page for comparing.
#[derive(Debug, Serialize)]
pub struct ComparePage {
    /// The councils that exist: folder and name.
    councils: Vec<(String, String)>,
    /// Each council beside its neighbours, which needs no script.
    beside: Vec<Link>,
    reach: Option<Reach>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, ComparePage, Vec<Id>) {
    let here = Here::at(Address::top("compare"));
    let mut notes = Notes::new(frame.register, here.clone());
    let reach = Reach::of("inspections", None, &mut notes);
    let mut councils: Vec<(String, String)> =
        existing(frame, findings).map(|(slug, _)| (slug.to_string(), name(frame, slug))).collect();
    councils.sort_by(|a, b| a.1.cmp(&b.1));
    let has_page = |(slug, found): &(&Id, &CouncilFindings<'_>)| {
        beside::exists(&frame.register.shelves.dossiers[*slug], found)
    };
    let mut beside: Vec<Link> = existing(frame, findings)
        .filter(has_page)
        .map(|(slug, _)| here.link(&Address::beside(slug), name(frame, slug)))
        .collect();
    beside.sort_by(|a, b| a.text.cmp(&b.text));
    let page = ComparePage { councils, beside, reach, sources: notes.sources() };
    let about =
        "Any two councils side by side: the latest grades of each, and the same measures in the same period.";
    (frame.head(&here, "Compare two councils", about, Vec::new()), page, notes.ids())
}

fn existing<'a, 'r>(
    frame: &'a Frame<'r>,
    findings: &'a Findings<'r>,
) -> impl Iterator<Item = (&'r Id, &'a CouncilFindings<'r>)> {
    let exists = |slug: &Id| frame.register.shelves.dossiers[slug].council().exists_on(frame.today);
    findings.councils.iter().filter(move |(slug, _)| exists(slug)).map(|(slug, found)| (*slug, found))
}

fn name(frame: &Frame<'_>, slug: &Id) -> String {
    frame.register.shelves.dossiers[slug].council().name.clone()
}

/// What the script reads: the measures on which councils compare, and for each council its latest
/// report with its grades, and its values in words.
pub fn data(frame: &Frame<'_>, findings: &Findings<'_>) -> ScriptData {
    let mut measures = BTreeMap::new();
    let mut councils = BTreeMap::new();
    for (slug, found) in existing(frame, findings) {
        let mut values = BTreeMap::new();
        for it in &found.beside {
            let address = Address::measure(it.id).file();
            let title = it.measure.short.as_ref().unwrap_or(&it.measure.title);
            measures.insert(it.id.to_string(), (title.clone(), it.period.long(), address));
            values
                .insert(it.id.to_string(), (money::value(it.measure, it.own).text, caveats(found, it, slug)));
        }
        let region = frame.region(&frame.register.shelves.dossiers[slug].council().region.value);
        councils.insert(
            slug.to_string(),
            json!({ "name": name(frame, slug), "region": region, "report": report(found), "values": values }),
        );
    }
    ScriptData {
        name: "compare-data",
        json: json!({ "measures": measures, "councils": councils }).to_string(),
    }
}

/// What has to be known before a value is used; nothing where there is nothing.
fn caveats(found: &CouncilFindings<'_>, it: &Beside<'_>, slug: &Id) -> Option<String> {
    let table = found.tables.iter().find(|table| table.id == it.id)?;
    let row = table.rows.iter().find(|row| row.period == it.period)?;
    let joint = it.measure.joint_return(slug).map(|joint| joint.because.clone());
    let caution = money::caution(row).map(|caution| format!("Treat with caution: {caution}"));
    let all: Vec<String> = joint.into_iter().chain(caution).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// The latest report: its day, its framework, how its grades are known, and
/// `[judgement, grade, glyph, scope]` of each judgement.
fn report(found: &CouncilFindings<'_>) -> serde_json::Value {
    let Some(standing) = &found.standing else { return serde_json::Value::Null };
    let grades: Vec<_> = standing
        .headline
        .iter()
        .chain(&standing.parts)
        .map(|(it, grade)| {
            (it.wording.as_str(), grade.wording.as_str(), grade.glyph.as_str(), it.scope.as_deref())
        })
        .collect();
    let inspection = &standing.inspection.record;
    let known = (inspection.evidence != Evidence::Report).then(|| inspection.evidence.label());
    json!({
        "day": inspection.published.value.long(),
        "id": standing.inspection.id.as_str(),
        "framework": standing.framework.short,
        "known": known,
        "without": standing.no_headline,
        "grades": grades,
    })
}
