//! Signing in and out.

pub mod views;
