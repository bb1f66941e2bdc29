//! The guide to what fits.

pub mod handlers;
