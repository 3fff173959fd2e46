//! What scripts read.

/// Data for a script, as JSON.
#[derive(Debug)]
pub struct ScriptData {
    /// What scripts call it: `loxley["NAME"]`.
    pub name: &'static str,
    /// The data.
    pub json: String,
}
