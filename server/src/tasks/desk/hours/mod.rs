//! When somebody takes appointments.

pub mod handlers;
pub mod repository;
pub mod service;
