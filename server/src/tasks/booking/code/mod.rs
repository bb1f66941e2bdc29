//! What is kept of a return code. The anonymous track.

pub mod repository;
pub mod service;

pub use repository::CodeRecord;
