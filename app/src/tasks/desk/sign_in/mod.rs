//! Signing in and out.

pub mod kept;
pub mod views;
