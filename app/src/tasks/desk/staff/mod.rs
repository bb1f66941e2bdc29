//! Who works at the desk.

pub mod views;
