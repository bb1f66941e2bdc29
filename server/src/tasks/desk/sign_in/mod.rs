//! Signing in and out.

pub mod handlers;
pub mod kept;
pub mod model;
pub mod repository;
pub mod service;
