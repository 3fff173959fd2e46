//! The words of the field as types: dates that know how much is known, years of account,
//! amounts, grades that were not given. Each guards itself; nothing here knows files or pages.

mod address;
mod choice;
mod date;
mod figure;
mod id;
mod money;
mod period;
mod provenance;
mod words;
mod year;

pub use address::Address;
pub use choice::Choice;
pub(crate) use choice::choice;
pub use date::DateError;
pub use date::PartialDate;
pub use figure::Basis;
pub use figure::GrossNet;
pub use figure::Missing;
pub use figure::Precision;
pub use figure::PriceBasis;
pub use figure::Unit;
pub use id::Id;
pub use id::IdError;
pub use money::AmountError;
pub use money::amount;
pub use money::grouped;
pub use period::Period;
pub use period::PeriodError;
pub use period::PeriodKind;
pub use provenance::Evidence;
pub use provenance::LetterStatus;
pub use provenance::OutcomeStatus;
pub use provenance::Preference;
pub use provenance::Reading;
pub use provenance::StatementKind;
pub use provenance::Tier;
pub use words::capitalised;
pub use words::count;
pub use words::join;
pub use words::number;
pub use words::share;
pub use words::slug;
pub use words::with_article;
pub use year::FinancialYear;
pub use year::YearError;
