//! What a citizen says in their own words: sealed, each bound to the event it was said with.

use crate::{
    crypto::{keys::Key, random::Random, sealed},
    db::CaseId,
};
use sha2::{Digest, Sha256};

/// Seals and opens words.
pub struct CaseWords {
    key: Key,
    random: Random,
}

impl CaseWords {
    #[must_use]
    pub const fn new(key: Key, random: Random) -> Self {
        Self { key, random }
    }

    /// Seals what was said with the event at a place of a case.
    #[must_use]
    pub fn seal(&self, case: &CaseId, place: u32, words: &str) -> Vec<u8> {
        sealed::seal(&self.key, &name(case, place), words, &self.random)
    }

    /// Opens what [`Self::seal`] made for the same event.
    #[must_use]
    pub fn open(&self, case: &CaseId, place: u32, sealed: &[u8]) -> Option<String> {
        sealed::open(&self.key, &name(case, place), sealed).map(|words| words.to_string())
    }
}

fn name(case: &CaseId, place: u32) -> [u8; 16] {
    let print = Sha256::new().chain_update(case.as_bytes()).chain_update(place.to_be_bytes()).finalize();
    print.first_chunk().copied().expect("32 bytes hold 16")
}
