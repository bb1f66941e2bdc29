//! Booking a conversation without a name.

pub mod availability;
pub mod confirm;
pub mod handlers;
pub mod open_kinds;
pub mod service;
