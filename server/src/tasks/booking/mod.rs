//! Booking a conversation without a name.

pub mod availability;
pub mod code;
pub mod confirm;
pub mod handlers;
mod hold;
mod limits;
pub mod model;
pub mod repository;
pub mod service;
pub mod transactions;
