//! What a desk has opened, promises, and when it is closed.

pub mod views;
