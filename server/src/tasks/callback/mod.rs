//! Asking to be called back.

pub mod handlers;
pub mod service;
