//! Who has the page of a conversation open, as far as this server knows: in memory, for seconds, and nowhere else.

use crate::db::{AppointmentId, StaffId};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

/// How long somebody counts as there after their page has last asked: two questions and a bit.
const THERE: TimeDelta = TimeDelta::seconds(16);

/// Who looks at a conversation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Party {
    Citizen,
    Staff(StaffId),
}

/// When each party of a conversation has last asked.
#[derive(Default)]
pub struct Presence {
    asked: Mutex<BTreeMap<(AppointmentId, Party), DateTime<Utc>>>,
}

impl Presence {
    /// Notes that a party has the page open. `true` where it had not.
    pub fn note(&self, appointment: AppointmentId, party: Party, now: DateTime<Utc>) -> bool {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.retain(|_, at| now - *at < THERE);
        asked.insert((appointment, party), now).is_none()
    }

    /// Whether a party has the page open.
    #[must_use]
    pub fn is_there(&self, appointment: AppointmentId, party: Party, now: DateTime<Utc>) -> bool {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.get(&(appointment, party)).is_some_and(|at| now - *at < THERE)
    }

    /// Whether the other side of a party has the page open.
    #[must_use]
    pub fn is_other_there(&self, appointment: AppointmentId, party: Party, now: DateTime<Utc>) -> bool {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let is_other = |other: &Party| matches!(other, Party::Citizen) != matches!(party, Party::Citizen);
        asked.iter().any(|((of, other), at)| *of == appointment && is_other(other) && now - *at < THERE)
    }
}
