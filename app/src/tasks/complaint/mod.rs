//! Complaining: what it is about, to whom it goes and until when, before a word is written.

pub mod attachment;
pub mod form;
pub mod text;
pub mod views;
