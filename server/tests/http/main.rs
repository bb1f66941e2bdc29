//! The portal over HTTP, in the test's own process. One module a citizen task.

mod booking;
mod callback;
mod clarify;
mod common;
mod deadline;
mod desk;
mod find;
mod limits;
mod offers;
mod privacy;
mod reading;
mod routes;
mod rules;
mod search;
mod sixth;
mod talk;
mod waiting;

#[path = "../support/engines.rs"]
mod engines;
