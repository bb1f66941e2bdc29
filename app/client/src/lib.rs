//! What the phone loads as WebAssembly: an island of `app` (a feature each), and the entry that readies it.

// Without this the island would be dropped from the binary.
extern crate app;

/// Readies the island; the loader then wakes each one it finds in the page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
