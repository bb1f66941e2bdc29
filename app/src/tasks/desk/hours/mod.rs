//! When somebody takes appointments.

pub mod views;
