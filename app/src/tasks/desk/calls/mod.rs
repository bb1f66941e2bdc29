//! The queue of calls.

pub mod text;
pub mod views;
