//! When somebody takes appointments.

pub mod handlers;
