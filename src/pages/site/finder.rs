//! What the finder reads: every name that leads to a council.

use serde_json::json;

use crate::analysis::Findings;
use crate::domain::Address;
use crate::pages::nation::councils;
use crate::pages::parts::Frame;
use crate::pages::parts::Here;
use crate::pages::parts::ScriptData;

/// Names with the council that each leads to: `[name, slug, why, weight]`.
pub fn names(frame: &Frame<'_>, findings: &Findings<'_>) -> ScriptData {
    let here = Here::at(Address::home());
    let names = councils::names(frame, findings, &here);
    ScriptData { name: "finder", json: json!(names).to_string() }
}
