//! The guide to what fits.

pub mod island;
pub mod text;
#[cfg(feature = "ssr")]
pub mod views;
