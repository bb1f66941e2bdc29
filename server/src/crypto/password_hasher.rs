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
/// How much may wait for what is on record, and for one record; and how much of one record is next at once.
const WAITING_KNOWN: usize = 256;
const WAITING_EACH: usize = 64;
const NEXT_EACH: usize = 2;
/// How much of one record waits from one place.
const WAITING_OF_PLACE: usize = 2;

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

/// Who asks for slow work: with what priority, and from where, known as in `RateLimiter` or not at all.
#[derive(Clone, Copy)]
pub struct Turn {
    pub priority: Priority,
    pub place: Option<[u8; 16]>,
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

/// The line of what is on record: a code or a name that exists, each with a line of its own. A flood of guesses fills the
/// other lines, and whoever has an appointment or a password comes through; who guesses at one record keeps nobody else
/// waiting, and its owner for seconds.
#[derive(Default)]
struct KnownLine(Mutex<HashMap<[u8; 16], RecordLine>>);

/// The line of one record.
struct RecordLine {
    /// From where each comes that waits.
    waiting: Vec<Option<[u8; 16]>>,
    next: Arc<Semaphore>,
}

impl RecordLine {
    fn new() -> Self {
        Self { waiting: Vec::new(), next: Arc::new(Semaphore::new(NEXT_EACH)) }
    }

    /// Whether one more can wait, where so many wait in all lines. The last places of all are for lines that are short.
    fn has_room(&self, place: Option<[u8; 16]>, in_all: usize) -> bool {
        let of_place = self.waiting.iter().filter(|one| place.is_some() && **one == place).count();
        let is_short = self.waiting.len() < NEXT_EACH;
        let room = if is_short { WAITING_KNOWN } else { WAITING_KNOWN / 4 * 3 };
        self.waiting.len() < WAITING_EACH && of_place < WAITING_OF_PLACE && in_all < room
    }
}

/// A place in it, given back when it is dropped.
struct KnownPlace {
    line: Arc<KnownLine>,
    salt: [u8; 16],
    place: Option<[u8; 16]>,
}

impl KnownLine {
    /// A place for a record, which its salt tells apart, and what lets it go on.
    fn enter(
        self: &Arc<Self>,
        salt: [u8; 16],
        place: Option<[u8; 16]>,
    ) -> Result<(KnownPlace, Arc<Semaphore>), BusyError> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let in_all = lines.values().map(|line| line.waiting.len()).sum();
        let line = lines.entry(salt).or_insert_with(RecordLine::new);
        if !line.has_room(place, in_all) {
            if line.waiting.is_empty() {
                lines.remove(&salt);
            }
            return Err(BusyError);
        }
        line.waiting.push(place);
        let next = Arc::clone(&line.next);
        Ok((KnownPlace { line: Arc::clone(self), salt, place }, next))
    }
}

impl Drop for KnownPlace {
    fn drop(&mut self) {
        let mut lines = self.line.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut line) = lines.entry(self.salt) {
            let waiting = &mut line.get_mut().waiting;
            if let Some(own) = waiting.iter().position(|one| *one == self.place) {
                waiting.swap_remove(own);
            }
            if waiting.is_empty() {
                line.remove();
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

    /// The same, with the key that only the secret leads to.
    pub async fn verifier_with_key(
        self: &Arc<Self>,
        priority: Priority,
        secret: Vec<u8>,
        salt: [u8; 16],
    ) -> Result<(Verifier, Key), BusyError> {
        let cost = self.cost;
        let place = self.wait_as_stranger(priority).await?;
        self.work(place, secret, move |secret, pepper| Verifier::with_key(secret, salt, cost, pepper)).await
    }

    /// Whether a secret is the one; without a record it takes the same work. With one it has a line of its own, whatever
    /// the priority of the place it comes from.
    pub async fn knows(
        self: &Arc<Self>,
        turn: Turn,
        secret: Vec<u8>,
        record: Option<&Verifier>,
    ) -> Result<bool, BusyError> {
        Ok(self.unlock(turn, secret, record).await?.is_some())
    }

    /// The key that a secret leads to, where it is the one; as [`Self::knows`].
    pub async fn unlock(
        self: &Arc<Self>,
        turn: Turn,
        secret: Vec<u8>,
        record: Option<&Verifier>,
    ) -> Result<Option<Key>, BusyError> {
        let verifier = record.cloned().unwrap_or_else(|| Verifier::of_nobody(self.cost));
        let place: Place = match record {
            Some(record) => {
                let (place, next) = self.known.enter(record.salt, turn.place)?;
                let next = next.acquire_owned().await.map_err(|_| BusyError)?;
                Box::new((next, place))
            }
            None => self.wait_as_stranger(turn.priority).await?,
        };
        let key = self.work(place, secret, move |secret, pepper| verifier.unlock(secret, pepper)).await?;
        Ok(key.filter(|_| record.is_some()))
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

    /// A turn from one of many places.
    fn from(place: u8) -> Turn {
        Turn { priority: Priority::Low, place: Some([place; 16]) }
    }

    #[tokio::test]
    async fn whoever_is_on_record_comes_through_what_guesses_fill() {
        let hasher = PasswordHasher::new(Zeroizing::new([7; 32]), Cost::TINY);
        let records: Vec<Verifier> = (0..6).map(|number| record(&hasher, number)).collect();
        let slow = Arc::clone(&hasher.at_once).acquire_many_owned(2).await.expect("both are free");
        let stranger = Turn { priority: Priority::Normal, place: None };
        let mut guesses: Vec<_> = (0..40).map(|_| Box::pin(hasher.knows(stranger, vec![9], None))).collect();
        let mut refused = 0;
        for guess in &mut guesses {
            refused += usize::from(begin(guess).await.is_ready());
        }
        assert_eq!(refused, 40 - WAITING, "guesses at nothing have filled their line");

        // Guesses at five records from many places, and as many again from one of them.
        let mut at_records = Vec::new();
        for record in &records[..5] {
            for place in (0..30).chain([1; 80]) {
                let mut guess = Box::pin(hasher.knows(from(place), vec![9], Some(record)));
                if begin(&mut guess).await.is_pending() {
                    at_records.push(guess);
                }
            }
        }
        assert!(at_records.len() > 100, "they wait: {}", at_records.len());
        let mut owner = Box::pin(hasher.knows(from(99), vec![5], Some(&records[5])));
        assert!(
            begin(&mut owner).await.is_pending(),
            "the owner of another record waits, and is not refused"
        );
        let mut attacked = Box::pin(hasher.knows(from(99), vec![0], Some(&records[0])));
        assert!(begin(&mut attacked).await.is_pending(), "and so does the owner of one that is guessed at");
        drop((slow, guesses, at_records));
        assert!(owner.await.expect("worked out") && attacked.await.expect("worked out"));
        assert!(hasher.known.0.lock().expect("a line").is_empty(), "all places are given back");
    }

    #[tokio::test]
    async fn one_place_takes_two_places_of_a_record() {
        let hasher = PasswordHasher::new(Zeroizing::new([7; 32]), Cost::TINY);
        let record = record(&hasher, 1);
        let slow = Arc::clone(&hasher.at_once).acquire_many_owned(2).await.expect("both are free");
        let mut guesses: Vec<_> =
            (0..9).map(|_| Box::pin(hasher.knows(from(1), vec![9], Some(&record)))).collect();
        let mut waiting = 0;
        for guess in &mut guesses {
            waiting += usize::from(begin(guess).await.is_pending());
        }
        assert_eq!(waiting, WAITING_OF_PLACE);
        drop(slow);
    }
}
