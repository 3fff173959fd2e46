//! The record as tables, a row for each record: what a spreadsheet or a program reads first.

use crate::analysis::Findings;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::domain::Tier;
use crate::pages::downloads::interventions_file;
use crate::pages::downloads::promises_file;
use crate::pages::parts::PageFile;
use crate::pages::sections::said::speaker;
use crate::pages::words::money;
use crate::record::Citations;
use crate::record::Figure;
use crate::record::Measure;
use crate::register::Dossier;
use crate::register::Register;

/// The tables, in the order in which a newcomer meets them.
pub fn tables(register: &Register, findings: &Findings<'_>) -> Vec<PageFile> {
    vec![
        councils(register).with_a_row_for("every council, with its codes; those that are no more too"),
        judgements(register).with_a_row_for("every judgement of every graded inspection"),
        areas(register).with_a_row_for("every area for improvement that an inspection named"),
        visits(register).with_a_row_for("every focused visit, monitoring visit or joint inspection of an area; none of them gives a grade"),
        interventions_file::table(register).with_a_row_for("every notice, direction, commissioner or board"),
        events(register).with_a_row_for("every meeting, decision or grant"),
        promises_file::all(register).with_a_row_for("everything promised or expected, and what became of it"),
        statements(register).with_a_row_for("everything said, by whom and where; shown as said, not as fact"),
        figures(register, findings).with_a_row_for(
            "every figure of a single council that no series has: from FOI answers, minutes, press",
        ),
        measures(register).with_a_row_for(
            "every measure: what its values count, where its series breaks, and what it is not the same as",
        ),
        sources(register).with_a_row_for("every source, by the names that the other tables use"),
    ]
}

fn councils(register: &Register) -> PageFile {
    let head = [
        "council",
        "name",
        "official_name",
        "kind",
        "region",
        "gss",
        "dfe",
        "ofsted_urn",
        "ecode",
        "established",
        "abolished",
        "sources",
    ];
    let row = |slug: &Id, dossier: &Dossier| {
        let it = dossier.council();
        let code = |scheme: &str| it.codes.get(scheme).map(|code| code.value.clone()).unwrap_or_default();
        let first = it.established.as_ref().map(|it| it.value.to_string());
        let last = it.abolished.as_ref().map(|it| it.on.value.to_string());
        vec![
            slug.to_string(),
            it.name.clone(),
            it.official_name.clone(),
            it.kind.clone(),
            it.region.value.to_string(),
            code("gss"),
            code("dfe"),
            code("ofsted-urn"),
            code("ecode"),
            first.unwrap_or_default(),
            last.unwrap_or_default(),
            names(&it.source),
        ]
    };
    let rows = register.shelves.dossiers.iter().map(|(slug, dossier)| row(slug, dossier));
    PageFile::table("councils", &head, &rows.collect::<Vec<_>>())
}

fn judgements(register: &Register) -> PageFile {
    let head = [
        "council",
        "inspection",
        "framework",
        "kind",
        "start",
        "end",
        "published",
        "line",
        "judgement",
        "grade",
        "grade_code",
        "why_no_grade",
        "evidence",
        "sources",
        "fact",
    ];
    let mut rows = Vec::new();
    for (slug, filed) in of_councils(register, |it| &it.inspections) {
        let it = &filed.record;
        let framework = register.framework(&it.framework.value);
        for (id, judged) in it.judgements.iter() {
            let Some(judgement) = framework.judgements.iter().find(|it| it.id.value == id.value) else {
                continue;
            };
            let grade = framework.scale.iter().find(|grade| grade.id.value == judged.grade.value);
            let without = if grade.is_some() { String::new() } else { judged.grade.value.to_string() };
            let day = |date: Option<PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
            rows.push(vec![
                slug.to_string(),
                filed.id.to_string(),
                framework.short.clone(),
                it.kind.value.to_string(),
                day(it.start.value.known()),
                day(it.end.value.known()),
                it.published.value.to_string(),
                judgement.line.value.to_string(),
                judgement.wording.clone(),
                grade.map(|it| it.wording.clone()).unwrap_or_default(),
                grade.map(|it| it.id.value.to_string()).unwrap_or_default(),
                without,
                it.evidence.word().to_owned(),
                names(judged.source.as_ref().unwrap_or(&it.source)),
                grade
                    .map(|_| format!("{slug}/inspections/{}/judgements/{}", filed.id, id.value))
                    .unwrap_or_default(),
            ]);
        }
    }
    PageFile::table("judgements", &head, &rows)
}

fn areas(register: &Register) -> PageFile {
    let head = ["council", "inspection", "id", "label", "themes", "sources"];
    let of = of_councils(register, |it| &it.inspections);
    let rows = of.flat_map(|(slug, filed)| {
        filed.record.areas.iter().map(move |it| {
            let themes: Vec<&str> = it.themes.iter().map(|theme| theme.value.as_str()).collect();
            let (label, sources) = (it.label.clone(), names(&filed.record.source));
            vec![
                slug.to_string(),
                filed.id.to_string(),
                it.id.value.to_string(),
                label,
                themes.join(" "),
                sources,
            ]
        })
    });
    PageFile::table("areas", &head, &rows.collect::<Vec<_>>())
}

