//! A wish for treatment, followed: what has happened, by when what must happen, and what one can do.

mod decision;
pub mod text;
pub mod views;
