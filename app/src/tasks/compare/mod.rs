//! The municipalities side by side.

pub mod text;
pub mod views;
