//! Pages for finding the way and for trust in the site: front page, search, comparing, glossary, sources,
//! corrections, prose.

pub mod cards;
pub mod compare;
pub mod corrections;
pub mod design;
pub mod finder;
pub mod glossary;
pub mod gone;
pub mod home;
pub mod prose;
pub mod search;
pub mod source;
