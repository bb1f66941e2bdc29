//! The queue of calls.

pub mod views;
