//! What a browser holds of a session. Only its print is stored, so that a stolen database lets nobody in.

use crate::crypto::{keys::Key, random::Random};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 256 random bits.
pub struct SessionToken(Zeroizing<[u8; 32]>);

impl SessionToken {
    #[must_use]
    pub fn draw(random: &Random) -> Self {
        Self(Zeroizing::new(random.bytes()))
    }

    /// As a cookie carries it.
    #[must_use]
    pub fn encode(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(&self.0[..])
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?);
        bytes.as_slice().try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// SHA-256 of it: all that is stored.
    #[must_use]
    pub fn print(&self) -> [u8; 32] {
        Sha256::digest(&self.0[..]).into()
    }

    /// A key that only whoever holds the token has.
    ///
    /// # Panics
    /// Never: HKDF gives what is asked for.
    #[must_use]
    pub fn wrapping_key(&self) -> Key {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, &self.0[..])
            .expand(b"wrap v1", &mut key[..])
            .expect("32 bytes are less than HKDF can give");
        key
    }
}
