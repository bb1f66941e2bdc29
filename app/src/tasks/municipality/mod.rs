//! A municipality's front page.

pub mod text;
pub mod views;
