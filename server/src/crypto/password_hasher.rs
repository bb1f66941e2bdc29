//! Work that is slow on purpose: a guess at a code or a password costs as much as the real one.

use crate::crypto::{
    keys::Key,
    verifier::{Cost, Verifier},
};
use std::sync::Arc;
use thiserror::Error;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How much may be worked out at once: each takes 64 MiB.
const AT_ONCE: usize = 2;
/// How much may wait for that.
const WAITING: usize = 32;
/// How much may wait of those who have often been wrong: the others pass them.
const WAITING_WARY: usize = 8;

/// Too much waits already.
#[derive(Debug, Error)]
#[error("too many codes are being worked out")]
pub struct BusyError;

/// Whose priority it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Priority {
    Normal,
    /// After many wrong codes from the same place: one at a time, so that nobody else waits for it.
    Low,
}

/// The place where slow work is done, beside the runtime's own threads.
pub struct PasswordHasher {
    pepper: Key,
    cost: Cost,
    at_once: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    wary: Arc<Semaphore>,
    waiting_wary: Arc<Semaphore>,
}

impl PasswordHasher {
    #[must_use]
    pub fn new(pepper: Key, cost: Cost) -> Arc<Self> {
        let places = |number| Arc::new(Semaphore::new(number));
        Arc::new(Self {
            pepper,
            cost,
            at_once: places(AT_ONCE),
            waiting: places(WAITING),
            wary: places(1),
            waiting_wary: places(WAITING_WARY),
        })
    }

    /// What is stored of a new secret.
    pub async fn verifier(
        self: &Arc<Self>,
        priority: Priority,
        secret: Vec<u8>,
        salt: [u8; 16],
    ) -> Result<Verifier, BusyError> {
        let cost = self.cost;
        self.work(priority, secret, move |secret, pepper| Verifier::new(secret, salt, cost, pepper)).await
    }

    /// Whether a secret is the one; without a record it takes the same work.
    pub async fn knows(
        self: &Arc<Self>,
        priority: Priority,
        secret: Vec<u8>,
        record: Option<&Verifier>,
    ) -> Result<bool, BusyError> {
        let verifier = record.cloned().unwrap_or_else(|| Verifier::of_nobody(self.cost));
        let known = self.work(priority, secret, move |secret, pepper| verifier.knows(secret, pepper)).await?;
        Ok(known && record.is_some())
    }

    async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        priority: Priority,
        secret: Vec<u8>,
        work: impl FnOnce(&[u8], &Key) -> T + Send + 'static,
    ) -> Result<T, BusyError> {
        let secret = zeroize::Zeroizing::new(secret);
        let queue = match priority {
            Priority::Normal => &self.waiting,
            Priority::Low => &self.waiting_wary,
        };
        let waiting = Arc::clone(queue).try_acquire_owned().map_err(|_| BusyError)?;
        let alone = match priority {
            Priority::Normal => None,
            Priority::Low => Some(Arc::clone(&self.wary).acquire_owned().await.map_err(|_| BusyError)?),
        };
        let place = Arc::clone(&self.at_once).acquire_owned().await.map_err(|_| BusyError)?;
        let here = Arc::clone(self);
        // The places are given back when the work is done, whether or not anybody still waits for it.
        let work = move || {
            let done = work(&secret, &here.pepper);
            drop((waiting, alone, place));
            done
        };
        spawn_blocking(work).await.map_err(|_| BusyError)
    }
}
