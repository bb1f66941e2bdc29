//! Booking a conversation without a name.

pub mod text;
pub mod views;
