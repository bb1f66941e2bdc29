//! A key for each record, under which its texts are sealed, and which is itself sealed. Whoever deletes the key has deleted
//! every text of the record, in every copy.

use crate::crypto::{keys::Key, random::Random, sealed};
use zeroize::Zeroizing;

/// Makes and opens the keys of one kind of record.
pub struct RecordSeal {
    key: Key,
    random: Random,
}

/// The key of one record.
pub struct RecordKey<'a> {
    key: Key,
    record: [u8; 16],
    random: &'a Random,
}

impl RecordSeal {
    #[must_use]
    pub const fn new(key: Key, random: Random) -> Self {
        Self { key, random }
    }

    /// A new key for a record, and how it is stored.
    #[must_use]
    pub fn make_key(&self, record: &[u8; 16]) -> (RecordKey<'_>, Vec<u8>) {
        let key: Key = Zeroizing::new(self.random.bytes());
        let text = Zeroizing::new(hex::encode(&key[..]));
        let stored = sealed::seal(&self.key, record, &text, &self.random);
        (RecordKey { key, record: *record, random: &self.random }, stored)
    }

    /// The key of a record, from how it is stored.
    #[must_use]
    pub fn open_key(&self, record: &[u8; 16], stored: &[u8]) -> Option<RecordKey<'_>> {
        let text = sealed::open(&self.key, record, stored)?;
        let mut key: Key = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text.as_bytes(), &mut key[..]).ok()?;
        Some(RecordKey { key, record: *record, random: &self.random })
    }
}

impl RecordKey<'_> {
    /// Seals what stands at a place of the record.
    #[must_use]
    pub fn seal(&self, place: u32, text: &str) -> Vec<u8> {
        sealed::seal(&self.key, &sealed::name_part(&self.record, place), text, self.random)
    }

    /// Opens what [`Self::seal`] made for the same place.
    #[must_use]
    pub fn open(&self, place: u32, sealed: &[u8]) -> Option<Zeroizing<String>> {
        sealed::open(&self.key, &sealed::name_part(&self.record, place), sealed)
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
    fn a_text_is_opened_with_the_key_of_its_record_alone_and_in_its_place() {
        let seal = RecordSeal::new(Zeroizing::new([3; 32]), Random::seeded(1));
        let (one, other) = ([1; 16], [2; 16]);
        let (key, stored) = seal.make_key(&one);
        let sealed = key.seal(1, "Jeg har ventet");
        let again = seal.open_key(&one, &stored).expect("its key");
        assert_eq!(again.open(1, &sealed).as_deref().map(String::as_str), Some("Jeg har ventet"));
        assert!(again.open(2, &sealed).is_none(), "at another place");
        assert!(seal.open_key(&other, &stored).is_none(), "another record's");
        let (another, _) = seal.make_key(&one);
        assert!(another.open(1, &sealed).is_none(), "each has a key of its own");
    }
}
