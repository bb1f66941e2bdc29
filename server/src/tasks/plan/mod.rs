//! The plan of somebody's treatment: what is written in it by both sides, and what becomes of it.

pub mod consents;
mod fhir;
pub mod form;
pub mod handlers;
pub mod model;
pub mod notes;
pub mod own_note;
pub mod repository;
pub mod room;
pub mod service;
pub mod taking_along;
pub mod today;
pub mod week;
