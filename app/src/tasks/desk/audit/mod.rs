//! What staff have done.

pub mod views;
