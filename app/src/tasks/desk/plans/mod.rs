//! Plans at the desk: the list, one of them, opening one, and its code.

pub mod code;
pub mod handing_over;
pub mod list;
pub mod opening;
pub mod text;
pub mod views;
