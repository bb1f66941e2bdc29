//! The citizens' and the staff's tasks, one folder each.

pub mod about;
pub mod booking;
pub mod calendar;
pub mod callback;
pub mod clarification;
pub mod compare;
pub mod contact;
pub mod conversation;
pub mod deadline;
pub mod desk;
pub mod find_help;
pub mod glossary;
pub mod home;
pub mod leave;
pub mod offers;
pub mod return_code;
pub mod rules;
pub mod search;
