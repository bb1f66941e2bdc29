//! Booking a conversation without a name.

pub mod views;
