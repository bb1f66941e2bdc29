//! What any engine must keep to: the same story on both.

mod codes;
mod contract;
#[path = "../support/each_engine.rs"]
mod each_engine;
#[path = "../support/engines.rs"]
mod engines;
mod faults;
mod form_token;
mod race;
mod schema;
