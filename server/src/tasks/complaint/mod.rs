//! Complaining.

mod form;
pub mod handlers;
