//! Signing in and out.

pub mod handlers;
pub mod kept;
pub mod repository;
pub mod service;
