//! Units, hours and ways to make contact.

pub mod handlers;
