//! Everything the browser and the server share: texts, layout, pages and islands.
//!
//! Pages exist on the server only (feature `ssr`); what reaches the phone as WebAssembly is the
//! islands and the texts they use.

// Views nest as types; the pages' are deeper than the default.
#![recursion_limit = "512"]
#![cfg_attr(
    feature = "ssr",
    expect(clippy::needless_pass_by_value, reason = "a component takes its properties by value")
)]

pub mod phrase;
pub mod tasks;
pub mod ui;
