//! The `loxley` program: see [`loxley::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    loxley::cli::run()
}
