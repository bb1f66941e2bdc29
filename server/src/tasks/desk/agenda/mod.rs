//! A day's appointments.

pub mod handlers;
pub mod repository;
pub mod service;
