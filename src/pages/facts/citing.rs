//! What a record or a judgement is cited for: its title, its value as exactly as it is known, and the
//! address that lasts.

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
use crate::pages::facts::shown::shown;
use crate::pages::money;
use crate::pages::parts::Frame;
use crate::register::Fact;
use crate::register::Register;
use crate::register::Release;
use crate::register::facts::IN_DIGITS;
use crate::register::facts::words::words;

/// A record of a council with its facts, to be cited.
pub struct Citing<'a, 'r> {
    /// What pages share.
    pub frame: &'a Frame<'r>,
    /// What releases have of its facts.
    pub findings: &'a Findings<'r>,
    /// What it is called, and who says so.
    pub named: &'a Named<'r>,
    /// Its name: `nottingham/inspections/2022-09-05`.
    pub record: &'a str,
    /// All its facts.
    pub facts: &'a [&'a Fact<'r>],
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
        let said = self.is_series().then(|| self.said_of(fact))?;
        (said != self.dated(fact)).then_some(said)
    }

    /// What to beware of in a value: a caution, a joint return; nothing where there is nothing.
    pub fn beware(&self, fact: &Fact<'_>) -> Option<String> {
        let (table, row) = self.row(fact)?;
        let all = [table.joint.map(|it| it.because.as_str()), money::caution(row)];
        let all: Vec<String> = all.into_iter().flatten().map(one_line).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// The basis of a measure in a line: `FOI answer, gross or net not stated, cash terms`.
    pub fn basis(&self) -> Option<String> {
        let fact = self.facts.iter().rev().find(|it| self.is_series() || it.key == "value")?;
        self.row(fact).map(|(table, _)| money::basis(table.measure))
    }

    /// The forms for a record or one of its facts. Where nothing of the record has changed, the page of the
    /// last release is cited.
    fn forms(&self, name: &str, title: String, said: Option<String>) -> Citations {
        let Self { frame, findings, .. } = self;
        let is_kept =
            |it: &&Release| it.pages.is_some() && self.facts.iter().all(|it| findings.is_as_released(it));
        let kept = findings.releases.last().filter(is_kept);
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
        let beware = self.beware(fact).map(|it| format!(" (Caution: {it})"));
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

    /// The row of a figure or of a value of a series, in the table of its measure.
    fn row(&self, fact: &Fact<'_>) -> Option<(&MeasureTable<'_>, &MeasureRow<'_>)> {
        let parts: Vec<&str> = self.record.split('/').collect();
        let &[slug, kind, id] = parts.as_slice() else { return None };
        let found = self.findings.councils.get(&slug.parse::<Id>().ok()?)?;
        let is_row = |table: &MeasureTable<'_>, row: &MeasureRow<'_>| match (kind, row.figure) {
            ("figures", Some(figure)) => figure.id.value.as_str() == id,
            ("series", None) => table.id.as_str() == id && row.period.to_string() == fact.key,
            _ => false,
        };
        let mut rows = found.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
        rows.find(|(table, row)| is_row(table, row))
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
