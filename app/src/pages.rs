//! The pages, one module a citizen task. A page gets all it shows as arguments and does no I/O.

pub mod about;
pub mod booking;
pub mod callback;
pub mod choose;
pub mod clarify;
pub mod code;
pub mod compare;
pub mod contact;
pub mod deadline;
pub mod desk;
pub mod find;
pub mod glossary;
pub mod offers;
pub mod problem;
pub mod rules;
pub mod search;
pub mod stored;
pub mod talk;
