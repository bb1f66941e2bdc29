//! A citizen's case: what has happened in it, and what follows from that. Nothing derived is ever stored: where a case
//! stands is folded from its events, at any day that is asked for.

mod act;
mod checklist;
mod decision;
mod external;
mod fact;
mod figures;
mod fold;
mod recording;
mod warning;

pub use act::{CitizenAct, list_acts};
pub use checklist::{CheckItem, list_checklist};
pub use decision::{CaseDecision, complaint_about, counts_from, find_decision};
pub use external::list_external_facts;
pub use fact::{CaseFact, CaseFactError, DecisionOutcome};
pub use figures::{CaseFigure, CaseOutcome, FEWEST, Quarter, QuarterFigures, count_case, sum_up};
pub use fold::{CaseDeadline, CaseState, DeadlineKind, FreeChoiceStage, fold_case};
pub use recording::{Oddity, find_lost_limit, find_oddity, list_staff_facts};
pub use warning::{SeenWarning, WarningLevel, find_warning};

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
    /// Whether it is about somebody under 18, as far as was told.
    #[must_use]
    pub const fn is_under_age(&self) -> bool {
        matches!(self.ages.to, Some(to) if to < 18)
    }

    /// Whom it is about by what was told last, in the order of the days.
    #[must_use]
    pub fn as_told(self, facts: impl Iterator<Item = CaseFact>) -> Self {
        let ages = facts.fold(self.ages, |ages, fact| match fact {
            CaseFact::Ages(told) => told,
            CaseFact::Adult => AgeRange { from: ages.from.max(18), to: ages.to.filter(|to| *to >= 18) },
            _ => ages,
        });
        Self { ages, ..self }
    }

    /// The ages that stand for the band: its oldest under 18 and its youngest from 18 on, where it has both.
    #[must_use]
    pub fn sample_ages(&self) -> Vec<u8> {
        let AgeRange { from, to } = self.ages;
        let young = (from < 18).then(|| to.map_or(17, |to| to.min(17)));
        let adult = to.is_none_or(|to| to >= 18).then(|| from.max(18));
        // Of a band that ends under 18 its youngest too; where no age was told, the two that the law tells apart.
        let youngest = to.filter(|to| *to < 18).map(|_| from);
        youngest.into_iter().chain(young).chain(adult).collect()
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

/// Whom a case is about by all that stands in it.
#[must_use]
pub fn find_subject<Id: Ord>(subject: CaseSubject, events: &[CaseEvent<Id>]) -> CaseSubject {
    subject.as_told(list_by_day(events).into_iter().map(|event| event.fact))
}

/// Whether a case has ended, and nobody has wished for treatment since.
#[must_use]
pub fn has_ended<Id: Ord>(events: &[CaseEvent<Id>]) -> bool {
    find_end(&list_by_day(events)).is_some()
}

/// The place of the end after which nobody has wished for treatment: withdrawn, closed, or broken off and not begun again.
fn find_end<Id>(standing: &[&CaseEvent<Id>]) -> Option<usize> {
    let is_end = |fact| matches!(fact, CaseFact::Withdrawn | CaseFact::Closed | CaseFact::BrokenOff);
    let begins = |fact: CaseFact| fact.is_wish() || fact == CaseFact::Started;
    let last = standing.iter().rposition(|event| is_end(event.fact) || begins(event.fact))?;
    standing.get(last).is_some_and(|event| is_end(event.fact)).then_some(last)
}

/// What stands, by its days; of one day in the order in which it was written down. A correction stands where what it
/// corrects first stood.
fn list_by_day<Id: Ord>(events: &[CaseEvent<Id>]) -> Vec<&CaseEvent<Id>> {
    let mut standing = list_standing(events);
    standing.sort_by(|one, other| {
        (one.on, find_root(events, one), &one.id).cmp(&(other.on, find_root(events, other), &other.id))
    });
    standing
}

/// Whether an event, or what it corrects, is something that the citizen did.
#[must_use]
pub fn is_of_citizen<Id: Ord>(events: &[CaseEvent<Id>], event: &CaseEvent<Id>) -> bool {
    let root = find_root(events, event);
    events.iter().any(|one| one.id == *root && one.actor == ActorKind::Citizen)
}

/// The event at the beginning of a chain of corrections.
fn find_root<'e, Id: Ord>(events: &'e [CaseEvent<Id>], event: &'e CaseEvent<Id>) -> &'e Id {
    let mut root = event;
    // No chain is longer than all events.
    for _ in events {
        let before = root.supersedes.as_ref().and_then(|of| events.iter().find(|one| one.id == *of));
        match before {
            Some(before) => root = before,
            None => break,
        }
    }
    &root.id
}

/// The events that no other takes the place of. Of a chain of corrections it is the last.
#[must_use]
pub fn list_standing<Id: PartialEq>(events: &[CaseEvent<Id>]) -> Vec<&CaseEvent<Id>> {
    let is_superseded =
        |event: &&CaseEvent<Id>| events.iter().any(|other| other.supersedes.as_ref() == Some(&event.id));
    events.iter().filter(|event| !is_superseded(event)).collect()
}
