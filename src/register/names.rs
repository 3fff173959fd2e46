//! Names of records, of those too that have faults: one faulty file does not make every mention
//! of it a fault.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::Id;
use crate::report::FileId;

/// The names that other records may mention.
#[derive(Debug, Default)]
pub struct Names {
    /// Keys in `sources/*.yaml`.
    pub sources: BTreeSet<Id>,
    /// Files in `measures/`.
    pub measures: BTreeSet<Id>,
    /// Files in `frameworks/`.
    pub frameworks: BTreeSet<Id>,
    /// Files in `deflators/`.
    pub deflators: BTreeSet<Id>,
    /// Folders in `councils/`.
    pub councils: BTreeSet<Id>,
    /// The first file of each of those folders.
    pub folders: BTreeMap<Id, FileId>,
    /// Addresses of pages, as files and ids make them: `/councils/nottingham/`.
    pub addresses: BTreeSet<String>,
}
