//! What the phone loads as WebAssembly: the islands of `app`, and the entry that readies them.

// Without this the islands would be dropped from the binary.
extern crate app;

/// Readies the islands; the loader then wakes each one it finds in the page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
