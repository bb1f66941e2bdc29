//! The calculator of time limits.

pub mod answer;
pub mod form;
pub mod island;
pub mod text;
#[cfg(feature = "ssr")]
pub mod views;
