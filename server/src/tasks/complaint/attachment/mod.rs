//! Files that go along with a complaint: taken in while it is written, cleaned, kept sealed, and handed to who reads it.

mod cleaning;
mod flow;
pub mod model;
pub mod repository;
pub mod service;
pub mod upload;
