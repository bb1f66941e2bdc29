//! Plans at the desk.

pub mod code;
pub mod handing_over;
pub mod handlers;
pub mod list;
pub mod opening;
mod room;

pub use room::StaffPlan;
