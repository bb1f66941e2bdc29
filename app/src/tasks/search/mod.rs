//! Searching offers, rules and words.

pub mod engine;
pub mod text;
pub mod views;
