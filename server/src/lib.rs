//! The portal's server: routes, what they need, and the binary's commands.

pub mod check;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod demo;
pub mod http;
pub mod jobs;
pub mod portal;
pub mod render;
pub mod report;
pub mod routes;
pub mod serve;
pub mod services;
pub mod site;
pub mod standards;
pub mod store;
pub mod stored;
pub mod visit;
