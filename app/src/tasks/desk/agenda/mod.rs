//! A day's appointments.

pub mod views;
