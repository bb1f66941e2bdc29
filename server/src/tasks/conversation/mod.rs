//! Writing to each other at an appointment.

pub mod handlers;
pub mod presence;
pub mod repository;
pub mod service;
