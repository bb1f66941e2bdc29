//! What staff did: only added to, and beside what it did in one transaction.

pub mod handlers;
pub mod repository;
pub mod service;

pub use service::{AuditAction, AuditEntry};
