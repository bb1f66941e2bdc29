//! The list of offers, and one offer.

pub mod text;
pub mod views;
