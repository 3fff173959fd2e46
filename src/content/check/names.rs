//! Names that are mentioned must be known; names that are given must be given once.

use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Finding;
use crate::report::Fault;
use crate::report::FileId;
use crate::report::Report;
use crate::report::Span;
use crate::report::Spanned;
use crate::report::list;
use crate::report::nearest;

/// Reports a name that is not among `known`, with the nearest that is.
///
/// * `what`: `a source`; `place`: where to write a new one.
pub fn known<'a>(
    report: &mut Report,
    name: &Spanned<Id>,
    what: &str,
    known: impl Iterator<Item = &'a Id> + Clone,
    place: &str,
) -> bool {
    if known.clone().any(|id| *id == name.value) {
        return true;
    }
    let fault = Fault::error("id::unknown", name.span, format!("`{}` is not {what}", name.value));
    let words = || known.clone().map(Id::as_str);
    report.add(match nearest(name.as_str(), words()) {
        Some(word) => fault
            .label(format!("did you mean `{word}`?"))
            .help(format!("write `{word}`, or describe it in {place}")),
        None if words().count() <= 12 => {
            fault.help(format!("known here: {}; others belong in {place}", list(words())))
        }
        None => fault.help(format!("describe it in {place}")),
    });
    false
}

/// Reports every name that is given twice.
pub fn unique<'a>(report: &mut Report, what: &str, names: impl Iterator<Item = &'a Spanned<Id>>) {
    let mut seen: std::collections::BTreeMap<&Id, Span> = std::collections::BTreeMap::new();
    for name in names {
        match seen.get(&name.value) {
            None => drop(seen.insert(&name.value, name.span)),
            Some(first) => {
                let fault = Fault::error(
                    "id::duplicate",
                    name.span,
                    format!("there are two {what} `{}`", name.value),
                );
                report.add(
                    fault
                        .label("a second time")
                        .also(*first, "first here")
                        .help("give one of them another id"),
                );
            }
        }
    }
}

/// Two findings with the same words and reading would have one name.
///
/// * `file`: where a finding has no place of its own.
pub fn findings(report: &mut Report, file: FileId, all: &[Finding]) {
    for (n, it) in all.iter().enumerate() {
        if all[..n].iter().any(|other| other.text == it.text && other.reading == it.reading) {
            let place = it.area.as_ref().map_or(Span::start_of(file), |area| area.span);
            let message = format!("`{}` stands here twice", it.text);
            let fault = Fault::error("finding::twice", place, message);
            report.add(fault.help("keep one of the two, or say what differs"));
        }
    }
}

/// Reports an end before its start, as far as both are known (E05).
pub fn in_order(
    report: &mut Report,
    code: &'static str,
    first: (&str, &Spanned<PartialDate>),
    then: (&str, &Spanned<PartialDate>),
) {
    if then.1.value.is_before(first.1.value) {
        let message = format!("{} comes before {}", then.0, first.0);
        let fault = Fault::error(code, then.1.span, message).label(then.1.value.long());
        report.add(
            fault
                .also(first.1.span, first.1.value.long())
                .help("one of the two dates is wrong: look it up in the source"),
        );
    }
}

/// Whether an address leads to a page of the web, and to nothing that a browser would run.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// An address that pages lead to.
pub fn web(report: &mut Report, url: &Spanned<String>) {
    if !is_web(&url.value) {
        let message = format!("`{}` is not the address of a web page", url.value);
        report.add(Fault::error("url::web", url.span, message).help("write `https://…`"));
    }
}

/// Warns of a date after the as-at date: an event that has not happened is a commitment.
pub fn not_future(report: &mut Report, today: PartialDate, date: &Spanned<PartialDate>) {
    if today.is_before(date.value) {
        let message = format!("{} is after the as-at date, {}", date.value.long(), today.long());
        let fault = Fault::warning("date::future", date.span, message);
        report.add(
            fault.help("what is only expected is a commitment in `statements.yaml`; else mend the year"),
        );
    }
}
