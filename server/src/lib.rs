//! The portal's server: what every task may use, the tasks, and the binary's commands.

pub mod clock;
pub mod commands;
pub mod config;
pub mod crypto;
pub mod data_inventory;
pub mod db;
pub mod jobs;
pub mod router;
pub mod single_flight;
pub mod standards;
pub mod tasks;
pub mod web;
