//! Complaining: what it is about and where it goes, filing it, and what becomes of it.

pub mod attachment;
pub mod check;
pub mod filing;
pub mod follow;
mod form;
pub mod handlers;
pub mod model;
pub mod progress;
pub mod reading;
pub mod repository;
pub mod service;
