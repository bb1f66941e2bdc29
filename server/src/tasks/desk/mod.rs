//! The desk of the staff.

pub mod absence;
pub mod account;
pub mod agenda;
pub mod audit;
pub mod booking;
pub mod calls;
pub mod cases;
pub mod complaints;
pub mod conversation;
pub mod figures;
pub mod hours;
pub mod plans;
pub mod settings;
pub mod sign_in;
pub mod staff;
pub mod staff_session;
