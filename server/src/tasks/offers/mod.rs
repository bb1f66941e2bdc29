//! The list of offers, and one offer.

pub mod handlers;
