//! The kinds of page: what each says, the template that prints it, the files beside it.

use serde::Serialize;

use crate::pages::council::beside;
use crate::pages::council::brief;
use crate::pages::council::differences;
use crate::pages::council::embed;
use crate::pages::council::inspection;
use crate::pages::council::intervention;
use crate::pages::council::next;
use crate::pages::council::overview;
use crate::pages::council::spending;
use crate::pages::council::statements;
use crate::pages::council::visit;
use crate::pages::facts;
use crate::pages::nation::changes;
use crate::pages::nation::conflicts;
use crate::pages::nation::councils;
use crate::pages::nation::data;
use crate::pages::nation::evidence;
use crate::pages::nation::how_long;
use crate::pages::nation::interventions;
use crate::pages::nation::measure;
use crate::pages::nation::next as outlook;
use crate::pages::nation::promises;
use crate::pages::nation::ratings;
use crate::pages::nation::region;
use crate::pages::nation::release;
use crate::pages::nation::spending as spending_index;
use crate::pages::nation::theme;
use crate::pages::parts::PageFile;
use crate::pages::site::compare;
use crate::pages::site::corrections;
use crate::pages::site::design;
use crate::pages::site::glossary;
use crate::pages::site::gone;
use crate::pages::site::home;
use crate::pages::site::prose;
use crate::pages::site::search;
use crate::pages::site::source;

/// What a page says, by its kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is the page that its type describes")]
pub enum Body {
    Home(Box<home::HomePage>),
    Councils(Box<councils::CouncilsPage>),
    Council(Box<overview::CouncilPage>),
    Inspection(Box<inspection::InspectionPage>),
    Visit(Box<visit::VisitPage>),
    Intervention(Box<intervention::InterventionPage>),
    Spending(Box<spending::SpendingPage>),
    Beside(Box<beside::BesidePage>),
    Brief(Box<brief::BriefPage>),
    Design(Box<design::DesignPage>),
    Search(Box<search::SearchPage>),
    Compare(Box<compare::ComparePage>),
    Statements(Box<statements::StatementsPage>),
    Differences(Box<differences::DifferencesPage>),
    Source(Box<source::SourcePage>),
    Sources(Box<source::SourcesPage>),
    Glossary(Box<glossary::GlossaryPage>),
    Corrections(Box<corrections::CorrectionsPage>),
    Gone(Box<gone::GonePage>),
    Prose(Box<prose::ProsePage>),
    Ratings(Box<ratings::RatingsPage>),
    Interventions(Box<interventions::InterventionsPage>),
    SpendingIndex(Box<spending_index::SpendingIndexPage>),
    Measure(Box<measure::MeasurePage>),
    Themes(Box<theme::ThemesPage>),
    Theme(Box<theme::ThemePage>),
    Regions(Box<region::RegionsPage>),
    Region(Box<region::RegionPage>),
    Changes(Box<changes::ChangesPage>),
    Data(Box<data::DataPage>),
    Next(Box<next::NextPage>),
    Facts(Box<facts::FactsPage>),
    Embed(Box<embed::EmbedPage>),
    Release(Box<release::ReleasePage>),
    HowLong(Box<how_long::HowLongPage>),
    Promises(Box<promises::PromisesPage>),
    Conflicts(Box<conflicts::ConflictsPage>),
    Evidence(Box<evidence::EvidencePage>),
    Outlook(Box<outlook::OutlookPage>),
}

impl Body {
    /// The files beside the page, which are handed over.
    pub(super) fn files(&mut self) -> Vec<PageFile> {
        match self {
            Self::Council(page) => page.files(),
            Self::Spending(page) => std::mem::take(&mut page.files),
            Self::Measure(page) => std::mem::take(&mut page.files),
            Self::Ratings(page) => std::mem::take(&mut page.files),
            Self::Interventions(page) => std::mem::take(&mut page.files),
            Self::Next(page) => std::mem::take(&mut page.files),
            Self::Embed(page) => std::mem::take(&mut page.files),
            Self::Data(page) => std::mem::take(&mut page.tables),
            Self::Release(page) => std::mem::take(&mut page.files),
            Self::HowLong(page) => std::mem::take(&mut page.files),
            Self::Promises(page) => std::mem::take(&mut page.files),
            Self::Conflicts(page) => std::mem::take(&mut page.files),
            Self::Evidence(page) => std::mem::take(&mut page.files),
            Self::Outlook(page) => std::mem::take(&mut page.files),
            _ => Vec::new(),
        }
    }

    /// Whether words of the glossary are links on it: not where there is hardly any running text, and
    /// not in the glossary itself.
    pub fn explains_words(&self) -> bool {
        !matches!(
            self,
            Self::Glossary(_)
                | Self::Source(_)
                | Self::Sources(_)
                | Self::Search(_)
                | Self::Brief(_)
                | Self::Home(_)
                | Self::Facts(_)
                | Self::Embed(_)
        )
    }

    /// Whether the facts that it states stand beside it for programs.
    pub fn states_facts(&self) -> bool {
        matches!(
            self,
            Self::Measure(_)
                | Self::Council(_)
                | Self::Spending(_)
                | Self::Statements(_)
                | Self::Inspection(_)
                | Self::Visit(_)
                | Self::Intervention(_)
        )
    }

    /// Whether a release keeps it as it was: what is said of one council, in words.
    pub fn is_kept(&self) -> bool {
        matches!(
            self,
            Self::Council(_)
                | Self::Inspection(_)
                | Self::Visit(_)
                | Self::Intervention(_)
                | Self::Statements(_)
                | Self::Differences(_)
                | Self::Facts(_)
        )
    }

    /// The template that prints it.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Councils(_) => "councils.html",
            Self::Council(_) => "council.html",
            Self::Inspection(_) => "inspection.html",
            Self::Visit(_) => "visit.html",
            Self::Intervention(_) => "intervention.html",
            Self::Spending(_) => "spending.html",
            Self::Beside(_) => "beside.html",
            Self::Brief(_) => "brief.html",
            Self::Design(_) => "design.html",
            Self::Search(_) => "search.html",
            Self::Compare(_) => "compare.html",
            Self::Statements(_) => "statements.html",
            Self::Differences(_) => "differences.html",
            Self::Source(_) => "source.html",
            Self::Sources(_) => "sources.html",
            Self::Glossary(_) => "glossary.html",
            Self::Corrections(_) => "corrections.html",
            Self::Gone(_) => "gone.html",
            Self::Prose(_) => "prose.html",
            Self::Ratings(_) => "ratings.html",
            Self::Interventions(_) => "interventions.html",
            Self::SpendingIndex(_) => "spending-index.html",
            Self::Measure(_) => "measure.html",
            Self::Themes(_) => "themes.html",
            Self::Theme(_) => "theme.html",
            Self::Regions(_) => "regions.html",
            Self::Region(_) => "region.html",
            Self::Changes(_) => "changes.html",
            Self::Data(_) => "data.html",
            Self::Next(_) => "next.html",
            Self::Facts(_) => "facts.html",
            Self::Embed(_) => "embed.html",
            Self::Release(_) => "release.html",
            Self::HowLong(_) => "how-long.html",
            Self::Promises(_) => "promises.html",
            Self::Conflicts(_) => "conflicts.html",
            Self::Evidence(_) => "evidence.html",
            Self::Outlook(_) => "outlook.html",
        }
    }
}
