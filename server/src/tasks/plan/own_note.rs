//! What somebody writes for themselves alone: sealed under a key that only their code and digits lead to.

pub mod repository;
pub mod service;
