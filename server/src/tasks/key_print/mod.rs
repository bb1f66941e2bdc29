//! Prints of the portal's keys: a database is not served with the keys of another.

pub mod repository;
pub mod service;
