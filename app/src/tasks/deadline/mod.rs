//! The calculator of time limits.

pub mod text;
pub mod views;
