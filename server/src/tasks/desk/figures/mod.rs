//! Figures by quarter: how many began in time, and how long they waited.

pub mod handlers;
pub mod repository;
pub mod service;
