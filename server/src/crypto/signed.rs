//! Forms and capabilities that the portal signs, so that nothing about them needs to be stored.

use crate::crypto::keys::Key;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Sixteen bytes of HMAC-SHA256 over a purpose and parts, each with its length.
///
/// # Panics
/// Never: HMAC takes keys of any length.
#[must_use]
pub fn sign(key: &Key, purpose: &str, parts: &[&[u8]]) -> [u8; 16] {
    mac(key, purpose, parts).finalize().into_bytes()[..16].try_into().expect("32 bytes hold 16")
}

/// Whether [`sign`] gave `signature`, told in the same time whatever the answer.
#[must_use]
pub fn is_signed(key: &Key, purpose: &str, parts: &[&[u8]], signature: &[u8; 16]) -> bool {
    mac(key, purpose, parts).verify_truncated_left(signature).is_ok()
}

fn mac(key: &Key, purpose: &str, parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&key[..]).expect("HMAC takes keys of any length");
    for part in [purpose.as_bytes()].iter().chain(parts) {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeroize::Zeroizing;

    #[test]
    fn only_the_same_parts_for_the_same_purpose_are_signed() {
        let key = Zeroizing::new([1; 32]);
        let signature = sign(&key, "form", &[b"ab", b"c"]);
        assert!(is_signed(&key, "form", &[b"ab", b"c"], &signature));
        assert!(!is_signed(&key, "form", &[b"a", b"bc"], &signature));
        assert!(!is_signed(&key, "talk", &[b"ab", b"c"], &signature));
        assert!(!is_signed(&Zeroizing::new([2; 32]), "form", &[b"ab", b"c"], &signature));
    }
}
