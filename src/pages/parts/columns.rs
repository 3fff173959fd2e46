//! The columns of all tables: each name once, with what stands under it. What describes a table to
//! programs (CSVW, data package) is written from here, so that it cannot drift from the file.

/// What kind of value stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, names of records, and days as far as they are known: `2024`, `2024-01`,
    /// `2024-01-25`, `about 2024-01`.
    Text,
    /// A decimal number with a point, no separators.
    Number,
    /// A whole number.
    Whole,
}

impl Kind {
    /// The datatype as CSVW names it.
    pub fn csvw(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "decimal",
            Self::Whole => "integer",
        }
    }

    /// The type as Table Schema names it.
    pub fn frictionless(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Whole => "integer",
        }
    }
}

/// Name, kind, meaning.
type Column = (&'static str, Kind, &'static str);

const DAY: &str = "as far as it is known: year, month or day";

/// Every column that a table can have, but for those named after a grade or a measure.
const COLUMNS: &[Column] = &[
    ("abolished", Kind::Text, "last day of a council that is no more"),
    ("about", Kind::Text, "more on it, in our own words"),
    ("archive", Kind::Text, "address of an archived copy"),
    ("area", Kind::Text, "council by its name in addresses, region: with the name of a region, or england"),
    ("as_at", Kind::Text, "day of the count"),
    ("as_said", Kind::Text, "the words of the source, where it gives no digits"),
    ("basis", Kind::Text, "what kind of reckoning it is"),
    ("because", Kind::Text, "why, in our own words"),
    ("break_before", Kind::Text, "why this value does not compare with the one before it"),
    ("breaks", Kind::Text, "day and reason of each break, across which values do not compare"),
    ("caution", Kind::Text, "what to know before this value is used"),
    ("collector", Kind::Text, "who collects it"),
    ("council", Kind::Text, "council by its name in addresses"),
    ("councils", Kind::Whole, "how many councils there were"),
    ("date", Kind::Text, DAY),
    ("days", Kind::Whole, "length in days"),
    ("definition", Kind::Text, "what is in it and what is not, in our own words"),
    ("dfe", Kind::Text, "code of the Department for Education"),
    ("difference", Kind::Number, "what is left of the first measure"),
    ("due", Kind::Text, "last day by which it was to happen"),
    ("ecode", Kind::Text, "code in returns on spending"),
    ("end", Kind::Text, "last day on site, as far as it is known"),
    ("ended_by", Kind::Text, "what ended it"),
    ("ended_by_report", Kind::Text, "day of the report that ended it"),
    ("ended_how", Kind::Text, "how it ended, in our own words"),
    ("england", Kind::Number, "the value of England"),
    ("established", Kind::Text, "first day of a council that took the place of others"),
    ("evidence", Kind::Text, "how well the grades are known"),
    ("fact", Kind::Text, "lasting name of the fact"),
    ("file", Kind::Text, "file of the record in the repository"),
    ("first_report", Kind::Text, "day of the first report with the grade"),
    ("forum", Kind::Text, "where it was said"),
    ("framework", Kind::Text, "inspection framework"),
    ("frameworks", Kind::Text, "inspection frameworks"),
    ("from", Kind::Text, "first day, as far as it is known"),
    ("gap", Kind::Text, "what kind of thing is missing"),
    ("grade", Kind::Text, "official wording of the grade"),
    ("grade_code", Kind::Text, "the grade as facts.csv and JSON have it"),
    ("gross_net", Kind::Text, "whether income is taken off"),
    ("gss", Kind::Text, "code of the Office for National Statistics"),
    ("id", Kind::Text, "name of the record"),
    ("inspection", Kind::Text, "name of the inspection among those of its council"),
    ("instrument", Kind::Text, "what it is, in words"),
    ("instruments", Kind::Text, "notices, directions and boards in it"),
    ("issued_by", Kind::Text, "who issued it"),
    ("joint_return", Kind::Text, "why the same value stands for several councils"),
    ("judgement", Kind::Text, "official wording of the judgement"),
    ("kind", Kind::Text, "what kind it is"),
    ("known_from", Kind::Text, "how well the grades of the report are known"),
    ("label", Kind::Text, "what it is about, in our own words"),
    ("lasts", Kind::Text, "yes, or no for what is done on one day"),
    ("legal_basis", Kind::Text, "Act and section"),
    ("letter", Kind::Text, "whether the letter is public"),
    ("licence", Kind::Text, "licence that the source states"),
    ("line", Kind::Text, "line of the grid of grades"),
    ("measure", Kind::Text, "name of the measure"),
    ("missing", Kind::Text, "why there is no value; never zero"),
    ("months", Kind::Number, "length in months of 30.4375 days"),
    ("name", Kind::Text, "everyday name"),
    ("next_report", Kind::Text, "day of the next report, or why there is none"),
    ("not_the_same_as", Kind::Text, "measures that look alike, and how each differs"),
    ("note", Kind::Text, "what a reader should know"),
    ("official_name", Kind::Text, "full name"),
    ("ofsted_urn", Kind::Text, "number of the inspectorate"),
    ("other", Kind::Text, "the value as others report it"),
    ("other_sources", Kind::Text, "names of sources with that value, with a space between them"),
    ("outcome", Kind::Text, "what became of it, in our own words"),
    ("outcome_on", Kind::Text, "day of the outcome"),
    ("outcome_sources", Kind::Text, "names of sources for the outcome, with a space between them"),
    ("page", Kind::Text, "address of the page where it stands"),
    ("people", Kind::Text, "people in public roles, as the sources name them"),
    ("period", Kind::Text, "financial year (2022-23), or day or year of a count"),
    ("period_kind", Kind::Text, "whether a period is a financial year or a day of the year"),
    ("planned_to", Kind::Text, "last day as planned when it was made"),
    ("precision", Kind::Text, "how exactly it is given"),
    ("price_basis", Kind::Text, "prices of which year"),
    ("promised", Kind::Text, "what was promised or expected, in our own words"),
    ("published", Kind::Text, "day of publication, as far as it is known"),
    ("publisher", Kind::Text, "who published it"),
    ("quote", Kind::Text, "short quotation"),
    ("record", Kind::Text, "record that it belongs to, in words"),
    ("region", Kind::Text, "region by its name in addresses"),
    ("replaced_by", Kind::Text, "name of the intervention that took its place"),
    ("report", Kind::Text, "day of the report"),
    ("report_published", Kind::Text, "day of the report"),
    ("reports", Kind::Whole, "how many reports in a row had the grade"),
    ("rule", Kind::Text, "rule by which the value shown is preferred"),
    ("said", Kind::Text, "what was said, in our own words, after that"),
    ("said_on", Kind::Text, "day on which it was said, as far as it is known"),
    ("shown", Kind::Text, "the value that the site shows"),
    ("source", Kind::Text, "name of the source"),
    ("sources", Kind::Text, "names of sources, with a space between them"),
    ("speaker", Kind::Text, "who said it, in what capacity"),
    ("start", Kind::Text, "first day on site, as far as it is known"),
    ("status", Kind::Text, "what became of it, in a word"),
    ("subject", Kind::Text, "council, region or definition in words"),
    ("theme", Kind::Text, "what it looked at"),
    ("themes", Kind::Text, "names of themes, with a space between them"),
    ("tier", Kind::Text, "kind of source"),
    ("title", Kind::Text, "title in words"),
    ("to", Kind::Text, "last day, as far as it is known"),
    ("track", Kind::Text, "track of intervention"),
    ("unit", Kind::Text, "unit of the value: pounds, thousand-pounds, percent, or what is counted"),
    ("url", Kind::Text, "address"),
    ("value", Kind::Text, "the value as the record has it; numbers in the unit of the measure"),
    ("visits_on_record", Kind::Whole, "visits on record between the two reports"),
    ("weight", Kind::Whole, "how much it is missed: more is worse"),
    ("what", Kind::Text, "what it is, in words"),
    ("why_no_grade", Kind::Text, "why there is no grade"),
    ("with_such_a_grade", Kind::Whole, "councils with a grade of this judgement"),
];

