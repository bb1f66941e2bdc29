//! Everything that is shown: views and sentences, one folder a task, and what every page is made of.
//!
//! Pages exist on the server only (feature `ssr`); what reaches the phone as WebAssembly (feature
//! `hydrate`) is the island and the sentences it uses.

// Views nest as types; the pages' are deeper than the default.
#![recursion_limit = "512"]
#![cfg_attr(
    feature = "ssr",
    expect(clippy::needless_pass_by_value, reason = "a component takes its properties by value")
)]

pub mod phrase;
pub mod tasks;
pub mod ui;
