//! A day's appointments.

pub mod axis;
pub mod card;
pub mod needs;
pub mod text;
pub mod views;
pub mod week;
