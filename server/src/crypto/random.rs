//! The only place that takes random numbers.

use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where random numbers come from.
pub enum Random {
    System,
    /// Always the same ones: for tests, and for a demonstration at a moment that was chosen. Never for a secret.
    Seeded {
        seed: u64,
        given: AtomicU64,
    },
}

impl Random {
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Self::Seeded { seed, given: AtomicU64::new(0) }
    }

    /// `N` random bytes.
    ///
    /// # Panics
    /// Where the system has none to give: nothing could be done safely then.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::System => getrandom::fill(&mut bytes).expect("the system gives random numbers"),
            Self::Seeded { seed, given } => {
                for chunk in bytes.chunks_mut(32) {
                    let place = given.fetch_add(1, Ordering::Relaxed);
                    let block =
                        Sha256::new().chain_update(seed.to_be_bytes()).chain_update(place.to_be_bytes());
                    chunk.copy_from_slice(&block.finalize()[..chunk.len()]);
                }
            }
        }
        bytes
    }
}
