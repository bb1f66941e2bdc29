//! Waiting for a time.

pub mod repository;
pub mod service;
