//! The list of offers, and one offer.

pub mod filter;
pub mod list;
pub mod one;
