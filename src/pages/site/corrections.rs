//! Corrections: what the site said, what it says now, and why.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::Address;
use crate::domain::Choice;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::pages::parts::Link;
use crate::pages::parts::place;
use crate::pages::words::shown;
use crate::record::Correction;
use crate::record::correction::Change;
use crate::register::facts::words::words;

/// The corrections, latest first.
#[derive(Debug, Serialize)]
pub struct CorrectionsPage {
    corrections: Vec<CorrectionView>,
}

/// One correction.
#[derive(Debug, Serialize)]
struct CorrectionView {
    id: String,
    kind: &'static str,
    on: DateView,
    about: Link,
    was: String,
    now: String,
    because: String,
    told_by: Option<String>,
    changes: Vec<ChangedView>,
}

/// A fact that a correction changes.
#[derive(Debug, Serialize)]
struct ChangedView {
    what: Link,
    was: String,
    now: Option<String>,
}

/// The page and its head.
pub fn page(frame: &Frame<'_>) -> (Head, CorrectionsPage) {
    let here = Here::at(Address::top("corrections"));
    let mut all: Vec<&Correction> = frame.register.shelves.corrections.iter().collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.on.value));
    let views = all.into_iter().map(|it| CorrectionView {
        id: it.id.value.to_string(),
        kind: it.kind.label(),
        on: it.on.value.into(),
        about: Link { text: place(frame.register, &it.about.value), href: about(&here, &it.about.value) },
        was: it.was.clone(),
        now: it.now.clone(),
        because: it.because.clone(),
        told_by: it.told_by.clone(),
        changes: changes(frame, &here, it),
    });
    let page = CorrectionsPage { corrections: views.collect() };
    (frame.head(&here, "Corrections", "What this record got wrong and has put right.", Vec::new()), page)
}

/// The way to the page that a correction is about, which was checked to be there.
fn about(here: &Here, page: &str) -> String {
    let (page, anchor) = page.split_once('#').unwrap_or((page, ""));
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    format!("{}{}index.html{anchor}", here.root(), &page[1..])
}

/// The facts that an entry changes; those of one record that are all withdrawn stand together.
fn changes(frame: &Frame<'_>, here: &Here, it: &Correction) -> Vec<ChangedView> {
    let record = |fact: &str| fact.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    let mut all: Vec<ChangedView> = Vec::new();
    let mut done: BTreeSet<String> = BTreeSet::new();
    for change in &it.changes {
        let own = record(&change.fact.value);
        let beside = || it.changes.iter().filter(|other| record(&other.fact.value) == own);
        let are_gone = beside().count() > 1 && beside().all(|other| other.now.is_none());
        if !are_gone {
            all.push(changed(frame, here, change));
        } else if done.insert(own.clone()) {
            let words = words(&frame.register.shelves, &change.fact.value);
            let text = format!("{}, {}", words.subject, words.record);
            let facts =
                beside().map(|it| (fact_of(frame, it), shown(frame.register, &it.fact.value, &it.was.value)));
            let was = facts.map(|(what, was)| format!("{what}: {was}")).collect::<Vec<_>>().join("; ");
            all.push(ChangedView {
                what: Link { text, href: frame.to_fact(here, &change.fact.value) },
                was,
                now: None,
            });
        }
    }
    all
}

fn fact_of(frame: &Frame<'_>, it: &Change) -> String {
    words(&frame.register.shelves, &it.fact.value).what
}

fn changed(frame: &Frame<'_>, here: &Here, it: &Change) -> ChangedView {
    let fact = &it.fact.value;
    let show = |value: &String| shown(frame.register, fact, value);
    let text = words(&frame.register.shelves, fact).line();
    let href = frame.to_fact(here, fact);
    ChangedView {
        what: Link { text, href },
        was: show(&it.was.value),
        now: it.now.as_ref().map(|now| show(&now.value)),
    }
}
