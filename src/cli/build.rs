//! stub
use crate::cli::Outcome;
pub fn run(_: &crate::cli::args::BuildArgs) -> Outcome { Outcome::Done }
