//! One page of the plan.

use crate::domain::Address;
use crate::pages::body::Body;
use crate::pages::parts::Head;

/// A page: where it goes and what it says.
#[derive(Debug)]
pub struct Page {
    /// The file below `public/`.
    pub file: String,
    /// Its address.
    pub address: Address,
    /// Title, description, way home.
    pub head: Head,
    /// What it says.
    pub body: Body,
}
