//! The questions before the clarifying conversation.

pub mod text;
pub mod views;
