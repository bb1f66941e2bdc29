//! What any engine must keep to: the same story on both.

mod codes;
mod contract;
#[path = "../support/engines.rs"]
mod engines;
mod race;
mod schema;
