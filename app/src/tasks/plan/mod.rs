//! The plan of somebody's treatment, as its citizen sees it.

pub mod text;
pub mod views;
