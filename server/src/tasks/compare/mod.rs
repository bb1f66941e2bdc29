//! The municipalities side by side.

pub mod handlers;
