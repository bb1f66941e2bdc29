//! Choosing a municipality.

pub mod handlers;
