//! The meeting brief: a council on two sides of paper, made for print in black and white.

use serde::Serialize;

use crate::analysis::CouncilFindings;
use crate::domain::Address;
use crate::domain::Id;
use crate::domain::OutcomeStatus;
use crate::pages::council::questions::questions;
use crate::pages::parts::DateView;
use crate::pages::parts::FindingView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::Notes;
use crate::pages::parts::SourceView;
use crate::pages::sections::grid;
use crate::pages::sections::grid::GridView;
use crate::pages::sections::headlines::HeadlineView;
use crate::pages::sections::headlines::headlines;
use crate::pages::sections::said;
use crate::pages::sections::said::CommitmentView;
use crate::pages::sections::standing;
use crate::pages::sections::standing::StandingView;
use crate::record::Commitment;
use crate::register::Dossier;

/// How much of each kind has room on two sides.
const REPORTS: usize = 4;
const FINDINGS: usize = 4;
const FIGURES: usize = 6;
const PROMISES: usize = 11;
const QUESTIONS: usize = 7;

/// A council on two sides of paper.
#[derive(Debug, Serialize)]
pub struct BriefPage {
    council: Link,
    official_name: String,
    /// Where addresses on paper begin: `loxley.example`.
    host: String,
    /// The council's address on paper.
    path: String,
    /// The last day of a council that is no more.
    abolished: Option<DateView>,
    standing: Option<StandingView>,
    grid: Option<GridView>,
    visit: Option<(Link, Vec<FindingView>)>,
    figures: Vec<HeadlineView>,
    promises: Vec<CommitmentView>,
    more_promises: usize,
    questions: Vec<String>,
    sources: Vec<SourceView>,
}

/// The page, its head, and the sources that it cites.
pub fn page(
    frame: &Frame<'_>,
    slug: &Id,
    dossier: &Dossier,
    findings: &CouncilFindings<'_>,
) -> (Head, BriefPage, Vec<Id>) {
    let here = Here::at(Address::brief(slug));
    let mut notes = Notes::new(frame.register, here.clone());
    let council = dossier.council();
    let chosen = promises(dossier);
    let spending = here.href(&Address::spending(slug));
    let page = BriefPage {
        council: frame.council(&here, slug),
        official_name: council.official_name.clone(),
        path: Address::council(slug).to_string(),
        host: frame.host().to_owned(),
        abolished: council.ended_before(frame.today).map(|it| it.on.value.into()),
        standing: findings.standing.as_ref().map(|it| standing::standing(slug, it, dossier, &mut notes)),
        grid: (!findings.grid.columns.is_empty())
            .then(|| grid::grid(slug, &findings.grid, &mut notes.aside()).latest(REPORTS)),
        visit: visit(slug, dossier, &mut notes),
        figures: headlines(&findings.tables, &spending, FIGURES, &mut notes),
        more_promises: dossier.commitments.len() - chosen.len(),
        promises: chosen.into_iter().map(|it| said::commitment(frame.today, it, &mut notes)).collect(),
        questions: questions(frame.today, frame.register, dossier, findings)
            .into_iter()
            .take(QUESTIONS)
            .collect(),
        sources: notes.sources(),
    };
    let about = format!(
        "{} on two sides of A4: position, grades, last visit, money, promises and open questions, with sources.",
        council.official_name
    );
    let head = frame.head(&here, format!("{}: meeting brief", council.name), about, frame.way(&here, slug));
    (head, page, notes.ids())
}

/// The promises with room on the page: those not kept before those still
/// open and those settled; they stand in the order of their dates.
fn promises(dossier: &Dossier) -> Vec<&Commitment> {
    let mut all: Vec<&Commitment> = dossier.commitments.iter().rev().collect();
    all.sort_by_key(|it| weight(it));
    all.truncate(PROMISES);
    all.sort_by_key(|it| it.date.value);
    all
}

/// How urgently a promise has to be asked about; the least first.
pub fn weight(it: &Commitment) -> u8 {
    match it.outcome.as_ref().map(|outcome| outcome.status.value) {
        Some(OutcomeStatus::NotMet) => 0,
        None => 1,
        Some(OutcomeStatus::CannotTell) => 2,
        Some(_) => 3,
    }
}

/// The latest visit and what it found.
fn visit(slug: &Id, dossier: &Dossier, notes: &mut Notes<'_>) -> Option<(Link, Vec<FindingView>)> {
    let visit = dossier.visits.last()?;
    let link = notes.here().link(&Address::visit(slug, &visit.id), visit.record.start.value.long());
    let findings = visit.record.findings.iter().take(FINDINGS);
    Some((link, findings.map(|it| FindingView::new(it, None, notes)).collect()))
}
