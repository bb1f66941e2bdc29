//! A municipality's front page.

pub mod handlers;
