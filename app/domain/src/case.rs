//! A citizen's case: what has happened in it, and what follows from that. Nothing derived is ever stored: where a case
//! stands is folded from its events, at any day that is asked for.

mod fact;
mod fold;

pub use fact::{CaseFact, CaseFactError, DecisionOutcome};
pub use fold::{CaseDeadline, CaseState, DeadlineKind, fold_case};

use crate::{AgeRange, LocalDay, Substance, codes};

codes! {
    /// Who recorded an event.
    ActorKind {
        Citizen = "CITIZEN",
        Staff = "STAFF",
    }
}

/// Whom a case is about, as far as the rules ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CaseSubject {
    pub substance: Substance,
    /// The age band that was told, in completed years.
    pub ages: AgeRange,
}

impl CaseSubject {
    /// The age that stands for the band: bands are made so that the rules give the same for all of one. Of a band that
    /// begins at birth it is the oldest, who is the one that writes.
    #[must_use]
    pub fn age(&self) -> u8 {
        match self.ages {
            AgeRange { from: 0, to: Some(to) } => to,
            AgeRange { from, .. } => from,
        }
    }
}

/// Something that happened on a local day. It is never changed: a correction is an event of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseEvent<Id> {
    pub id: Id,
    pub on: LocalDay,
    pub fact: CaseFact,
    pub actor: ActorKind,
    /// The event that this one takes the place of.
    pub supersedes: Option<Id>,
}

/// The events that no other takes the place of. Of a chain of corrections it is the last.
#[must_use]
pub fn list_standing<Id: PartialEq>(events: &[CaseEvent<Id>]) -> Vec<&CaseEvent<Id>> {
    let is_superseded =
        |event: &&CaseEvent<Id>| events.iter().any(|other| other.supersedes.as_ref() == Some(&event.id));
    events.iter().filter(|event| !is_superseded(event)).collect()
}
