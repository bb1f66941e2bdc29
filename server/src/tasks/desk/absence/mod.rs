//! Who is away, and days on which a centre is closed; with what becomes of the appointments meanwhile.

pub mod form;
pub mod handlers;
pub mod model;
pub mod service;
