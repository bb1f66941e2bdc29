//! Waiting for a time.

pub mod views;
