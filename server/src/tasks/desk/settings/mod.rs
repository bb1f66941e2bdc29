//! What a desk has opened, promises, and when it is closed.

pub mod handlers;
pub mod repository;
pub mod service;
