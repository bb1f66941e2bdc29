//! Complaints at the desk: for who reads them, and nobody else.

pub mod package;
pub mod text;
pub mod views;
