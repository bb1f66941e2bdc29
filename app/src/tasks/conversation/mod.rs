//! Writing to each other at an appointment.

pub mod text;
pub mod views;
