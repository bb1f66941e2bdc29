//! Complaints at the desk: for who reads them, and nobody else.

pub mod files;
pub mod handlers;
pub mod package;
