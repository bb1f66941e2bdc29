//! Words in plain language.

pub mod handlers;
