//! Coming into one's plan.

pub mod text;
pub mod views;
