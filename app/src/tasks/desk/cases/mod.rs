//! Wishes for treatment, followed at the desk.

pub mod text;
pub mod views;
