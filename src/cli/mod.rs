//! The command line: the only floor that reads the clock, the environment and the working folder,
//! prints, and decides the exit code.

mod args;
mod build;
mod check;
mod common;
mod diff;
mod import;
mod import_args;
mod progress;
mod release;
#[cfg(feature = "serve")]
mod serve;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::args::Args;
use crate::cli::args::Command;

/// How a run ended; the numbers are the program's exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done = 0,
    /// There are faults in the content; nothing was published.
    Faulty = 1,
    /// The command line was wrong (clap exits with this number too).
    Usage = 2,
    /// The disk or the network failed.
    Failed = 3,
}

/// Reads the command line and runs what it asks for.
pub fn run() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Release(args) => release::run(&args),
        Command::Import(args) => import::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
    };
    ExitCode::from(outcome as u8)
}
