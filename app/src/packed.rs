//! What an island is told, as the text of an attribute: a fraction of the WebAssembly that Leptos' properties cost,
//! which bring a JSON library (docs/decisions/guide-size.md).

/// Writes `value` as text.
///
/// # Panics
/// For a value that postcard cannot write, such as a list of unknown length: no island has one.
#[cfg(feature = "ssr")]
pub(crate) fn pack(value: &impl serde::Serialize) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    let bytes = postcard::to_allocvec(value).expect("an island's state holds nothing that cannot be written");
    BASE64_STANDARD.encode(bytes)
}

/// Reads what `pack` wrote.
#[cfg(feature = "hydrate")]
pub(crate) fn unpack<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    let packed = leptos::prelude::window().atob(text).ok()?;
    let bytes: Option<Vec<u8>> = packed.chars().map(|char| u8::try_from(u32::from(char)).ok()).collect();
    postcard::from_bytes(&bytes?).ok()
}
