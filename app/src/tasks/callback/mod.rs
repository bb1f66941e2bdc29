//! Asking to be called back.

pub mod receipt;
pub mod text;
pub mod views;
