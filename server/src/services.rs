//! Use cases: what a domain decision, the store and the crypto do together.

pub mod booking;
pub mod callback;
pub mod hexadecimal;
