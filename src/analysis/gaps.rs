//! What the record does not hold, council by council: each gap with the file in which it would be
//! mended. What weighs most is what a reader would most be misled by.

use crate::analysis::CouncilFindings;
use crate::analysis::Findings;
use crate::analysis::matrix::letter_was_read;
use crate::analysis::spells::RECENT;
use crate::analysis::spells::has_no_end;
use crate::analysis::spells::is_in_spell;
use crate::domain::Address;
use crate::domain::Evidence;
use crate::domain::Id;
use crate::domain::LetterStatus;
use crate::domain::Missing;
use crate::domain::OutcomeStatus;
use crate::domain::PartialDate;
use crate::domain::choice;
use crate::record::Intervention;
use crate::register::Dossier;
use crate::register::Register;
use crate::register::Value;

choice! { "a kind of gap";
    /// What is missing. The order is that of the table.
    pub enum GapKind {
        /// No inspection is on record.
        Inspection = "inspection" / "No inspection on record",
        /// The latest report was not read.
        Report = "report" / "Latest report not read here",
        /// The latest report was read, and its areas for improvement are not on record.
        Areas = "areas" / "Areas for improvement not on record",
        /// A visit since the latest report has no findings on record.
        Visit = "visit" / "Visit since then without findings",
        /// A promise past its date has no outcome.
        Late = "open-promise" / "Promise past its date, open",
        /// What came of a promise cannot be told.
        Untold = "untold-promise" / "Promise whose outcome cannot be told",
        /// Nobody looked for interventions in a council whose latest grade is the gravest.
        Search = "search" / "No search for interventions, at the gravest grade",
        /// An intervention began long ago and has no end on record.
        End = "end" / "Old intervention without an end on record",
        /// The latest value of a headline measure is missing.
        Value = "value" / "Latest value missing",
    }
}

/// Something that the record does not hold.
#[derive(Debug, Clone)]
pub struct Gap<'r> {
    /// The council.
    pub council: &'r Id,
    /// What is missing.
    pub kind: GapKind,
    /// Which: the report, the visit, the promise.
    pub what: String,
    /// The file in which it would be mended, below the site's root.
    pub file: String,
    /// The page about it.
    pub page: Address,
    /// How much it weighs: 1 to 10.
    pub weight: u8,
}

/// Every gap of councils that exist, the weightiest first, then by council.
///
/// * `today`: the as-at date.
pub fn gaps<'r>(today: PartialDate, register: &'r Register, findings: &Findings<'r>) -> Vec<Gap<'r>> {
    let there = register.shelves.dossiers.iter().filter(|(_, it)| it.council().exists_on(today));
    let mut all: Vec<Gap<'r>> = there
        .flat_map(|(slug, dossier)| Finder { register, today, slug, dossier }.all(&findings.councils[slug]))
        .collect();
    all.sort_by(|a, b| {
        b.weight.cmp(&a.weight).then_with(|| a.council.cmp(b.council)).then(a.kind.cmp(&b.kind))
    });
    all
}

/// Whether a value is missing that the council could tell: one that its publisher withholds, or that
/// does not apply, is no gap.
pub fn is_gap(value: Value) -> bool {
    let told = [Missing::NotAvailable, Missing::Unavailable, Missing::NotReceived, Missing::NotRecorded];
    matches!(value, Value::Missing(why) if told.contains(&why))
}

struct Finder<'r> {
    register: &'r Register,
    today: PartialDate,
    slug: &'r Id,
    dossier: &'r Dossier,
}

impl<'r> Finder<'r> {
    fn all(&self, found: &CouncilFindings<'r>) -> Vec<Gap<'r>> {
        let mut gaps = self.inspections(found);
        gaps.extend(self.visits());
        gaps.extend(self.promises());
        gaps.extend(self.interventions(found));
        gaps.extend(self.values(found));
        gaps
    }

    fn gap(&self, kind: GapKind, weight: u8, what: String, file: &str, page: Address) -> Gap<'r> {
        let file = format!("content/councils/{}/{file}", self.slug);
        Gap { council: self.slug, kind, what, file, page, weight }
    }

