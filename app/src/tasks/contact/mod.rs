//! Units, hours and ways to make contact.

pub mod text;
pub mod views;
