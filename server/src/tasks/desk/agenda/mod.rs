//! A day's appointments.

pub mod handlers;
pub mod needs;
pub mod page;
pub mod repository;
pub mod service;
mod week;
