//! Coming back by code.

pub mod handlers;
