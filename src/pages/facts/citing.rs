//! What a record or a judgement is cited for: its title, its value as exactly as it is known, and the
//! address that lasts.

use std::collections::BTreeMap;

use crate::analysis::Findings;
use crate::analysis::MeasureRow;
use crate::analysis::MeasureTable;
use crate::domain::Address;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Period;
use crate::domain::Precision;
use crate::domain::uncapitalised;
use crate::pages::facts::changed::changes;
use crate::pages::facts::cite::Citations;
use crate::pages::facts::cite::Cited;
use crate::pages::facts::records::Named;
use crate::pages::parts::Frame;
use crate::pages::words::money;
use crate::pages::words::shown;
use crate::register::Fact;
use crate::register::Register;
use crate::register::Release;
use crate::register::facts::IN_DIGITS;
use crate::register::facts::words::words;

/// A record of a council with its facts, to be cited.
pub struct Citing<'a, 'r> {
    frame: &'a Frame<'r>,
    /// What it is called, and who says so.
    named: &'a Named<'r>,
    /// Its name: `nottingham/inspections/2022-09-05`.
    record: &'a str,
    /// All its facts.
    facts: &'a [&'a Fact<'r>],
    /// The last release, if it has the record as it is now.
    kept: Option<&'a Release>,
    /// The table in which its values stand, and its rows by their periods; nothing where it has no values.
    table: Option<&'a MeasureTable<'r>>,
    rows: BTreeMap<String, &'a MeasureRow<'r>>,
}

impl<'a, 'r> Citing<'a, 'r> {
    /// A record, to be cited.
    pub fn new(
        frame: &'a Frame<'r>,
        findings: &'a Findings<'r>,
        named: &'a Named<'r>,
        record: &'a str,
        facts: &'a [&'a Fact<'r>],
    ) -> Self {
        let page = record.split('/').next().and_then(|slug| slug.parse().ok());
        let page = page.map(|slug| Address::facts(&slug));
        let has_page = |it: &Release| {
            let file = page.as_ref().map(|page| Address::frozen(&it.tag, page).file());
            file.is_some_and(|file| frame.last_kept().is_some_and(|kept| kept.paths.contains(&file)))
        };
        let is_kept = |it: &&Release| has_page(it) && facts.iter().all(|it| findings.is_as_released(it));
        let kept = findings.releases.last().filter(is_kept);
        let parts: Vec<&str> = record.split('/').collect();
        let (mut table, mut rows) = (None, BTreeMap::new());
        if let &[slug, kind @ ("series" | "figures"), id] = parts.as_slice() {
            let found = slug.parse::<Id>().ok().and_then(|slug| findings.councils.get(&slug));
            let is_row = |table: &MeasureTable<'_>, row: &MeasureRow<'_>| match row.figure {
                Some(figure) => kind == "figures" && figure.id.value.as_str() == id,
                None => kind == "series" && table.id.as_str() == id,
            };
            for it in found.into_iter().flat_map(|it| &it.tables) {
                for row in it.rows.iter().filter(|row| is_row(it, row)) {
                    table = Some(it);
                    rows.insert(row.period.to_string(), row);
                }
            }
        }
        Self { frame, named, record, facts, kept, table, rows }
    }
}

impl Citing<'_, '_> {
    /// The record as a whole.
    pub fn record(&self) -> Citations {
        self.forms(self.record, one_line(&self.named.title), self.said())
    }

    /// One judgement of an inspection; nothing for any other fact.
    pub fn judgement(&self, fact: &Fact<'_>) -> Option<Citations> {
        let (what, grade) = self.judged(fact)?;
        let title = format!("{what}, {}", uncapitalised(&one_line(&self.named.title)));
        Some(self.forms(&fact.id(), title, Some(grade)))
    }

    /// What a year of a series says, where its value, its basis and the year do not say it all; nothing for
    /// any other fact.
    pub fn year(&self, fact: &Fact<'_>) -> Option<String> {
        let is_more =
            || self.joint().is_some() || self.beware(fact).is_some() || !self.corrected(fact).is_empty();
        (self.is_series() && is_more()).then(|| self.said_of(fact))
    }

    /// What to beware of in a value; nothing where there is nothing.
    pub fn beware(&self, fact: &Fact<'_>) -> Option<String> {
        let row = if self.is_series() { self.rows.get(&fact.key) } else { self.rows.values().next() };
        row.and_then(|row| money::caution(row)).map(one_line)
    }

    /// That several councils make one return, so that the values are of all of them.
    pub fn joint(&self) -> Option<String> {
        self.table.and_then(|it| it.joint).map(|it| one_line(&it.because))
    }

