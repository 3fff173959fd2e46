//! stub
use crate::cli::Outcome;
pub fn run(_: &crate::cli::args::ServeArgs) -> Outcome {
    Outcome::Done
}