    fn inspections(&self, found: &CouncilFindings<'r>) -> Vec<Gap<'r>> {
        let Some(latest) = self.dossier.inspections.last() else {
            let what = "no inspection is on record".to_owned();
            let page = Address::council(self.slug);
            return vec![self.gap(GapKind::Inspection, 10, what, "inspections/", page)];
        };
        let it = &latest.record;
        let (file, page) =
            (format!("inspections/{}.md", latest.id), Address::inspection(self.slug, &latest.id));
        let report = format!("report of {}", it.published.value.long());
        let gravest = self.is_gravest(found);
        match it.evidence {
            Evidence::Report if it.areas.is_empty() && it.lists_areas != Some(false) => {
                vec![self.gap(GapKind::Areas, 6, report, &file, page)]
            }
            Evidence::Report => Vec::new(),
            // The overview is one secondary source: a slip of it would stand as a grade.
            Evidence::Overview => {
                vec![self.gap(GapKind::Report, if gravest { 10 } else { 9 }, report, &file, page)]
            }
            Evidence::Statistics => {
                vec![self.gap(GapKind::Report, if gravest { 8 } else { 7 }, report, &file, page)]
            }
        }
    }

    fn visits(&self) -> Vec<Gap<'r>> {
        let Some(latest) = self.dossier.inspections.last() else { return Vec::new() };
        let since = self.dossier.visits.iter().filter(|visit| {
            let it = &visit.record;
            !it.start.value.is_before(latest.record.published.value)
                && it.findings.is_empty()
                && !matches!(it.letter.value, LetterStatus::Awaited | LetterStatus::NotExpected)
                && !letter_was_read(self.register, it)
        });
        since
            .map(|visit| {
                let weight = if visit.record.letter.value == LetterStatus::Published { 6 } else { 5 };
                let what = format!("visit of {}", visit.record.start.value.long());
                let file = format!("visits/{}.md", visit.id);
                self.gap(GapKind::Visit, weight, what, &file, Address::visit(self.slug, &visit.id))
            })
            .collect()
    }

    fn promises(&self) -> Vec<Gap<'r>> {
        let kind = |it: &crate::record::Commitment| {
            let past = it.due.as_ref().is_some_and(|due| due.value.is_before(self.today));
            let is_untold =
                it.outcome.as_ref().is_some_and(|it| it.status.value == OutcomeStatus::CannotTell);
            match (it.is_late(self.today), is_untold) {
                (true, _) => Some((GapKind::Late, 8)),
                (_, true) => Some((GapKind::Untold, if past { 4 } else { 3 })),
                _ => None,
            }
        };
        let all = self.dossier.commitments.iter();
        all.filter_map(|it| {
            let (kind, weight) = kind(it)?;
            let page = Address::statements(self.slug);
            Some(self.gap(kind, weight, it.promised.clone(), "statements.yaml", page))
        })
        .collect()
    }

    fn interventions(&self, found: &CouncilFindings<'r>) -> Vec<Gap<'r>> {
        let searched = self.register.site.horizons.get("interventions").is_some()
            || self.dossier.council().horizons.get("interventions").is_some();
        let mut gaps = Vec::new();
        if !searched && self.is_gravest(found) {
            let what = "judged with the gravest grade; nobody has looked for interventions".to_owned();
            let page = Address::council(self.slug);
            gaps.push(self.gap(GapKind::Search, 9, what, "interventions.yaml", page));
        }
        let older = self.dossier.interventions.iter().filter(|it| self.is_old_and_open(it));
        gaps.extend(older.map(|it| {
            let page = Address::intervention(self.slug, &it.id.value);
            self.gap(GapKind::End, 3, it.instrument.clone(), "interventions.yaml", page)
        }));
        gaps
    }

    /// Whether an instrument began some years ago or at an unknown time, and has no end on record.
    fn is_old_and_open(&self, it: &Intervention) -> bool {
        let recently = self.today.first().checked_sub_months(RECENT);
        let is_old = |from: PartialDate| recently.is_some_and(|recently| from.last() < recently);
        is_in_spell(&self.register.vocabulary, it)
            && it.from.value.known().is_none_or(is_old)
            && has_no_end(self.today, self.dossier, it)
    }

    fn values(&self, found: &CouncilFindings<'r>) -> Vec<Gap<'r>> {
        let headline = found.tables.iter().filter(|table| table.measure.headline == Some(true));
        let gaps = headline.filter_map(|table| {
            let row = table.rows.last().filter(|row| is_gap(row.value))?;
            let what = format!("{}, {}", table.measure.title, row.period.long());
            Some(self.gap(GapKind::Value, 2, what, "figures.yaml", Address::spending(self.slug)))
        });
        gaps.collect()
    }

    /// Whether the latest grade for the council as a whole is the last of its scale.
    fn is_gravest(&self, found: &CouncilFindings<'r>) -> bool {
        let standing = found.standing.as_ref();
        let grade = standing.and_then(|it| Some((it.framework.scale.last()?, it.headline?.1)));
        grade.is_some_and(|(last, given)| last.wording == given.wording)
    }
}
