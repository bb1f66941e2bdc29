//! Marks on forms: who answers a form has had it before them, for a while, and its use is remembered by the database, for
//! all servers and over a restart.

pub mod repository;
pub mod service;
