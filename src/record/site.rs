//! `content/site.yaml`: the site as a whole.

use crate::domain::FinancialYear;
use crate::domain::Id;
use crate::domain::PartialDate;
use crate::record::Citations;
use crate::record::Entries;
use crate::record::Node;
use crate::record::Read;
use crate::record::read::record;
use crate::record::read::text_of;
use crate::report::Fault;
use crate::report::Report;
use crate::report::Spanned;

record! {
    /// The site as a whole.
    pub struct Site {
        /// Its name.
        pub title: String,
        /// One line under the name.
        pub tagline: String,
        /// Where it will be published, `https://…/`, for addresses in citations.
        pub address: Spanned<String>,
        /// Language of its pages, like `en-GB`.
        pub language: String,
        /// The country that it covers, for headings: `England`.
        pub country: Option<String>,
        /// What the record is about, in the plural: `children’s services`.
        pub service: String,
        /// How to reach the editors.
        pub contact: String,
        /// Folder in `themes/`; left out for the built-in theme.
        pub theme: Option<Spanned<Id>>,
        /// Licence and attribution lines.
        pub licence: Licence,
        /// How far each kind of record reaches.
        pub horizons: Entries<Horizon>,
        /// How cash is turned into prices of one year.
        pub real_terms: Option<RealTerms>,
        /// Where to turn for help, on every page.
        pub signpost: Option<Signpost>,
        /// Where those look who know only where they live.
        pub postcode: Option<Signpost>,
    }
}

record! {
    /// Under what licence things are.
    pub struct Licence {
        /// Of the facts.
        pub facts: String,
        /// Its short name, for catalogues of data: `OGL-UK-3.0` (opendefinition.org/licenses).
        pub id: Option<String>,
        /// Its text, for catalogues of data.
        pub url: Option<Spanned<String>>,
        /// The words that a reuser has to print.
        pub attribution: String,
        /// Of the program.
        pub code: String,
    }
}

record! {
    /// How far a kind of record reaches: silence after it means nothing.
    pub struct Horizon {
        /// What it is about, as a sentence has it: `inspections published`.
        pub what: String,
        /// The last day that the record is complete to, as far as its source goes.
        pub complete_to: Spanned<PartialDate>,
        /// The first day, where there is one.
        pub from: Option<PartialDate>,
        /// Caveats, in our own words.
        pub note: Option<String>,
        /// What says so.
        pub source: Citations,
    }
}

record! {
    /// Which deflator and base year real terms use (E09).
    pub struct RealTerms {
        /// A file in `content/deflators/`.
        pub deflator: Spanned<Id>,
        /// Prices of this year.
        pub base: Spanned<FinancialYear>,
    }
}

record! {
    /// A line with a link.
    pub struct Signpost {
        /// What it says.
        pub text: String,
        /// Where it leads.
        pub url: Spanned<String>,
        /// The words of the link.
        pub link: String,
    }
}

record! {
    /// `content/deflators/<id>.yaml`: a price index by financial year.
    pub struct Deflator {
        /// Name of the index.
        pub title: String,
        /// Which edition: it is revised every quarter.
        pub edition: String,
        /// The year that the index counts as 100.
        pub base: Spanned<FinancialYear>,
        /// Who publishes it.
        pub source: Citations,
        /// Index by financial year.
        pub index: Entries<rust_decimal::Decimal>,
    }
}

impl Read for FinancialYear {
    fn read(node: &Node, report: &mut Report) -> Option<Self> {
        let written = text_of(node, report, "a financial year")?;
        let fault = |error: crate::domain::YearError| {
            Fault::error("date::financial-year", node.span, format!("`{written}` is not a financial year"))
                .label(error.to_string())
                .help("accounts run from April to March: write `2023-24`")
        };
        written.parse().map_err(|error| report.add(fault(error))).ok()
    }
}
