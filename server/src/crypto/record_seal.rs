//! What is said in a complaint: sealed under a key of its own, which is itself sealed. Whoever deletes the key has deleted
//! every text, in every copy.

use crate::{
    crypto::{keys::Key, random::Random, sealed},
    db::ComplaintId,
};
use zeroize::Zeroizing;

/// Makes and opens the keys of complaints.
pub struct ComplaintSeal {
    key: Key,
    random: Random,
}

/// The key of one complaint.
pub struct ComplaintKey<'a> {
    key: Key,
    complaint: ComplaintId,
    random: &'a Random,
}

impl ComplaintSeal {
    #[must_use]
    pub const fn new(key: Key, random: Random) -> Self {
        Self { key, random }
    }

    /// A new key for a complaint, and how it is stored.
    #[must_use]
    pub fn make_key(&self, complaint: &ComplaintId) -> (ComplaintKey<'_>, Vec<u8>) {
        let key: Key = Zeroizing::new(self.random.bytes());
        let text = Zeroizing::new(hex::encode(&key[..]));
        let stored = sealed::seal(&self.key, complaint.as_bytes(), &text, &self.random);
        (ComplaintKey { key, complaint: *complaint, random: &self.random }, stored)
    }

    /// The key of a complaint, from how it is stored.
    #[must_use]
    pub fn open_key(&self, complaint: &ComplaintId, stored: &[u8]) -> Option<ComplaintKey<'_>> {
        let text = sealed::open(&self.key, complaint.as_bytes(), stored)?;
        let mut key: Key = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text.as_bytes(), &mut key[..]).ok()?;
        Some(ComplaintKey { key, complaint: *complaint, random: &self.random })
    }
}

impl ComplaintKey<'_> {
    /// Seals what was said with the event at a place.
    #[must_use]
    pub fn seal(&self, place: u32, text: &str) -> Vec<u8> {
        sealed::seal(&self.key, &sealed::name_part(self.complaint.as_bytes(), place), text, self.random)
    }

    /// Opens what [`Self::seal`] made for the same event.
    #[must_use]
    pub fn open(&self, place: u32, sealed: &[u8]) -> Option<Zeroizing<String>> {
        sealed::open(&self.key, &sealed::name_part(self.complaint.as_bytes(), place), sealed)
    }

    /// Seals the key of a file that goes along.
    #[must_use]
    pub fn seal_key(&self, file: &[u8; 16], key: &Key) -> Vec<u8> {
        sealed::seal_key(&self.key, file, key, self.random)
    }

    /// Opens what [`Self::seal_key`] made for the same file.
    #[must_use]
    pub fn open_key(&self, file: &[u8; 16], sealed: &[u8]) -> Option<Key> {
        sealed::open_key(&self.key, file, sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_opened_with_the_key_of_its_complaint_alone_and_in_its_place() {
        let seal = ComplaintSeal::new(Zeroizing::new([3; 32]), Random::seeded(1));
        let (one, other) = (ComplaintId::new([1; 16]), ComplaintId::new([2; 16]));
        let (key, stored) = seal.make_key(&one);
        let sealed = key.seal(1, "Jeg har ventet");
        let again = seal.open_key(&one, &stored).expect("its key");
        assert_eq!(again.open(1, &sealed).as_deref().map(String::as_str), Some("Jeg har ventet"));
        assert!(again.open(2, &sealed).is_none(), "at another place");
        assert!(seal.open_key(&other, &stored).is_none(), "another complaint's");
        let (another, _) = seal.make_key(&one);
        assert!(another.open(1, &sealed).is_none(), "each has a key of its own");
    }
}
