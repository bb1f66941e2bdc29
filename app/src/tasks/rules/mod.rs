//! Every rule of a standard.

pub mod text;
pub mod views;
