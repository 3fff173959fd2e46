//! How the record is known: facts by kind of source, what rests on little, and what is missing, so
//! that an editor can mend the worst of it from here.

use serde::Serialize;

use crate::analysis::Findings;
use crate::analysis::gaps::Gap;
use crate::analysis::gaps::GapKind;
use crate::analysis::gaps::gaps;
use crate::analysis::statistics;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::capitalised;
use crate::domain::grouped;
use crate::domain::share;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::PageFile;

/// How many gaps stand at the head of the page.
const WORST: usize = 10;

/// How the record is known.
#[derive(Debug, Serialize)]
pub struct EvidencePage {
    facts: String,
    tiers: Vec<(String, String, String)>,
    archived: (String, String),
    unarchived: (String, String),
    single: (String, String),
    old: (String, String),
    undated: (String, String),
    disputed: String,
    worst: Vec<GapView>,
    kinds: Vec<(&'static str, usize)>,
    councils: Vec<CouncilView>,
    none: Vec<Link>,
    total: usize,
    conflicts: String,
    /// Requests for a reply: all, and those answered.
    replies: (usize, usize),
    /// Every gap as a table.
    #[serde(skip)]
    pub files: Vec<PageFile>,
}

/// A gap.
#[derive(Debug, Serialize)]
struct GapView {
    council: Link,
    kind: &'static str,
    page: Link,
    file: String,
    /// Where it may be found, or what to do.
    cure: &'static str,
}

/// The gaps of a council.
#[derive(Debug, Serialize)]
struct CouncilView {
    council: Link,
    /// What is missing, each with how often: `Visit since then without findings: 3`.
    kinds: Vec<(&'static str, usize)>,
    total: usize,
}

/// The page and its head.
pub fn page(frame: &Frame<'_>, findings: &Findings<'_>) -> (Head, EvidencePage, Vec<Id>) {
    let here = Here::at(Address::top("evidence"));
    let known = statistics(frame.today, frame.register);
    let all = gaps(frame.today, frame.register, findings);
    let n = |n: usize| grouped(n.into(), 0);
    let of = |part: usize| (n(part), share(part, known.facts));
    let councils = councils(frame, &here, &all);
    let page = EvidencePage {
        facts: n(known.facts),
        tiers: known
            .tiers
            .iter()
            .map(|(tier, count)| (capitalised(tier.label()), n(*count), share(*count, known.facts)))
            .collect(),
        archived: of(known.facts - known.unarchived),
        unarchived: of(known.unarchived),
        single: of(known.single),
        old: of(known.old),
        undated: of(known.undated),
        disputed: n(known.disputed),
        worst: worst(frame, &here, &all),
        kinds: kinds(all.iter()),
        none: frame
            .register
            .shelves
            .dossiers
            .iter()
            .filter(|(slug, it)| {
                it.council().exists_on(frame.today) && !all.iter().any(|gap| gap.council == *slug)
            })
            .map(|(slug, _)| frame.council(&here, slug))
            .collect(),
        councils,
        total: all.len(),
        replies: replies(frame),
        conflicts: here.href(&Address::top("conflicts")),
        files: vec![table(&all)],
    };
    let about = "How the facts of this record are known, what rests on little, and what is missing, council by council.";
    (frame.head(&here, "How this record is known", about, Vec::new()), page, Vec::new())
}

fn replies(frame: &Frame<'_>) -> (usize, usize) {
    let all = &frame.register.shelves.replies;
    (all.len(), all.iter().filter(|it| it.received.is_some()).count())
}

/// The weightiest gaps, at most three of a kind before others have their turn.
fn worst(frame: &Frame<'_>, here: &Here, all: &[Gap<'_>]) -> Vec<GapView> {
    let rank = |at: usize| all[..at].iter().filter(|it| it.kind == all[at].kind).count() / 3;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| (rank(*at), *at));
    order.truncate(WORST);
    order.sort_unstable();
    order.into_iter().map(|at| view(frame, here, &all[at])).collect()
}

fn view(frame: &Frame<'_>, here: &Here, it: &Gap<'_>) -> GapView {
    GapView {
        council: frame.council(here, it.council),
        kind: it.kind.label(),
        page: here.link(&it.page, capitalised(&it.what)),
        file: it.file.clone(),
        cure: cure(it.kind),
    }
}

/// What an editor does about it.
fn cure(kind: GapKind) -> &'static str {
    match kind {
        GapKind::Inspection => {
            "find the latest report on the inspectorate’s page of the council and add a file for it"
        }
        GapKind::Report => "read the report, put its grades, days and areas in, and write ‘evidence: report’",
        GapKind::Areas => "read the list of what needs to improve and put it under ‘areas:’",
        GapKind::Visit => {
            "read the letter, write what it found under ‘findings:’ and name it under ‘source:’"
        }
        GapKind::Late => "look what became of it and write it under ‘outcome:’, with its source",
        GapKind::Untold => "look in minutes and reports since then; change the outcome if they tell",
        GapKind::Search => {
            "look for notices, directions and minutes; write what you find, and how far you looked under ‘horizons:’ in ‘council.md’"
        }
        GapKind::End => "find whether it was lifted, revoked or replaced, and write ‘to:’ and ‘ended_how:’",
        GapKind::Value => "ask the council or its papers for the value, and add it with its source",
    }
}

fn kinds<'a, 'r: 'a>(gaps: impl Iterator<Item = &'a Gap<'r>> + Clone) -> Vec<(&'static str, usize)> {
    let count = |kind: GapKind| gaps.clone().filter(|it| it.kind == kind).count();
    let all = GapKind::WORDS.iter().map(|(_, kind)| (kind.label(), count(*kind)));
    all.filter(|(_, n)| *n > 0).collect()
}

fn councils(frame: &Frame<'_>, here: &Here, all: &[Gap<'_>]) -> Vec<CouncilView> {
    let slugs = frame.register.shelves.dossiers.keys();
    let view = |slug: &Id| {
        let own = all.iter().filter(|it| it.council == slug);
        CouncilView { council: frame.council(here, slug), kinds: kinds(own.clone()), total: own.count() }
    };
    slugs.map(view).filter(|it| it.total > 0).collect()
}

fn table(all: &[Gap<'_>]) -> PageFile {
    let head = ["council", "gap", "what", "file", "page", "weight"];
    let rows = all.iter().map(|it| {
        vec![
            it.council.to_string(),
            it.kind.label().to_owned(),
            it.what.clone(),
            it.file.clone(),
            it.page.to_string(),
            it.weight.to_string(),
        ]
    });
    PageFile::table("gaps", &head, &rows.collect::<Vec<_>>())
}
