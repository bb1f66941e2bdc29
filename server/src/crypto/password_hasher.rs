//! Work that is slow on purpose: a guess at a code or a password costs as much as the real one.

use crate::crypto::{
    keys::Key,
    verifier::{Cost, Verifier},
};
use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Arc, Mutex, PoisonError},
};
use thiserror::Error;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How much may be worked out at once: each takes 64 MiB.
const AT_ONCE: usize = 2;
/// How much may wait for that.
const WAITING: usize = 32;
/// How much may wait of those who have often been wrong: the others pass them.
const WAITING_WARY: usize = 8;
/// How much may wait for what is on record, and for one record.
const WAITING_KNOWN: usize = 96;
const WAITING_EACH: usize = 2;

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
    known: Arc<KnownLine>,
}

/// The line of what is on record: a code or a name that exists. A flood of guesses fills the other lines, and whoever has an
/// appointment or a password comes through; of one record so few wait at once that who guesses at it does not fill the line.
#[derive(Default)]
struct KnownLine(Mutex<HashMap<[u8; 16], usize>>);

/// A place in it, given back when it is dropped.
struct KnownPlace {
    line: Arc<KnownLine>,
    salt: [u8; 16],
}

impl KnownLine {
    /// A place for a record, which its salt tells apart; `None` where too many wait.
    fn enter(self: &Arc<Self>, salt: [u8; 16]) -> Option<KnownPlace> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_record = waiting.get(&salt).copied().unwrap_or(0);
        if of_record >= WAITING_EACH || waiting.values().sum::<usize>() >= WAITING_KNOWN {
            return None;
        }
        waiting.insert(salt, of_record + 1);
        Some(KnownPlace { line: Arc::clone(self), salt })
    }
}

impl Drop for KnownPlace {
    fn drop(&mut self) {
        let mut waiting = self.line.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut of_record) = waiting.entry(self.salt) {
            *of_record.get_mut() -= 1;
            if *of_record.get() == 0 {
                of_record.remove();
            }
        }
    }
}

/// A place in a line, given back when it is dropped.
type Place = Box<dyn Send>;

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
            known: Arc::default(),
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
        let place = self.wait_as_stranger(priority).await?;
        self.work(place, secret, move |secret, pepper| Verifier::new(secret, salt, cost, pepper)).await
    }

    /// Whether a secret is the one; without a record it takes the same work. With one it has a line of its own, whatever
    /// the priority of the place it comes from.
    pub async fn knows(
        self: &Arc<Self>,
        priority: Priority,
        secret: Vec<u8>,
        record: Option<&Verifier>,
    ) -> Result<bool, BusyError> {
        let verifier = record.cloned().unwrap_or_else(|| Verifier::of_nobody(self.cost));
        let place = match record.and_then(|record| self.known.enter(record.salt)) {
            Some(place) => Box::new(place),
            None => self.wait_as_stranger(priority).await?,
        };
        let known = self.work(place, secret, move |secret, pepper| verifier.knows(secret, pepper)).await?;
        Ok(known && record.is_some())
    }

    /// A place in the line of what may be anybody's.
    async fn wait_as_stranger(&self, priority: Priority) -> Result<Place, BusyError> {
        let queue = match priority {
            Priority::Normal => &self.waiting,
            Priority::Low => &self.waiting_wary,
        };
        let waiting = Arc::clone(queue).try_acquire_owned().map_err(|_| BusyError)?;
        let alone = match priority {
            Priority::Normal => None,
            Priority::Low => Some(Arc::clone(&self.wary).acquire_owned().await.map_err(|_| BusyError)?),
        };
        Ok(Box::new((waiting, alone)))
    }

    async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        waited: Place,
        secret: Vec<u8>,
        work: impl FnOnce(&[u8], &Key) -> T + Send + 'static,
    ) -> Result<T, BusyError> {
        let secret = zeroize::Zeroizing::new(secret);
        let place = Arc::clone(&self.at_once).acquire_owned().await.map_err(|_| BusyError)?;
        let here = Arc::clone(self);
        // The places are given back when the work is done, whether or not anybody still waits for it.
        let work = move || {
            let done = work(&secret, &here.pepper);
            drop((waited, place));
            done
        };
        spawn_blocking(work).await.map_err(|_| BusyError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        future::poll_fn,
        pin::Pin,
        task::{Context, Poll},
    };
    use zeroize::Zeroizing;

    /// What has come of some work by now.
    async fn begin<T>(work: &mut Pin<Box<impl Future<Output = T>>>) -> Poll<T> {
        poll_fn(|context: &mut Context<'_>| Poll::Ready(work.as_mut().poll(context))).await
    }

    fn record(hasher: &PasswordHasher, number: u8) -> Verifier {
        Verifier::new(&[number], [number; 16], hasher.cost, &hasher.pepper)
    }

    #[tokio::test]
    async fn whoever_is_on_record_comes_through_a_line_that_guesses_fill() {
        let hasher = PasswordHasher::new(Zeroizing::new([7; 32]), Cost::TINY);
        let records = [1, 2].map(|number| record(&hasher, number));
        let slow = Arc::clone(&hasher.at_once).acquire_many_owned(2).await.expect("both are free");
        let mut guesses: Vec<_> =
            (0..40).map(|_| Box::pin(hasher.knows(Priority::Normal, vec![0], None))).collect();
        let mut refused = 0;
        for guess in &mut guesses {
            refused += usize::from(begin(guess).await.is_ready());
        }
        assert_eq!(refused, 40 - WAITING, "the line is full");
        let mut owners: Vec<_> = [(1, Priority::Low), (2, Priority::Normal), (1, Priority::Normal)]
            .into_iter()
            .map(|(number, priority)| {
                let record = &records[usize::from(number) - 1];
                Box::pin(hasher.knows(priority, vec![number], Some(record)))
            })
            .collect();
        for owner in &mut owners {
            assert!(begin(owner).await.is_pending(), "they wait, and are not refused");
        }
        let mut third = Box::pin(hasher.knows(Priority::Normal, vec![0], Some(&records[0])));
        let third = begin(&mut third).await;
        assert!(matches!(third, Poll::Ready(Err(_))), "who guesses at a code does not fill the line");
        drop((slow, guesses));
        for owner in owners {
            assert!(owner.await.expect("worked out"));
        }
        assert!(hasher.known.0.lock().expect("a line").is_empty(), "all places are given back");
    }
}
