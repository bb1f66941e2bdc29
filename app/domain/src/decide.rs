//! Decisions: what a municipality's standard gives for the facts of a case. One module a family of
//! rules. Parameters come from the municipality's file; a decision names every place it rests on.
//!
//! Undetermined is an outcome of its own: where the standard leaves a case open, staff decide, and
//! the portal never guesses.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "every decision takes its case in the same way")]

mod anonymity;
mod booking;
mod clarification;
mod complaint;
mod contact;
mod deadline;
mod eligibility;
mod entitlements;
mod follow_up;
mod free_choice;
mod guarantee;
mod move_programme;
mod plan_review;
mod relatives;
mod relatives_talks;
mod waiting;

pub use anonymity::*;
pub use booking::*;
pub use clarification::*;
pub use complaint::*;
pub use contact::*;
pub use deadline::*;
pub use eligibility::*;
pub use entitlements::{GroundedEntitlement, contradiction, counselling_entitlements, derive_entitlements};
pub use follow_up::*;
pub use free_choice::*;
pub use guarantee::*;
pub use move_programme::*;
pub use plan_review::*;
pub use relatives::*;
pub use relatives_talks::*;
pub use waiting::*;

use crate::{Fact, Reading, Source, Substance};
use serde::{Deserialize, Deserializer};
use std::cell::RefCell;

/// What was decided, and what it rests on.
#[derive(Clone, Debug)]
pub struct Decision<'a, T> {
    pub outcome: T,
    /// Sections of the standard and clauses of the law.
    pub citations: Vec<&'a Source>,
    /// Readings where the standard contradicts itself or leaves a gap.
    pub readings: Vec<&'a Reading>,
}

/// A fact that the case must tell for this question and did not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MissingFactError(pub &'static str);

/// Remembers which facts a decision looked at and found stated.
#[derive(Default)]
struct Cited<'a> {
    sources: RefCell<Vec<&'a Source>>,
    readings: RefCell<Vec<&'a Reading>>,
}

impl<'a> Cited<'a> {
    /// The value of a fact, remembered as a ground of the decision.
    fn value<T>(&self, fact: &'a Fact<T>) -> Option<&'a T> {
        let stated = fact.stated()?;
        self.sources.borrow_mut().push(&stated.source);
        self.readings.borrow_mut().extend(&stated.reading);
        Some(&stated.value)
    }

    /// Whether the standard says yes. A no, or silence, is not a ground.
    fn says(&self, fact: &'a Fact<bool>) -> bool {
        fact.value() == Some(&true) && self.value(fact).is_some()
    }

    /// Whether a list of substances names this one.
    fn names<T: PartialEq>(&self, fact: &'a Fact<Vec<T>>, one: &T) -> bool {
        fact.value().is_some_and(|list| list.contains(one)) && self.value(fact).is_some()
    }

    fn decision<T>(self, outcome: T) -> Decision<'a, T> {
        Decision { outcome, citations: self.sources.into_inner(), readings: self.readings.into_inner() }
    }
}

/// Ages of majority and the like are the law's, not the standards'.
pub(crate) const MAJORITY: u8 = 18;

/// Whether the standard treats this substance at all.
fn treats(rules: &crate::Rules, substance: Substance) -> bool {
    rules.identity.substances.value().is_some_and(|list| list.contains(&substance))
}

/// Whether somebody of this age is under 18 and outside the standard's target group.
fn outside_under_18<'a>(cited: &Cited<'a>, rules: &'a crate::Rules, age: u8) -> bool {
    age < MAJORITY
        && rules.intake.covers_under_18.value() == Some(&false)
        && cited.value(&rules.intake.covers_under_18).is_some()
}

/// A value that may be left out, but is not `null` where it is given.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Absent booleans of a case that mean yes.
const fn yes() -> bool {
    true
}
