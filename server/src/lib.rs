//! The portal's server: routes, what they need, and the binary's commands.

pub mod clock;
pub mod commands;
pub mod config;
pub mod crypto;
pub mod data_inventory;
pub mod jobs;
pub mod router;
pub mod services;
pub mod single_flight;
pub mod standards;
pub mod store;
pub mod tasks;
pub mod web;
