//! A wish for treatment, followed: what has happened, by when what must happen, and what one can do.

mod complaint;
mod decision;
pub mod text;
pub mod views;
