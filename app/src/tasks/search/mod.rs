//! Searching offers, rules and words.

pub mod engine;
mod shortcuts;
pub mod text;
pub mod views;