fn visits(register: &Register) -> PageFile {
    let head = ["council", "id", "kind", "start", "end", "theme", "letter", "published", "sources"];
    let rows = of_councils(register, |it| &it.visits).map(|(slug, filed)| {
        let it = &filed.record;
        let kind = register.vocabulary.visit_kinds.iter().find(|kind| kind.id.value == it.kind.value);
        vec![
            slug.to_string(),
            filed.id.to_string(),
            kind.map(|it| it.title.clone()).unwrap_or_default(),
            it.start.value.to_string(),
            it.end.value.known().map(|it| it.to_string()).unwrap_or_default(),
            it.theme.clone().unwrap_or_default(),
            it.letter.value.word().to_owned(),
            it.published.as_ref().map(|it| it.value.to_string()).unwrap_or_default(),
            names(&it.source),
        ]
    });
    PageFile::table("visits", &head, &rows.collect::<Vec<_>>())
}

fn events(register: &Register) -> PageFile {
    let head = ["council", "id", "kind", "date", "title", "about", "sources"];
    let rows = of_councils(register, |it| &it.events).map(|(slug, it)| {
        vec![
            slug.to_string(),
            it.id.value.to_string(),
            it.kind.word().to_owned(),
            it.date.value.to_string(),
            it.title.clone(),
            it.about.clone().unwrap_or_default(),
            names(&it.source),
        ]
    });
    PageFile::table("events", &head, &rows.collect::<Vec<_>>())
}

fn statements(register: &Register) -> PageFile {
    let head = ["council", "id", "kind", "date", "speaker", "forum", "said", "quote", "sources"];
    let rows = of_councils(register, |it| &it.statements).map(|(slug, it)| {
        vec![
            slug.to_string(),
            it.id.value.to_string(),
            it.kind.word().to_owned(),
            it.date.value.to_string(),
            speaker(&it.speaker),
            it.forum.clone(),
            it.said.clone(),
            it.quote.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
            names(&it.source),
        ]
    });
    PageFile::table("statements", &head, &rows.collect::<Vec<_>>())
}

/// Figures that no national series has.
fn figures(register: &Register, findings: &Findings<'_>) -> PageFile {
    let head = [
        "council",
        "id",
        "measure",
        "title",
        "period",
        "value",
        "unit",
        "precision",
        "as_said",
        "missing",
        "caution",
        "sources",
        "fact",
    ];
    let row = |(slug, it): (&Id, &Figure)| {
        let measure = register.measure(&it.measure.value);
        let value = it.value.as_ref().map(|value| value.value.normalize().to_string());
        let row = findings.row_of(slug, it);
        let period = row.map_or_else(|| it.period.value.clone(), |row| row.period.to_string());
        let caution = row.and_then(money::caution);
        let missing = it.missing.as_ref().map(|why| why.value.word());
        [
            slug.as_str(),
            it.id.value.as_str(),
            it.measure.value.as_str(),
            &measure.title,
            &period,
            value.as_deref().unwrap_or_default(),
            money::unit_word(measure),
            it.precision.word(),
            it.as_said.as_deref().unwrap_or_default(),
            missing.unwrap_or_default(),
            caution.unwrap_or_default(),
            &names(&it.source),
            &value.as_ref().map(|_| format!("{slug}/figures/{}/value", it.id.value)).unwrap_or_default(),
        ]
        .map(str::to_owned)
        .to_vec()
    };
    let rows: Vec<Vec<String>> = of_councils(register, |it| &it.figures).map(row).collect();
    PageFile::table("figures", &head, &rows)
}

fn measures(register: &Register) -> PageFile {
    let head = [
        "measure",
        "title",
        "unit",
        "period_kind",
        "collector",
        "basis",
        "gross_net",
        "price_basis",
        "definition",
        "breaks",
        "not_the_same_as",
        "sources",
    ];
    let row = |(id, it): (&Id, &Measure)| {
        let breaks = it.breaks.iter().map(|at| format!("{}: {}", at.at.machine(), at.because));
        let others = it.look_alikes.iter().map(|other| format!("{}: {}", other.measure.value, other.because));
        [
            id.as_str(),
            &it.title,
            money::unit_word(it),
            it.period.word(),
            &it.collector,
            it.basis.word(),
            it.gross_net.word(),
            it.price_basis.word(),
            &it.definition,
            &breaks.collect::<Vec<_>>().join(" "),
            &others.collect::<Vec<_>>().join(" "),
            &it.source.as_ref().map(names).unwrap_or_default(),
        ]
        .map(str::to_owned)
        .to_vec()
    };
    PageFile::table("measures", &head, &register.shelves.measures.iter().map(row).collect::<Vec<_>>())
}

fn sources(register: &Register) -> PageFile {
    let head = ["source", "tier", "publisher", "title", "published", "url", "archive", "licence"];
    let rows = register.shelves.sources.iter().map(|(id, it)| {
        vec![
            id.to_string(),
            Tier::word(it.tier.value).to_owned(),
            it.publisher.clone(),
            it.title.clone(),
            it.published.as_ref().map(|it| it.value.to_string()).unwrap_or_default(),
            it.url.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
            it.archive.as_ref().map(|it| it.url.value.clone()).unwrap_or_default(),
            it.licence.clone().unwrap_or_default(),
        ]
    });
    PageFile::table("sources", &head, &rows.collect::<Vec<_>>())
}

/// The records of one kind, each with its council.
fn of_councils<'r, T: 'r>(
    register: &'r Register,
    of: impl Fn(&'r Dossier) -> &'r Vec<T>,
) -> impl Iterator<Item = (&'r Id, &'r T)> {
    register.shelves.dossiers.iter().flat_map(move |(slug, it)| of(it).iter().map(move |it| (slug, it)))
}

fn names(citations: &Citations) -> String {
    citations.0.iter().map(|it| it.id.value.as_str()).collect::<Vec<_>>().join(" ")
}
