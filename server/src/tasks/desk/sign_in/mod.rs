//! Signing in and out.

pub mod handlers;
pub mod service;
