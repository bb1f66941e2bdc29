//! Words in plain language.

pub mod text;
pub mod views;
