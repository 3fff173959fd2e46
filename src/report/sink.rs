//! The faults of one run.

use crate::report::Fault;
use crate::report::Severity;

/// All faults that a run has found so far, in the order of their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    faults: Vec<Fault>,
}

impl Report {
    /// Takes a fault in.
    pub fn add(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Takes in all faults of another report, for stages that work on many files at once.
    pub fn merge(&mut self, other: Report) {
        self.faults.extend(other.faults);
    }

    /// The faults by file, place and code, each once.
    pub fn faults(&self) -> Vec<&Fault> {
        let mut faults: Vec<&Fault> = self.faults.iter().collect();
        faults.sort_by(|a, b| (a.span(), a.code, &a.message).cmp(&(b.span(), b.code, &b.message)));
        faults.dedup();
        faults
    }

    /// How many faults of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults().iter().filter(|fault| fault.severity == severity).count()
    }

    /// Whether anything stops the build.
    pub fn has_errors(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }
}
