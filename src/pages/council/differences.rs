//! The page of what sources report differently about one council: all is kept, one value is shown.

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Id;
use crate::domain::capitalised;
use crate::pages::council::inspection::disputed_values;
use crate::pages::council::intervention;
use crate::pages::council::visit::disputed_visit;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::sections::disagreement::DisagreementView;
use crate::pages::sections::disagreement::disagreements;
use crate::pages::sections::disagreement::of_figure;
use crate::pages::sections::said;
use crate::register::Dossier;

/// Records with values that others report differently.
pub type Disputed = Vec<(Option<Link>, Vec<DisagreementView>)>;

/// The page of a council's disagreements.
#[derive(Debug, Serialize)]
pub struct DifferencesPage {
    council: Link,
    disagreements: Disputed,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites; nothing where sources agree.
pub fn page(frame: &Frame<'_>, slug: &Id, dossier: &Dossier) -> Option<(Head, DifferencesPage, Vec<Id>)> {
    let here = Here::at(Address::differences(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let disagreements = disputes(slug, dossier, &mut notes);
    if disagreements.is_empty() {
        return None;
    }
    let name = &dossier.council().name;
    let page =
        DifferencesPage { council: frame.council(&here, slug), disagreements, sources: notes.sources() };
    let about = format!(
        "What sources report differently about {name}, which value is shown here, and by which rule."
    );
    let head = frame.head(&here, format!("{name}: where sources differ"), about, frame.way(&here, slug));
    Some((head, page, notes.ids()))
}

/// How many records of a council have values that others report differently.
pub fn count(frame: &Frame<'_>, slug: &Id, dossier: &Dossier) -> usize {
    let mut notes = Notes::new(frame.register, Here::at(Address::differences(slug)));
    disputes(slug, dossier, &mut notes).iter().map(|(_, all)| all.len()).sum()
}

/// Every disagreement on record about the council, under the record that it is about.
pub fn disputes(slug: &Id, dossier: &Dossier, notes: &mut Notes<'_>) -> Disputed {
    let here = notes.here().clone();
    let mut all: Disputed = Vec::new();
    for it in &dossier.inspections {
        let link = here.link(
            &Address::inspection(slug, &it.id),
            format!("Inspection report of {}", it.record.published.value.long()),
        );
        all.push((Some(link), disputed_values(it, notes)));
    }
    for it in &dossier.visits {
        let link =
            here.link(&Address::visit(slug, &it.id), format!("Visit of {}", it.record.start.value.long()));
        all.push((Some(link), disputed_visit(&it.record, notes)));
    }
    for it in &dossier.interventions {
        let since = it.from.value.known().map(|from| format!(", {}", from.long())).unwrap_or_default();
        let link = here.link(&Address::intervention(slug, &it.id.value), format!("{}{since}", it.instrument));
        all.push((Some(link), intervention::disputed(it, notes)));
    }
    for it in &dossier.events {
        let shown = |key: &str| match key {
            "date" => it.date.value.long(),
            "about" => it.about.clone().unwrap_or_default(),
            _ => it.title.clone(),
        };
        let council = here.href(&Address::council(slug));
        let link = Link { text: it.title.clone(), href: format!("{council}#timeline") };
        all.push((Some(link), disagreements(&it.also_reported, &shown, notes)));
    }
    let page = here.href(&Address::statements(slug));
    for it in &dossier.commitments {
        let link = Link { text: capitalised(&it.promised), href: format!("{page}#{}", it.id.value) };
        let shown = |key: &str| match key {
            "date" => it.date.value.long(),
            "forum" => it.forum.clone(),
            "due" => it.due.as_ref().map_or_else(|| "no day".to_owned(), |due| due.value.long()),
            "speaker" => said::speaker(&it.speaker),
            "outcome" => it.outcome.as_ref().map(|it| it.what.clone()).unwrap_or_default(),
            _ => it.promised.clone(),
        };
        all.push((Some(link), disagreements(&it.also_reported, &shown, notes)));
    }
    for it in &dossier.statements {
        let text = format!("{}, {}", said::speaker(&it.speaker), it.date.value.long());
        let link = Link { text, href: format!("{page}#{}", it.id.value) };
        let shown = |key: &str| match key {
            "date" => it.date.value.long(),
            "forum" => it.forum.clone(),
            "speaker" => said::speaker(&it.speaker),
            _ => it.said.clone(),
        };
        all.push((Some(link), disagreements(&it.also_reported, &shown, notes)));
    }
    all.extend(figures(slug, dossier, notes));
    all.retain(|(_, disagreements)| !disagreements.is_empty());
    all
}

fn figures(slug: &Id, dossier: &Dossier, notes: &mut Notes<'_>) -> Disputed {
    let spending = notes.here().href(&Address::spending(slug));
    let disputed = dossier.figures.iter().filter_map(|it| it.also_reported.as_ref().map(|also| (it, also)));
    disputed
        .map(|(figure, also)| {
            let measure = notes.register().measure(&figure.measure.value);
            let link = Link { text: measure.title.clone(), href: format!("{spending}#{}", figure.id.value) };
            (Some(link), vec![of_figure(measure, figure, also, notes)])
        })
        .collect()
}
