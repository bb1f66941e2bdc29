//! Coming into one's plan: by a code that the centre gives, and six digits of one's own. Who somebody is stands apart from
//! how they come in: another way in leads to the same session.

pub mod handlers;
pub mod insight;
pub mod kept;
pub mod model;
pub mod repository;
pub mod service;
pub mod session;

pub use session::CitizenSession;
