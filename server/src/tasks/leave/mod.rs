//! Leaving the site at once.

pub mod handlers;
