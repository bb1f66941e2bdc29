//! How much comes from one place and to one centre, without remembering from where: addresses are known only
//! under a key that lives an hour in memory and is never written down.

use crate::{clock::Clock, crypto::random::Random, store::FormHash};
use domain::Minute;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// Minutes after which the key is changed; what was counted under the one before still counts.
const EPOCH: Minute = 60;
/// Entries at most: memory has an end even for a flood from many places.
const ENTRIES: usize = 200_000;

/// How much is too much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quota {
    /// Times that one place keeps at once; a further one lets go of the oldest.
    pub holds: usize,
    /// Bookings of one place in an hour or two, after which staff confirm them first.
    pub visitor: u32,
    /// Bookings of one centre in an hour or two, after which staff confirm them first.
    pub pending: u32,
    /// Bookings of one centre in an hour or two, after which there are no more.
    pub closed: u32,
    /// Wrong codes of one place, after which its codes wait for others.
    pub wrong: u32,
}

impl Quota {
    pub const ORDINARY: Self = Self { holds: 8, visitor: 6, pending: 60, closed: 300, wrong: 10 };
    pub const NONE: Self =
        Self { holds: usize::MAX, visitor: u32::MAX, pending: u32::MAX, closed: u32::MAX, wrong: u32::MAX };
}

/// What becomes of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lane {
    Open,
    /// Staff confirm it first.
    Pending,
    Closed,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum What {
    Booking,
    Call,
    WrongCode,
}

/// Where a request comes from: the address, or the network of an address of IPv6. It lives as long as the
/// request, and has no `Debug`.
#[derive(Clone)]
pub struct Visitor(Vec<u8>);

impl Visitor {
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => address.octets()[..7].to_vec(),
        })
    }
}

type Print = [u8; 16];

struct Epoch {
    key: [u8; 32],
    begun: Minute,
    counts: HashMap<(What, Print), u32>,
    holds: HashMap<Print, VecDeque<FormHash>>,
}

impl Epoch {
    fn new(key: [u8; 32], begun: Minute) -> Self {
        Self { key, begun, counts: HashMap::new(), holds: HashMap::new() }
    }

    fn print(&self, of: &[u8]) -> Print {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        mac.update(of);
        mac.finalize().into_bytes()[..16].try_into().expect("32 bytes hold 16")
    }

    fn counted(&self, what: What, of: &[u8]) -> u32 {
        self.counts.get(&(what, self.print(of))).copied().unwrap_or(0)
    }
}

/// What has been counted lately.
pub struct Limits {
    quota: Quota,
    clock: Clock,
    random: Random,
    /// The present hour, and the one before.
    epochs: Mutex<[Epoch; 2]>,
}

impl Limits {
    #[must_use]
    pub fn new(quota: Quota, random: Random, clock: Clock) -> Self {
        let now = minute(clock);
        let epochs = [Epoch::new(random.bytes(), now), Epoch::new(random.bytes(), now)];
        Self { quota, clock, random, epochs: Mutex::new(epochs) }
    }

    /// Counts a booking, and tells what becomes of it.
    #[must_use]
    pub fn booking(&self, municipality: &str, visitor: Option<&Visitor>) -> Lane {
        let centre = self.count(What::Booking, municipality.as_bytes());
        let visitor = visitor.map_or(0, |visitor| self.count(What::Booking, &visitor.0));
        if centre > self.quota.closed {
            Lane::Closed
        } else if centre > self.quota.pending || visitor > self.quota.visitor {
            Lane::Pending
        } else {
            Lane::Open
        }
    }

    /// Counts a call that is asked for; `false` where there are no more. Of one place no number is too much:
    /// many may share its address, and staff see every call.
    #[must_use]
    pub fn call(&self, municipality: &str) -> bool {
        self.count(What::Call, municipality.as_bytes()) <= self.quota.closed
    }

    /// Notes that a time is kept for a form; gives the form whose time is let go of instead.
    #[must_use]
    pub fn holding(&self, visitor: Option<&Visitor>, form: FormHash) -> Option<FormHash> {
        let visitor = visitor?;
        self.in_epochs(|[present, _]| {
            let print = present.print(&visitor.0);
            if present.holds.len() >= ENTRIES && !present.holds.contains_key(&print) {
                return None;
            }
            let holds = present.holds.entry(print).or_default();
            holds.retain(|held| *held != form);
            holds.push_back(form);
            if holds.len() > self.quota.holds { holds.pop_front() } else { None }
        })
    }

    /// Notes a code that was wrong.
    pub fn wrong_code(&self, visitor: Option<&Visitor>) {
        if let Some(visitor) = visitor {
            self.count(What::WrongCode, &visitor.0);
        }
    }

    /// Whether many codes from there were wrong.
    #[must_use]
    pub fn often_wrong(&self, visitor: Option<&Visitor>) -> bool {
        let Some(visitor) = visitor else { return false };
        let counted = |epochs: &mut [Epoch; 2]| {
            epochs.iter().map(|epoch| epoch.counted(What::WrongCode, &visitor.0)).sum::<u32>()
        };
        self.in_epochs(counted) > self.quota.wrong
    }

    fn count(&self, what: What, of: &[u8]) -> u32 {
        self.in_epochs(|[present, before]| {
            let earlier = before.counted(what, of);
            let print = present.print(of);
            if present.counts.len() >= ENTRIES && !present.counts.contains_key(&(what, print)) {
                return earlier;
            }
            let count = present.counts.entry((what, print)).or_insert(0);
            *count = count.saturating_add(1);
            earlier.saturating_add(*count)
        })
    }

    fn in_epochs<T>(&self, work: impl FnOnce(&mut [Epoch; 2]) -> T) -> T {
        let mut epochs = self.epochs.lock().unwrap_or_else(PoisonError::into_inner);
        let now = minute(self.clock);
        while now - epochs[0].begun >= EPOCH {
            // After a long silence both are of the past.
            let begun = if now - epochs[0].begun >= 2 * EPOCH { now - EPOCH } else { epochs[0].begun + EPOCH };
            epochs.swap(0, 1);
            epochs[0] = Epoch::new(self.random.bytes(), begun);
        }
        work(&mut epochs)
    }
}

fn minute(clock: Clock) -> Minute {
    clock.now().timestamp().div_euclid(60)
}
