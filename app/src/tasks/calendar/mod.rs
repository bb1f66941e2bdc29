//! A file for the phone's calendar.

pub mod text;
pub mod views;
