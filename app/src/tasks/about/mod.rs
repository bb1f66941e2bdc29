//! Accessibility, privacy, and what is stored.

pub mod stored;
pub mod stored_text;
pub mod text;
pub mod views;
