//! Accessibility, privacy, and what is stored.

pub mod handlers;