/// The columns that name a row of a table of the whole record; none where no columns do.
pub fn key(table: &str) -> &'static [&'static str] {
    match table {
        "councils" => &["council"],
        "sources" => &["source"],
        "measures" => &["measure"],
        "facts" => &["fact"],
        "judgements" => &["council", "inspection", "line"],
        "areas" => &["council", "inspection", "id"],
        "series" => &["area", "period"],
        "visits" | "interventions" | "events" | "statements" | "figures" => &["council", "id"],
        _ => &[],
    }
}

/// The table of the whole record whose rows a column names, and its column there.
pub fn leads_to(table: &str, name: &str) -> Option<(&'static str, &'static str)> {
    match name {
        "council" if table != "councils" => Some(("councils", "council")),
        "measure" if table != "measures" => Some(("measures", "measure")),
        _ => None,
    }
}

/// Whether several names stand in a column, with a space between them.
pub fn is_list(name: &str) -> bool {
    matches!(name, "sources" | "other_sources" | "outcome_sources" | "themes")
}

/// Tables whose values are all numbers in the unit that stands beside them.
const OF_NUMBERS: [&str; 2] = ["figures", "series"];

/// What kind of values a column of a table has and what they mean. A column that is named after a grade
/// or a measure holds numbers.
pub fn column<'a>(table: &str, name: &'a str) -> (Kind, &'a str) {
    match name {
        "value" if OF_NUMBERS.contains(&table) => (Kind::Number, "the number, in its unit"),
        "region" if OF_NUMBERS.contains(&table) => (Kind::Number, "the value of the region"),
        _ => {
            let known = COLUMNS.iter().find(|(it, _, _)| *it == name);
            known.map_or((Kind::Number, name), |(_, kind, about)| (*kind, *about))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::COLUMNS;

    #[test]
    fn every_column_stands_once_in_the_order_of_names() {
        let names: Vec<&str> = COLUMNS.iter().map(|(name, _, _)| *name).collect();
        assert!(names.windows(2).all(|two| two[0] < two[1]), "{names:?}");
    }
}
