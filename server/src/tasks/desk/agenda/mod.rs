//! A day's appointments.

pub mod handlers;
