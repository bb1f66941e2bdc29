//! Signing in and out.

pub mod handlers;
pub mod repository;
pub mod service;
