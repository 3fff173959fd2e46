//! The progress line and the timings: one hook that each stage calls as it begins.

use std::io::IsTerminal;
use std::time::Duration;
use std::time::Instant;

use indicatif::ProgressBar;

/// What a run is doing, shown on a terminal, and how long each stage took.
pub struct Progress {
    line: ProgressBar,
    stages: Vec<(&'static str, Instant)>,
}

impl Progress {
    /// Nothing done yet. The line is hidden where standard error is no terminal.
    pub fn new() -> Self {
        let line =
            if std::io::stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        line.enable_steady_tick(Duration::from_millis(100));
        Self { line, stages: Vec::new() }
    }

    /// A stage begins.
    pub fn begin(&mut self, label: &'static str) {
        self.line.set_message(label);
        self.stages.push((label, Instant::now()));
    }

    /// All is done: takes the line away, and gives each stage with its time.
    pub fn finish(self) -> Vec<(&'static str, Duration)> {
        self.line.finish_and_clear();
        let ends = self.stages.iter().skip(1).map(|(_, begun)| *begun).chain([Instant::now()]);
        self.stages.iter().zip(ends).map(|((label, begun), end)| (*label, end - *begun)).collect()
    }
}
