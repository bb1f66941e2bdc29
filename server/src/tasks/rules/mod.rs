//! Every rule of a standard.

pub mod handlers;
