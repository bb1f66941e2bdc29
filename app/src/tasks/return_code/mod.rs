//! Coming back by code.

pub mod pseudonym;
pub mod views;
