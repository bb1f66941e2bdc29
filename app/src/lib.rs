//! Everything that is shown: views and sentences, one folder a task, and what every page is made of.
//!
//! Pages exist on the server only (feature `ssr`); what reaches the phone as WebAssembly (feature
//! `hydrate`) is one island (a feature each) and the sentences it uses.

// Views nest as types; the pages' are deeper than the default.
#![recursion_limit = "512"]
#![cfg_attr(
    any(feature = "ssr", feature = "island-deadline", feature = "island-plan"),
    expect(clippy::needless_pass_by_value, reason = "a component takes its properties by value")
)]

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod api_error;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod packed;
pub mod phrase;
pub mod tasks;
pub mod ui;
