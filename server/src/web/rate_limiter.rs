//! How much comes from one place and to one centre, without remembering from where: addresses are known only
//! under a key that lives an hour in memory and is never written down.

use crate::{
    clock::Clock,
    crypto::{
        password_hasher::{Priority, Turn},
        random::Random,
    },
    db::FormHash,
    tasks::booking::availability::HOLD_MINUTES,
};
use domain::Minute;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::{
    collections::{HashMap, HashSet, VecDeque, hash_map::Entry},
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// Minutes after which the key is changed; what was counted under the one before still counts.
const EPOCH: Minute = 60;
/// Entries at most: memory has an end even for a flood from many places.
const ENTRIES: usize = 200_000;
/// Exits of all places that are noted in an hour or two: what is noted is stored.
const EXITS: u32 = 20_000;
/// The same of one place, which may be a whole mobile network.
const EXITS_OF_PLACE: u32 = 300;
/// Calls of one place for each of its bookings.
const CALLS: u32 = 5;
/// Files with complaints of one place for each of its bookings.
const FILES: u32 = 10;
/// Appointments of a centre that wait for staff at once: so many times at most can be taken by a flood.
pub const MOST_PENDING: u64 = 20;

/// How much is too much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quota {
    /// Times of one centre that are kept at once; a further one lets go of the oldest.
    pub held: usize,
    /// Times that one place keeps at once; a further one lets go of the oldest.
    pub holds: usize,
    /// Bookings of one place in an hour or two, after which staff confirm them first.
    pub client: u32,
    /// Bookings of one centre in an hour or two, after which staff confirm them first.
    pub pending: u32,
    /// Bookings of one centre in an hour or two, after which there are no more.
    pub closed: u32,
    /// Wrong codes of one place, after which its codes wait for others.
    pub wrong: u32,
    /// Codes and passwords of one place that are worked out at once; further ones wait for others. As many of its forms can
    /// bring files at once.
    pub at_once: u32,
}

impl Quota {
    pub const ORDINARY: Self =
        Self { held: 30, holds: 8, client: 6, pending: 60, closed: 300, wrong: 10, at_once: 4 };
    pub const NONE: Self = Self {
        held: usize::MAX,
        holds: usize::MAX,
        client: u32::MAX,
        pending: u32::MAX,
        closed: u32::MAX,
        wrong: u32::MAX,
        at_once: u32::MAX,
    };
}

/// What becomes of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RateDecision {
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
    Complaint,
    /// A file that comes with one.
    Attachment,
    /// A receipt that somebody checks.
    Check,
    /// A number that is to be called.
    Number,
    WrongCode,
    Exit,
}

/// Where a request comes from: the address, or the network of an address of IPv6. It lives as long as the
/// request, and has no `Debug`.
#[derive(Clone)]
pub struct ClientNetwork(Vec<u8>);

impl ClientNetwork {
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
    /// The forms that times are kept for, of a place and of a centre.
    holds: HashMap<Print, VecDeque<(FormHash, Minute)>>,
    /// The forms whose times were let go of for others.
    let_go: HashSet<FormHash>,
}

impl Epoch {
    fn new(key: [u8; 32], begun: Minute) -> Self {
        Self { key, begun, counts: HashMap::new(), holds: HashMap::new(), let_go: HashSet::new() }
    }

    fn print(&self, of: &[u8]) -> Print {
        let mut mac =
            <Hmac<Sha256> as Mac>::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        mac.update(of);
        mac.finalize().into_bytes()[..16].try_into().expect("32 bytes hold 16")
    }

    /// Notes a hold of a place or a centre; gives the oldest, where there are more than `most`.
    fn push_hold(&mut self, of: &[u8], most: usize, (form, now): (FormHash, Minute)) -> Option<FormHash> {
        let print = self.print(of);
        if self.holds.len() >= ENTRIES && !self.holds.contains_key(&print) {
            return None;
        }
        let holds = self.holds.entry(print).or_default();
        holds.retain(|(held, since)| *held != form && now - since <= HOLD_MINUTES);
        holds.push_back((form, now));
        if holds.len() > most { holds.pop_front().map(|(oldest, _)| oldest) } else { None }
    }

    fn drop_hold(&mut self, of: &[u8], form: &FormHash) {
        let print = self.print(of);
        if let Some(holds) = self.holds.get_mut(&print) {
            holds.retain(|(held, _)| held != form);
        }
    }

    fn count(&self, what: What, of: &[u8]) -> u32 {
        self.counts.get(&(what, self.print(of))).copied().unwrap_or(0)
    }
}

/// What has been counted lately.
pub struct RateLimiter {
    quota: Quota,
    clock: Clock,
    random: Random,
    /// The present hour, and the one before.
    epochs: Mutex<[Epoch; 2]>,
    /// Who waits for slow work, and how often.
    flying: Mutex<HashMap<Print, u32>>,
    /// Whose files are being taken in, and of how many forms.
    uploading: Mutex<HashMap<Print, u32>>,
}

/// A form whose files are being taken in, from a place that is known or not.
pub struct Uploading(Option<Print>);

