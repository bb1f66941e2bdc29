//! Wishes for treatment, followed at the desk.

pub mod list;
pub mod opening;
pub mod renewal;
pub mod text;
pub mod views;
