//! What is kept of a return code. The anonymous track.

pub mod repository;

pub use repository::CodeRecord;
