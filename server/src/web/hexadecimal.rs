//! Sixteen bytes as a form carries them.

/// Thirty-two digits.
#[must_use]
pub fn written(bytes: &[u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(*bytes))
}

/// Reads what [`written`] gives; `None` for anything else.
#[must_use]
pub fn read(text: &str) -> Option<[u8; 16]> {
    let plain = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u128::from_str_radix(text, 16).ok()).flatten().map(u128::to_be_bytes)
}