/// A place among those who wait for slow work, given back when it is dropped.
pub struct Permit<'a> {
    limits: &'a RateLimiter,
    print: Option<Print>,
    pub priority: Priority,
}

impl Permit<'_> {
    /// Whose turn it is, and from where.
    #[must_use]
    pub const fn turn(&self) -> Turn {
        Turn { priority: self.priority, place: self.print }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let Some(print) = self.print else { return };
        count_one_less(&self.limits.flying, print);
    }
}

/// One less of a place, which is forgotten with its last.
fn count_one_less(counts: &Mutex<HashMap<Print, u32>>, print: Print) {
    let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
    if let Entry::Occupied(mut count) = counts.entry(print) {
        *count.get_mut() -= 1;
        if *count.get() == 0 {
            count.remove();
        }
    }
}

impl RateLimiter {
    #[must_use]
    pub fn new(quota: Quota, random: Random, clock: Clock) -> Self {
        let now = minute(clock);
        let epochs = [Epoch::new(random.bytes(), now), Epoch::new(random.bytes(), now)];
        Self {
            quota,
            clock,
            random,
            epochs: Mutex::new(epochs),
            flying: Mutex::default(),
            uploading: Mutex::default(),
        }
    }

    /// What becomes of a booking that is asked for now. It is counted at once, so that several at the same moment are no
    /// more than one after the other; one that does not come about is given back. One place alone cannot fill a centre's
    /// quota.
    #[must_use]
    pub fn count_booking(&self, municipality: &str, client: Option<&ClientNetwork>) -> RateDecision {
        let of_client = client.map_or(0, |client| self.increment(What::Booking, &client.0));
        let of_centre = if of_client <= self.quota.client {
            self.increment(What::Booking, municipality.as_bytes())
        } else {
            self.count(What::Booking, municipality.as_bytes()).saturating_add(1)
        };
        if of_centre > self.quota.closed {
            RateDecision::Closed
        } else if of_centre > self.quota.pending || of_client > self.quota.client {
            RateDecision::Pending
        } else {
            RateDecision::Open
        }
    }

    /// Counts a booking no more that did not come about.
    pub fn give_back_booking(&self, municipality: &str, client: Option<&ClientNetwork>) {
        let of_client = client.map_or(0, |client| self.count(What::Booking, &client.0));
        if of_client <= self.quota.client {
            self.decrement(municipality.as_bytes());
        }
        if let Some(client) = client {
            self.decrement(&client.0);
        }
    }

    fn decrement(&self, of: &[u8]) {
        self.in_epochs(|[present, _]| {
            let key = (What::Booking, present.print(of));
            if let Some(count) = present.counts.get_mut(&key) {
                *count = count.saturating_sub(1);
            }
        });
    }

    /// Counts a call that is asked for; `false` where there are no more: at one centre, from one place (many may
    /// share an address, so it is generous), or to one number, which may be a stranger's.
    #[must_use]
    pub fn allow_call(&self, municipality: &str, client: Option<&ClientNetwork>, phone: &str) -> bool {
        let from = client.map_or(0, |client| self.increment(What::Call, &client.0));
        let to = self.increment(What::Number, phone.as_bytes());
        let few = from <= self.quota.client.saturating_mul(CALLS) && to <= self.quota.client;
        few && self.increment(What::Call, municipality.as_bytes()) <= self.quota.closed
    }

    /// Counts a complaint that is sent; `false` where there are no more, at one centre or from one place. Many share an
    /// address, and staff write down what is said: it is generous.
    #[must_use]
    pub fn allow_complaint(&self, municipality: &str, client: Option<&ClientNetwork>) -> bool {
        let from = client.map_or(0, |client| self.increment(What::Complaint, &client.0));
        let few = from <= self.quota.client.saturating_mul(CALLS);
        few && self.increment(What::Complaint, municipality.as_bytes()) <= self.quota.closed
    }

    /// Counts a file that is sent with a complaint; `false` where one place has sent too many.
    #[must_use]
    pub fn allow_attachment(&self, client: Option<&ClientNetwork>) -> bool {
        match client {
            Some(client) => {
                self.increment(What::Attachment, &client.0) <= self.quota.client.saturating_mul(FILES)
            }
            None => self.increment(What::Attachment, b"all") <= self.quota.closed,
        }
    }

    /// Notes that the files of a form are being taken in; nothing where one place has too many such at once.
    #[must_use]
    pub fn begin_upload(&self, client: Option<&ClientNetwork>) -> Option<Uploading> {
        let Some(client) = client else { return Some(Uploading(None)) };
        let print = self.in_epochs(|[present, _]| present.print(&client.0));
        let mut uploading = self.uploading.lock().unwrap_or_else(PoisonError::into_inner);
        let forms = uploading.entry(print).or_insert(0);
        if *forms >= self.quota.at_once {
            return None;
        }
        *forms += 1;
        Some(Uploading(Some(print)))
    }

    /// Notes that they have been taken in.
    pub fn end_upload(&self, Uploading(print): &Uploading) {
        if let Some(print) = print {
            count_one_less(&self.uploading, *print);
        }
    }

