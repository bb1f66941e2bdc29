//! Wishes for treatment, followed at the desk.

pub mod handlers;
pub mod list;
pub mod opening;
