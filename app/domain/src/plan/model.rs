//! What a plan is made of.

use super::{ConsentKind, GoalState, Meeting, PlanDates, PlanField, PlanSide, SharedPart, WellbeingQuestion};
use crate::{AgeRange, CurrentOffer, LocalDay, Substance, decide::Goal as TreatmentGoal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a plan is about: enough to ask the rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlanSubject {
    pub substance: Substance,
    pub ages: AgeRange,
    pub offer: CurrentOffer,
}

/// What somebody wrote in a field, until somebody wrote there again.
#[derive(Clone, PartialEq, Eq)]
pub struct TextVersion {
    /// The event by which it was written.
    pub place: u32,
    pub on: LocalDay,
    pub side: PlanSide,
    /// Who at the desk; empty where the citizen did.
    pub author: String,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Goal {
    /// The event that added it: its name in the plan.
    pub place: u32,
    /// The goal on the way to which it is a smaller one.
    pub under: Option<u32>,
    pub state: GoalState,
    /// Since when it is in that state.
    pub since: LocalDay,
    pub aim: Option<GoalAim>,
}

/// What a goal about drinking or drugs is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GoalAim {
    pub aim: TreatmentGoal,
    /// The day by which it is to be reached, where one was set.
    pub until: Option<LocalDay>,
}

/// Medicine that the centre has proposed.
#[derive(Clone, PartialEq, Eq)]
pub struct Medicine {
    /// The event that proposed it: its name in the plan.
    pub place: u32,
    pub on: LocalDay,
    pub words: String,
    pub answer: Option<MedicineAnswer>,
}

/// Whether the citizen wants medicine that was proposed.
#[derive(Clone, PartialEq, Eq)]
pub struct MedicineAnswer {
    pub yes: bool,
    pub on: LocalDay,
    /// Who at the desk noted it; empty where the citizen answered themselves.
    pub author: String,
}

/// A step on the way to a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The event that added it: its name in the plan.
    pub place: u32,
    /// Nothing where it is to be done before the next talk.
    pub goal: Option<u32>,
    /// When it was ticked.
    pub done_on: Option<LocalDay>,
}

/// Something that was agreed to.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// The event by which it was given: its name in the plan.
    pub place: u32,
    pub kind: ConsentKind,
    /// Whom it is about; empty where nobody is named.
    pub whom: String,
    pub words: String,
    pub since: LocalDay,
    /// What somebody may see, where the consent is about that.
    pub parts: Vec<SharedPart>,
    /// Who at the desk noted it; empty where the citizen gave it themselves.
    pub author: String,
    /// When it was taken back.
    pub until: Option<LocalDay>,
}

/// How somebody was on a day.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckIn {
    pub on: LocalDay,
    /// Who wrote it down.
    pub side: PlanSide,
    /// From 1 to 5, in the order of the questions; nothing where one was not answered.
    pub answers: Vec<Option<u8>>,
    pub words: String,
}

impl CheckIn {
    #[must_use]
    pub fn answer(&self, question: WellbeingQuestion) -> Option<u8> {
        let place = WellbeingQuestion::ALL.iter().position(|one| *one == question)?;
        self.answers.get(place).copied().flatten()
    }
}

/// How a plan stands.
#[derive(Clone)]
pub struct PlanState {
    /// The days from which others are counted.
    pub dates: PlanDates,
    /// The case in which treatment was wished for, by its name; empty where there is none.
    pub case: String,
    pub goals: Vec<Goal>,
    pub steps: Vec<Step>,
    /// The notes that both sides read, by the events that added them.
    pub notes: Vec<u32>,
    pub(super) texts: BTreeMap<PlanField, Vec<TextVersion>>,
    /// How somebody was, the first first.
    pub check_ins: Vec<CheckIn>,
    /// What was agreed to, the first first.
    pub consents: Vec<Consent>,
    /// Talks, groups, and days of treatment, the first first.
    pub meetings: Vec<Meeting>,
    /// Medicine that was proposed, the first first.
    pub medicines: Vec<Medicine>,
    /// The day on which it was noted that there is an action plan (SEL §141).
    pub action_plan_on: Option<LocalDay>,
    /// The days of reviews, and of contact after the end.
    pub reviews: Vec<LocalDay>,
    pub contacts: Vec<LocalDay>,
    /// The number of the last event, and who did it.
    pub last: u32,
    pub last_side: PlanSide,
}
