//! The questions before the clarifying conversation.

pub mod handlers;