    /// The basis of a measure in a line: `FOI answer, gross or net not stated, cash terms`.
    pub fn basis(&self) -> Option<String> {
        self.table.map(|it| money::basis(it.measure))
    }

    /// The forms for a record or one of its facts. Where nothing of the record has changed, the page of the
    /// last release is cited.
    fn forms(&self, name: &str, title: String, said: Option<String>) -> Citations {
        let Self { frame, kept, .. } = self;
        let (area, anchor) = name.split_once('/').unwrap_or((name, ""));
        let page = area.parse().map(|slug| Address::facts(&slug)).unwrap_or(Address::home());
        let page = kept.map_or_else(|| page.clone(), |it| Address::frozen(&it.tag, &page));
        let cited = Cited {
            site: &frame.register.site.title,
            key: format!("{}-{}", crate::domain::slug(&frame.register.site.title), name.replace('/', "-")),
            title,
            said,
            source: one_line(&self.named.says),
            url: format!("{}#{anchor}", frame.absolute(&page)),
            as_at: kept.map_or(frame.today, Release::as_at),
            version: kept.map(|it| it.tag.as_str()),
        };
        cited.forms()
    }

    /// The value for which the record is cited, with what to beware of and whether it was corrected: every
    /// judgement of an inspection, a figure as exactly as it is known, the latest of a series.
    fn said(&self) -> Option<String> {
        let judged: Vec<String> = self
            .facts
            .iter()
            .filter_map(|it| self.judged(it))
            .map(|(what, grade)| format!("{what}: {grade}"))
            .collect();
        if !judged.is_empty() {
            return Some(judged.join("; "));
        }
        let is_main = |it: &&&Fact<'_>| self.is_series() || it.key == "value";
        self.facts.iter().rev().find(is_main).map(|it| self.said_of(it))
    }

    fn is_series(&self) -> bool {
        self.record.contains("/series/")
    }

    fn said_of(&self, fact: &Fact<'_>) -> String {
        let basis = || self.basis().map(|it| format!(" ({it})")).unwrap_or_default();
        let value = if self.is_series() {
            self.dated(fact)
        } else {
            exactly(self.facts, &self.shown(fact)) + &basis()
        };
        let beware = [self.joint(), self.beware(fact)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let beware = (!beware.is_empty()).then(|| format!(" (Caution: {beware})"));
        format!("{value}{}{}", beware.unwrap_or_default(), self.corrected(fact))
    }

    /// A value of a series with its day or year and its basis: `10.4% (30 September 2025; census)`.
    fn dated(&self, fact: &Fact<'_>) -> String {
        let basis = self.basis().map(|it| format!("; {it}")).unwrap_or_default();
        format!("{} ({}{basis})", self.shown(fact), period(self.frame.register, fact))
    }

    /// The official wording of a judgement and of its grade; nothing for any other fact.
    fn judged(&self, fact: &Fact<'_>) -> Option<(String, String)> {
        if !fact.key.starts_with("judgements/") {
            return None;
        }
        let what = words(&self.frame.register.shelves, &fact.id()).what;
        Some((what, self.shown(fact) + &self.corrected(fact)))
    }

    fn shown(&self, fact: &Fact<'_>) -> String {
        shown(self.frame.register, &fact.id(), &fact.value)
    }

    /// ` (Correction of 20 November 2026; it was £3,895,726)`, or nothing.
    fn corrected(&self, fact: &Fact<'_>) -> String {
        changes(self.frame, &fact.id()).first().map(|it| it.in_brief()).unwrap_or_default()
    }
}

/// The period of a value of a series, as pages have it: `30 September 2025`, `2022-23`.
pub fn period(register: &Register, fact: &Fact<'_>) -> String {
    let measure = fact.record.rsplit('/').next().and_then(|id| register.shelves.measures.get(id));
    let period = measure.and_then(|it| Period::named(&fact.key, it.period));
    period.map_or_else(|| fact.key.clone(), Period::short)
}

/// A figure with how exactly it is given: `more than £2,171,000`, `25% (in its source’s words: almost a
/// quarter)`.
fn exactly(facts: &[&Fact<'_>], value: &str) -> String {
    let of = |key: &str| facts.iter().find(|it| it.key == key).map(|it| it.value.as_str());
    if let Some(words) = of("as-said").filter(|it| *it != IN_DIGITS) {
        return format!("{value} (in its source’s words: {words})");
    }
    let word = of("precision").unwrap_or_default();
    if word == Precision::Rounded.word() {
        return format!("{value} (rounded)");
    }
    match Precision::WORDS.iter().find(|(it, _)| *it == word).map_or("", |(_, it)| it.label()) {
        "" => value.to_owned(),
        label => format!("{label} {value}"),
    }
}

/// A text without line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
