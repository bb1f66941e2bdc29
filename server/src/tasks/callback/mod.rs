//! Asking to be called back.

mod form;
pub mod handlers;
pub mod repository;
pub mod service;
