//! Figures by quarter: how many began in time, and how long they waited.

pub mod text;
pub mod views;
