//! Who is away, and days on which a centre is closed.

pub mod text;
pub mod views;
