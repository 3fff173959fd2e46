//! Loxley turns Markdown and YAML records of council ratings, visits and spending into a static
//! website.
//!
//! Facts flow one way: files → records → register → findings → plan → artifacts → `public/`.
//! [`site::build`] reads like that sentence; every stage below it is a pure function of its
//! arguments. Only [`cli`] reads the clock, the environment and the disk's outer edges.

pub mod analysis;
pub mod charts;
pub mod cli;
pub mod content;
pub mod domain;
pub mod import;
pub mod outputs;
pub mod pages;
pub mod publish;
pub mod record;
pub mod register;
pub mod report;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
