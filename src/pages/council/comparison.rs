//! A council beside its statistical neighbours, its region and England, without ranks.

use serde::Serialize;

use crate::analysis::Beside;
use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::Link;
use crate::pages::parts::Note;
use crate::pages::parts::Notes;
use crate::pages::sections::spread::Comparison;
use crate::pages::sections::spread::SpreadView;
use crate::pages::words::money;
use crate::pages::words::money::FigureView;
use crate::register::Dossier;
use crate::register::Value;

/// A council beside others.
#[derive(Debug, Serialize)]
pub struct ComparisonView {
    model: String,
    region: String,
    measures: Vec<ColumnView>,
    rows: Vec<RowView>,
    joint: Vec<(String, String)>,
    notes: Vec<Note>,
}

/// A measure and its period.
#[derive(Debug, Serialize)]
struct ColumnView {
    link: Link,
    short: String,
    period: String,
    spread: Option<SpreadView>,
    notes: Vec<Note>,
}

/// A council, a region or England, with a value for each measure.
#[derive(Debug, Serialize)]
struct RowView {
    name: String,
    href: Option<String>,
    kind: &'static str,
    values: Vec<FigureView>,
}

/// The comparison of a council; nothing without neighbours or values.
pub fn comparison(
    slug: &Id,
    dossier: &Dossier,
    beside: &[Beside<'_>],
    region: &str,
    notes: &mut Notes<'_>,
) -> Option<ComparisonView> {
    let council = dossier.council();
    let neighbours = council.neighbours.as_ref()?;
    if beside.is_empty() || neighbours.councils.is_empty() {
        return None;
    }
    let mut rows = vec![row(council.name.clone(), None, "own", beside, |it| Some(it.own))];
    let mut others: Vec<RowView> = neighbours
        .councils
        .iter()
        .enumerate()
        .map(|(at, other)| {
            let name = notes.register().shelves.dossiers[&other.value].council().name.clone();
            let href = notes.here().href(&Address::council(&other.value));
            row(name, Some(href), "neighbour", beside, |it| it.neighbours[at].1)
        })
        .collect();
    others.sort_by(|a, b| a.name.cmp(&b.name));
    rows.extend(others);
    rows.push(row(
        region.to_owned(),
        Some(notes.here().href(&Address::region(&council.region.value))),
        "area",
        beside,
        |it| it.region,
    ));
    if beside.iter().any(|it| it.england.is_some()) {
        rows.push(row("England".to_owned(), None, "area", beside, |it| it.england));
    }
    Some(ComparisonView {
        model: neighbours.model.clone(),
        region: region.to_owned(),
        measures: beside.iter().map(|it| column(slug, it, notes)).collect(),
        rows,
        joint: joint(beside, slug),
        notes: notes.cite(&neighbours.source),
    })
}

/// The council's own values that are of a joint return: measure and what to know of it.
fn joint(beside: &[Beside<'_>], slug: &Id) -> Vec<(String, String)> {
    let of =
        |it: &Beside<'_>| Some((it.measure.title.clone(), it.measure.joint_return(slug)?.because.clone()));
    beside.iter().filter_map(of).collect()
}

fn column(slug: &Id, it: &Beside<'_>, notes: &mut Notes<'_>) -> ColumnView {
    let register = notes.register();
    let spread = Comparison::of(register, it.id, it.measure, it.period);
    let title = it.measure.title.clone();
    ColumnView {
        short: it.measure.short.clone().unwrap_or_else(|| title.clone()),
        link: notes.here().link(&Address::measure(it.id), title),
        period: it.period.long(),
        spread: spread.and_then(|spread| spread.view(register, Some(slug))),
        notes: it.measure.source.as_ref().map(|source| notes.cite(source)).unwrap_or_default(),
    }
}

fn row<'r>(
    name: String,
    href: Option<String>,
    kind: &'static str,
    beside: &[Beside<'r>],
    value: impl Fn(&Beside<'r>) -> Option<Value>,
) -> RowView {
    let missing =
        || FigureView { text: "not recorded here".to_owned(), machine: String::new(), known: false };
    let values =
        beside.iter().map(|it| value(it).map_or_else(missing, |value| money::value(it.measure, value)));
    RowView { name, href, kind, values: values.collect() }
}
