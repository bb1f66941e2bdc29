//! What every answer goes through.

pub mod encoded;
pub mod form;
pub mod headers;
pub mod log;
pub mod origin;