    /// Counts a receipt that somebody checks; `false` where one place has asked too often. What others ask keeps nobody from
    /// it: only those whose place is not known share one count.
    #[must_use]
    pub fn allow_check(&self, client: Option<&ClientNetwork>) -> bool {
        match client {
            Some(client) => self.increment(What::Check, &client.0) <= self.quota.client.saturating_mul(CALLS),
            None => self.increment(What::Check, b"all") <= self.quota.closed,
        }
    }

    /// Whether it can be noted that somebody has left.
    #[must_use]
    pub fn allow_exit(&self, client: Option<&ClientNetwork>) -> bool {
        let of_client = client.map_or(0, |client| self.increment(What::Exit, &client.0));
        of_client <= EXITS_OF_PLACE && self.increment(What::Exit, b"all") <= EXITS
    }

    /// Takes a place among those who wait for slow work.
    #[must_use]
    pub fn acquire(&self, client: Option<&ClientNetwork>) -> Permit<'_> {
        let often_wrong = self.often_wrong(client);
        let print = client.map(|client| self.in_epochs(|[present, _]| present.print(&client.0)));
        let waiting = print.map_or(0, |print| {
            let mut flying = self.flying.lock().unwrap_or_else(PoisonError::into_inner);
            let waiting = flying.entry(print).or_insert(0);
            *waiting += 1;
            *waiting
        });
        let priority =
            if often_wrong || waiting > self.quota.at_once { Priority::Low } else { Priority::Normal };
        Permit { limits: self, print, priority }
    }

    /// Notes that a time is kept for a form; gives the forms whose times are let go of instead: the oldest of the place,
    /// and of the centre. However many places ask, most times of a centre stay free.
    #[must_use]
    pub fn note_hold(
        &self,
        municipality: &str,
        client: Option<&ClientNetwork>,
        form: FormHash,
    ) -> Vec<FormHash> {
        let centre = municipality.as_bytes();
        let now = minute(self.clock);
        self.in_epochs(|[present, _]| {
            let mut let_go = Vec::new();
            if let Some(client) = client
                && let Some(oldest) = present.push_hold(&client.0, self.quota.holds, (form, now))
            {
                // It is no longer one of the centre's: a place lets go of its own alone.
                present.drop_hold(centre, &oldest);
                let_go.push(oldest);
            }
            let_go.extend(present.push_hold(centre, self.quota.held, (form, now)));
            if present.let_go.len() < ENTRIES {
                present.let_go.extend(&let_go);
            }
            let_go
        })
    }

    /// Notes that a time is kept for a form no more: it is booked, or was let go of by who had it.
    pub fn drop_hold(&self, municipality: &str, client: Option<&ClientNetwork>, form: &FormHash) {
        self.in_epochs(|[present, _]| {
            present.drop_hold(municipality.as_bytes(), form);
            if let Some(client) = client {
                present.drop_hold(&client.0, form);
            }
        });
    }

    /// Whether the time of a form was let go of for others; asked once.
    #[must_use]
    pub fn was_let_go(&self, form: &FormHash) -> bool {
        self.in_epochs(|epochs| epochs.iter_mut().any(|epoch| epoch.let_go.remove(form)))
    }

    /// Notes a code that was wrong.
    pub fn count_wrong_code(&self, client: Option<&ClientNetwork>) {
        if let Some(client) = client {
            self.increment(What::WrongCode, &client.0);
        }
    }

    /// Whether many codes from there were wrong.
    fn often_wrong(&self, client: Option<&ClientNetwork>) -> bool {
        let Some(client) = client else { return false };
        self.count(What::WrongCode, &client.0) > self.quota.wrong
    }

    fn increment(&self, what: What, of: &[u8]) -> u32 {
        self.in_epochs(|[present, before]| {
            let earlier = before.count(what, of);
            let print = present.print(of);
            if present.counts.len() >= ENTRIES && !present.counts.contains_key(&(what, print)) {
                return earlier;
            }
            let count = present.counts.entry((what, print)).or_insert(0);
            *count = count.saturating_add(1);
            earlier.saturating_add(*count)
        })
    }

    fn count(&self, what: What, of: &[u8]) -> u32 {
        self.in_epochs(|epochs| epochs.iter().map(|epoch| epoch.count(what, of)).fold(0, u32::saturating_add))
    }

    fn in_epochs<T>(&self, work: impl FnOnce(&mut [Epoch; 2]) -> T) -> T {
        let mut epochs = self.epochs.lock().unwrap_or_else(PoisonError::into_inner);
        let now = minute(self.clock);
        while now - epochs[0].begun >= EPOCH {
            // After a long silence both are of the past.
            let begun =
                if now - epochs[0].begun >= 2 * EPOCH { now - EPOCH } else { epochs[0].begun + EPOCH };
            epochs.swap(0, 1);
            epochs[0] = Epoch::new(self.random.bytes(), begun);
        }
        work(&mut epochs)
    }
}

fn minute(clock: Clock) -> Minute {
    clock.now().timestamp().div_euclid(60)
}
