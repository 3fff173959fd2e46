//! Corrections: what the site said, what it says now, and why.

use serde::Serialize;

use crate::domain::Address;
use crate::pages::parts::DateView;
use crate::pages::parts::Frame;
use crate::pages::parts::Head;
use crate::pages::parts::Here;
use crate::record::Correction;

/// The corrections, latest first.
#[derive(Debug, Serialize)]
pub struct CorrectionsPage {
    corrections: Vec<CorrectionView>,
}

/// One correction.
#[derive(Debug, Serialize)]
struct CorrectionView {
    id: String,
    on: DateView,
    about: String,
    was: String,
    now: String,
    because: String,
    told_by: Option<String>,
}

/// The page and its head.
pub fn page(frame: &Frame<'_>) -> (Head, CorrectionsPage) {
    let here = Here::at(Address::top("corrections"));
    let mut all: Vec<&Correction> = frame.register.shelves.corrections.iter().collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.on.value));
    let views = all.into_iter().map(|it| CorrectionView {
        id: it.id.value.to_string(),
        on: it.on.value.into(),
        about: it.about.value.clone(),
        was: it.was.clone(),
        now: it.now.clone(),
        because: it.because.clone(),
        told_by: it.told_by.clone(),
    });
    let page = CorrectionsPage { corrections: views.collect() };
    (frame.head(&here, "Corrections", "What this record got wrong and has put right.", Vec::new()), page)
}
