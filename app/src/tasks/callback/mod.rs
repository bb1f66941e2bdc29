//! Asking to be called back.

pub mod text;
pub mod views;
