//! Checks of disagreements: a rule says which value is shown (E22), and press alone does not stand
//! where a better source is on record (E07).

use crate::content::check::Context;
use crate::domain::Choice;
use crate::domain::Id;
use crate::domain::Preference;
use crate::domain::Tier;
use crate::record::Citations;
use crate::record::Disagreement;
use crate::record::Disagreements;
use crate::register::Records;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;
use crate::report::list;
use crate::report::nearest;

/// Checks the disagreements of all records of a council.
pub fn check(report: &mut Report, context: &Context<'_>) {
    let (records, dossier) = (context.records, context.dossier);
    for filed in &dossier.inspections {
        let keys = inspection_keys(records, &filed.record.framework.value);
        all(report, records, &filed.record.also_reported, &filed.record.source, &keys);
    }
    for it in dossier.visits.iter().map(|it| &it.record) {
        all(
            report,
            records,
            &it.also_reported,
            &it.source,
            &["start", "end", "published", "theme", "ordinal", "letter"],
        );
    }
    for it in &dossier.interventions {
        let keys = ["issued-by", "from", "to", "planned-to", "instrument", "legal-basis", "about", "people"];
        all(report, records, &it.also_reported, &it.source, &keys);
    }
    for it in &dossier.statements {
        all(report, records, &it.also_reported, &it.source, &["date", "forum", "said", "speaker"]);
    }
    for it in &dossier.commitments {
        all(
            report,
            records,
            &it.also_reported,
            &it.source,
            &["date", "forum", "promised", "due", "speaker", "outcome"],
        );
    }
    for it in &dossier.events {
        all(report, records, &it.also_reported, &it.source, &["date", "title", "about"]);
    }
    for figure in &dossier.figures {
        if let Some(disagreement) = &figure.also_reported {
            one(report, records, disagreement, &figure.source);
            other_measures(report, disagreement, &figure.measure.value);
        }
    }
}

/// What may be disputed of an inspection: its dates and kind, each judgement, each line of the grid.
fn inspection_keys<'a>(records: &'a Records, framework: &Id) -> Vec<&'a str> {
    let framework = records.shelves.frameworks.get(framework);
    let judgements = framework.into_iter().flat_map(|it| &it.judgements).map(|it| it.id.as_str());
    let lines = records.vocabulary.iter().flat_map(|it| &it.lines).map(|it| it.id.as_str());
    let mut keys = vec!["start", "end", "published", "kind", "framework", "areas"];
    for key in judgements.chain(lines) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn all(
    report: &mut Report,
    records: &Records,
    disagreements: &Disagreements,
    source: &Citations,
    keys: &[&str],
) {
    for (key, disagreement) in disagreements.iter() {
        if !keys.contains(&key.as_str()) {
            report.add(unknown_value(key, keys));
        }
        one(report, records, disagreement, source);
    }
}

fn unknown_value(key: &Spanned<Id>, keys: &[&str]) -> Fault {
    let fault = Fault::error(
        "disagreement::value",
        key.span,
        format!("`{}` is not a value of this record", key.value),
    );
    let otherwise = format!("others can differ about {}", list(keys.iter().copied()));
    fault.suggest(nearest(key.as_str(), keys.iter().copied()), otherwise)
}

fn one(report: &mut Report, records: &Records, disagreement: &Disagreement, shown: &Citations) {
    let tiers = |citations: &Citations| -> Vec<Tier> {
        citations
            .0
            .iter()
            .filter_map(|it| records.shelves.sources.get(&it.id.value))
            .map(|source| source.tier.value)
            .collect()
    };
    let shown_tiers = tiers(shown);
    let best_other = disagreement.values.iter().flat_map(|value| tiers(&value.source)).min();
    if let Some(tier) = required(disagreement.preferred.value)
        .filter(|tier| !shown_tiers.is_empty() && !shown_tiers.contains(tier))
    {
        let message = format!("the value shown does not come from a source of the tier `{}`", tier.word());
        let fault = Fault::error("disagreement::rule", disagreement.preferred.span, message);
        report.add(
            fault
                .label("this rule does not fit the record’s source")
                .help("name the rule that does, or show the other value"),
        );
    }
    let press_alone = !shown_tiers.is_empty() && shown_tiers.iter().all(|tier| *tier >= Tier::Press);
    if press_alone && best_other.is_some_and(|tier| tier <= Tier::OfficialData) {
        let fault = Fault::warning(
            "source::press-only",
            shown.0[0].id.span,
            "the value shown rests on the press, while an official source is on record",
        );
        report.add(
            fault
                .also(disagreement.preferred.span, "others report it")
                .help("show the official value, and the press under `also_reported`"),
        );
    }
}

fn required(rule: Preference) -> Option<Tier> {
    match rule {
        Preference::Primary => Some(Tier::Primary),
        Preference::OfficialData => Some(Tier::OfficialData),
        Preference::Minutes => Some(Tier::Minutes),
        Preference::Announcement => Some(Tier::Council),
        Preference::Foi => Some(Tier::Foi),
        Preference::LatestEdition | Preference::Fuller => None,
    }
}

/// A value of another measure is no disagreement: the two are look-alikes (E08).
fn other_measures(report: &mut Report, disagreement: &Disagreement, own: &Id) {
    for measure in
        disagreement.values.iter().filter_map(|value| value.measure.as_ref()).filter(|it| it.value != *own)
    {
        let fault = Fault::error(
            "figure::mixed",
            measure.span,
            format!("`{}` is another measure: the two do not disagree", measure.value),
        );
        report.add(fault.help(format!(
            "make it a figure of its own, and name it under `look_alikes` in `content/measures/{own}.yaml`"
        )));
    }
}
