//! Choosing a municipality.

pub mod text;
pub mod views;
