//! Who works at the desk.

pub mod handlers;
pub mod repository;
pub mod service;

pub use service::StaffMember;
