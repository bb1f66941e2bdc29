//! Who works at the desk.

pub mod text;
pub mod views;
