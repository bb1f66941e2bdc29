//! A file for the phone's calendar.

pub mod handlers;
