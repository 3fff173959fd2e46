//! The records that facts belong to: what they are called, where their pages are, who says so.

use crate::domain::Address;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::sections::said::speaker;
use crate::record::Citations;
use crate::record::Source;
use crate::register::Dossier;

/// Groups in the order of the page, by the second part of a record's name.
const GROUPS: [(&str, &str); 9] = [
    ("inspections", "Inspections"),
    ("visits", "Visits"),
    ("interventions", "Interventions"),
    ("events", "Meetings, decisions and grants"),
    ("promises", "Promises"),
    ("statements", "Statements"),
    ("figures", "Figures"),
    ("cautions", "Cautions beside figures"),
    ("series", "National series"),
];
/// Everything else.
const COUNCIL: (&str, &str) = ("council", "The council");

/// What a record is called and where it stands.
#[derive(Debug, Clone)]
pub struct Named<'r> {
    /// Anchor and title of its group.
    pub group: (&'static str, &'static str),
    /// Its title with the council, for citations.
    pub title: String,
    /// Its title on the page of the council, leading to the page where it stands.
    pub page: Link,
    /// What says so.
    pub source: &'r Citations,
    /// The nearest source in a line: `Ofsted, ‘Nottingham: inspection report’, 5 September 2022`.
    pub says: String,
}

impl Named<'_> {
    /// The end of its title, of which council it is: ` (Nottingham City Council)`.
    pub fn of_council(&self) -> &str {
        self.title.strip_prefix(&self.page.text).unwrap_or_default()
    }
}

/// Place of a group on the page.
pub fn rank(group: &str) -> usize {
    GROUPS.iter().position(|(id, _)| *id == group).unwrap_or(GROUPS.len())
}

/// The record of this name, which is one of the council's.
pub fn named<'r>(frame: &Frame<'r>, slug: &Id, record: &str, here: &Here) -> Named<'r> {
    let dossier = &frame.register.shelves.dossiers[slug];
    let mut parts = record.split('/').skip(1);
    let (kind, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let group = GROUPS.into_iter().find(|(it, _)| *it == kind).unwrap_or(COUNCIL);
    let (title, page, source) = found(frame, slug, dossier, kind, id);
    let council = &dossier.council().official_name;
    let link = Link { text: title.clone(), href: way(here, &page) };
    Named { group, title: format!("{title} ({council})"), page: link, source, says: says(frame, source) }
}

/// A page with perhaps an anchor.
type Place = (Address, String);

fn way(here: &Here, (page, anchor): &Place) -> String {
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    format!("{}{anchor}", here.href(page))
}

fn found<'r>(
    frame: &Frame<'r>,
    slug: &Id,
    dossier: &'r Dossier,
    kind: &str,
    id: &str,
) -> (String, Place, &'r Citations) {
    let at = |page: Address| (page, String::new());
    let own = || {
        let council = dossier.council();
        ("The council".to_owned(), at(Address::council(slug)), &council.source)
    };
    let inspection = || dossier.inspections.iter().find(|it| it.id.as_str() == id);
    let visit = || dossier.visits.iter().find(|it| it.id.as_str() == id);
    let found = match kind {
        "inspections" => inspection().map(|it| {
            let title = format!("Inspection report, {}", it.record.published.value.long());
            (title, at(Address::inspection(slug, &it.id)), &it.record.source)
        }),
        "visits" => visit().map(|it| {
            let title = format!("Visit, {}", it.record.start.value.long());
            (title, at(Address::visit(slug, &it.id)), &it.record.source)
        }),
        "interventions" => dossier.interventions.iter().find(|it| it.id.value.as_str() == id).map(|it| {
            let since = it.from.value.known().map(|from| format!(", {}", from.long())).unwrap_or_default();
            (format!("{}{since}", it.instrument), at(Address::intervention(slug, &it.id.value)), &it.source)
        }),
        "events" => dossier.events.iter().find(|it| it.id.value.as_str() == id).map(|it| {
            let title = format!("{}, {}", it.title, it.date.value.long());
            (title, (Address::council(slug), format!("e-{id}")), &it.source)
        }),
        "promises" => dossier.commitments.iter().find(|it| it.id.value.as_str() == id).map(|it| {
            let title = format!("Promised or expected, {}: {}", it.date.value.long(), it.promised);
            (title, (Address::statements(slug), id.to_owned()), &it.source)
        }),
        "statements" => dossier.statements.iter().find(|it| it.id.value.as_str() == id).map(|it| {
            let title = format!("{}, {}, {}", speaker(&it.speaker), it.forum, it.date.value.long());
            (title, (Address::statements(slug), id.to_owned()), &it.source)
        }),
        "figures" => dossier.figures.iter().find(|it| it.id.value.as_str() == id).map(|it| {
            let measure = frame.register.measure(&it.measure.value);
            (
                format!("{}, {}", measure.title, it.period.value),
                (Address::spending(slug), id.to_owned()),
                &it.source,
            )
        }),
        "cautions" => dossier.cautions.iter().find(|it| it.measure.value.as_str() == id).map(|it| {
            let title = format!("Caution: {}", frame.register.measure(&it.measure.value).title);
            (title, (Address::spending(slug), id.to_owned()), &it.source)
        }),
        _ => frame.register.shelves.measures.get(id).and_then(|measure| {
            let source = measure.source.as_ref()?;
            Some((measure.title.clone(), (Address::spending(slug), id.to_owned()), source))
        }),
    };
    found.unwrap_or_else(own)
}

/// The nearest two sources, and how many more there are.
fn says(frame: &Frame<'_>, source: &Citations) -> String {
    let mut all: Vec<&Source> = source.0.iter().map(|it| frame.register.source(&it.id.value)).collect();
    all.sort_by_key(|it| it.tier.value);
    let one = |it: &&Source| {
        let on = it.published.as_ref().map(|on| format!(", {}", on.value.long())).unwrap_or_default();
        format!("{}, ‘{}’{on}", it.publisher, it.title)
    };
    let more = match all.len().saturating_sub(2) {
        0 => String::new(),
        n => format!("; and {n} more"),
    };
    all.iter().take(2).map(one).collect::<Vec<_>>().join("; ") + &more
}
