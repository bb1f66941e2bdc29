//! Sealing of the confidential track: XChaCha20-Poly1305 under its own key, padded to few sizes, bound to
//! the record it stands in.

use crate::crypto::{keys::Key, random::Random};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A text is padded to a multiple of this, so that its length tells little.
const BUCKET: usize = 256;
const VERSION: u8 = 1;

/// Seals `text` for the record `id`.
#[must_use]
pub fn seal(key: &Key, id: &[u8; 16], text: &str, random: &Random) -> Vec<u8> {
    seal_bytes(key, id, text.as_bytes(), random)
}

/// The same for bytes that need not be a text.
///
/// # Panics
/// Never: what a form carries is far from the cipher's limit.
#[must_use]
pub fn seal_bytes(key: &Key, id: &[u8; 16], bytes: &[u8], random: &Random) -> Vec<u8> {
    let nonce: [u8; 24] = random.bytes();
    let whole = (bytes.len() + 1).next_multiple_of(BUCKET);
    let mut padded = Zeroizing::new(Vec::with_capacity(whole));
    padded.extend_from_slice(bytes);
    padded.push(0x80);
    padded.resize(whole, 0);
    let cipher = XChaCha20Poly1305::new((&key[..]).into());
    let sealed = cipher
        .encrypt(&nonce.into(), Payload { msg: &padded, aad: &bound(id) })
        .expect("the text is within the cipher's limit");
    [&[VERSION], &nonce[..], &sealed].concat()
}

/// Opens what [`seal`] made for the record `id`; `None` for anything else.
#[must_use]
pub fn open(key: &Key, id: &[u8; 16], sealed: &[u8]) -> Option<Zeroizing<String>> {
    let bytes = open_bytes(key, id, sealed)?;
    Some(Zeroizing::new(std::str::from_utf8(&bytes).ok()?.to_owned()))
}

/// Opens what [`seal_bytes`] made for the record `id`; `None` for anything else.
#[must_use]
pub fn open_bytes(key: &Key, id: &[u8; 16], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (version, rest) = sealed.split_first()?;
    let (nonce, sealed) = rest.split_at_checked(24)?;
    let nonce: [u8; 24] = nonce.try_into().ok().filter(|_| *version == VERSION)?;
    let cipher = XChaCha20Poly1305::new((&key[..]).into());
    let padded = cipher.decrypt(&nonce.into(), Payload { msg: sealed, aad: &bound(id) }).ok()?;
    let mut padded = Zeroizing::new(padded);
    let end = padded.iter().rposition(|byte| *byte == 0x80)?;
    padded.truncate(end);
    Some(padded)
}

/// Seals a key under another.
#[must_use]
pub fn seal_key(key: &Key, id: &[u8; 16], sealed_key: &Key, random: &Random) -> Vec<u8> {
    seal_bytes(key, id, &sealed_key[..], random)
}

/// Opens what [`seal_key`] made.
#[must_use]
pub fn open_key(key: &Key, id: &[u8; 16], sealed: &[u8]) -> Option<Key> {
    open_bytes(key, id, sealed)?.as_slice().try_into().ok().map(Zeroizing::new)
}

/// What a part of the record `id` is bound to, so that it opens in its place alone.
///
/// # Panics
/// Never: a print is longer than a name.
#[must_use]
pub fn name_part(id: &[u8; 16], place: u32) -> [u8; 16] {
    let print = Sha256::new().chain_update(id).chain_update(place.to_be_bytes()).finalize();
    print.first_chunk().copied().expect("32 bytes hold 16")
}

fn bound(id: &[u8; 16]) -> Vec<u8> {
    [&[VERSION], &id[..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RECORD: [u8; 16] = [1; 16];

    proptest! {
        #[test]
        fn what_is_sealed_is_opened_only_whole_and_in_its_place(text in "\\PC{0,600}", place in any::<prop::sample::Index>()) {
            let (key, random) = (Zeroizing::new([5; 32]), Random::seeded(1));
            let sealed = seal(&key, &RECORD, &text, &random);
            prop_assert_eq!(open(&key, &RECORD, &sealed).map(|text| text.to_string()), Some(text.clone()));
            prop_assert!(open(&key, &[2; 16], &sealed).is_none(), "in another record");
            prop_assert!(open(&Zeroizing::new([6; 32]), &RECORD, &sealed).is_none());
            let mut broken = sealed.clone();
            broken[place.index(sealed.len())] ^= 1;
            prop_assert!(open(&key, &RECORD, &broken).is_none());
            prop_assert!(open(&key, &RECORD, &sealed[..place.index(sealed.len())]).is_none());
        }
    }

    #[test]
    fn length_tells_little() {
        let (key, random) = (Zeroizing::new([5; 32]), Random::seeded(1));
        let size = |text: &str| seal(&key, &RECORD, text, &random).len();
        assert_eq!(size(""), size(&"x".repeat(255)));
        assert!(size(&"x".repeat(256)) > size(""));
    }
}
