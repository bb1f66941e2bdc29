//! One's own way in: passkeys, and signing out everywhere.

pub mod handlers;
pub mod repository;
pub mod service;
