//! The calculator of time limits.

pub mod handlers;
