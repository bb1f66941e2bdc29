//! The queue of calls.

pub mod handlers;
