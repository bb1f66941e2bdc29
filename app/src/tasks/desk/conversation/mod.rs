//! Writing to each other at an appointment.

pub mod views;
