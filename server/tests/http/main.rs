//! The portal over HTTP, in the test's own process. One module a citizen task.

mod booking;
mod callback;
mod common;
mod deadline;
mod find;
mod offers;
mod privacy;
mod reading;
mod rules;
mod search;
mod sixth;

#[path = "../support/engines.rs"]
mod engines;
