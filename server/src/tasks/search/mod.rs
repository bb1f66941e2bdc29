//! Searching offers, rules and words.

pub mod handlers;
