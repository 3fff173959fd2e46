//! Checks of replies: whoever is named in an adverse item is asked (E17).

use std::collections::BTreeSet;

use crate::content::check::names;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::reply::Reply;
use crate::register::Dossier;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

/// Checks every reply, and that every adverse item has one.
///
/// * `today`: the as-at date.
pub fn check(report: &mut Report, today: PartialDate, records: &Records) {
    let replies = &records.shelves.replies;
    names::unique(report, "replies", replies.iter().map(|it| &it.id));
    let dossiers = records.shelves.dossiers.iter();
    let adverse: Vec<(String, &Spanned<String>)> =
        dossiers.flat_map(|(slug, dossier)| adverse(slug, dossier)).collect();
    for (record, body) in &adverse {
        let asked = replies.iter().any(|it| it.about.value == *record && it.body.value == body.value);
        if !asked {
            let message = format!("`{}` is named in an adverse item and no reply was asked for", body.value);
            let fault = Fault::error("reply::missing", body.span, message);
            report.add(fault.help(format!(
                "ask them, and write an entry with `about: {record}` into `content/replies.yaml`: `body`, `asked`, `due`"
            )));
        }
    }
    let known: BTreeSet<&str> = adverse.iter().map(|(record, _)| record.as_str()).collect();
    replies.iter().for_each(|it| entry(report, today, &known, it));
}

/// The items of a council that say something adverse of someone named, by their records’ names.
fn adverse<'r>(slug: &Id, it: &'r Dossier) -> Vec<(String, &'r Spanned<String>)> {
    let of = |kind: &str, id: &Id, to: &'r Option<Spanned<String>>| {
        to.as_ref().map(|to| (format!("{slug}/{kind}/{id}"), to))
    };
    let events = it.events.iter().filter_map(|it| of("events", &it.id.value, &it.adverse_to));
    let statements = it.statements.iter().filter_map(|it| of("statements", &it.id.value, &it.adverse_to));
    let figures = it.figures.iter().filter_map(|it| of("figures", &it.id.value, &it.adverse_to));
    events.chain(statements).chain(figures).collect()
}

fn entry(report: &mut Report, today: PartialDate, known: &BTreeSet<&str>, it: &Reply) {
    if !known.contains(it.about.value.as_str()) {
        let message = format!("`{}` is no record with `adverse_to`", it.about.value);
        let near = crate::report::nearest(&it.about.value, known.iter().copied());
        let fault = Fault::error("reply::about", it.about.span, message);
        report.add(fault.suggest(near, "write the name of the record, and `adverse_to:` there"));
    }
    if today.is_before(it.asked.value) {
        let message = format!("{} is after the as-at date, {}", it.asked.value.long(), today.long());
        let fault = Fault::error("reply::future", it.asked.span, message);
        report.add(fault.help("write the day on which they were asked"));
    }
    names::in_order(report, "reply::order", ("the request", &it.asked), ("the day it asks for", &it.due));
    if let Some(received) = &it.received {
        names::not_future(report, today, received);
        names::in_order(report, "reply::order", ("the request", &it.asked), ("the reply", received));
    }
    if it.received.is_some() != it.text.is_some() {
        let fault = Fault::error("reply::half", it.id.span, "a reply has a day and a text");
        report.add(fault.help("write both `received:` and `text:`, or neither while there is no reply"));
    }
}
