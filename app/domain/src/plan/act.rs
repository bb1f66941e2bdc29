//! What happens in a plan.

use super::{ConsentKind, GoalAim, GoalState, Meeting, PlanField, PlanSide, SharedPart};
use crate::{AgeRange, CurrentOffer, DischargeStatus, LocalDay, Substance};
use serde::{Deserialize, Serialize};

/// Something that happens in a plan, with what is said. It has no `Debug`, and is written down only sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "snake_case", deny_unknown_fields)]
pub enum PlanAct {
    /// The centre opens it.
    Opened {
        substance: Substance,
        ages: AgeRange,
        offer: CurrentOffer,
        /// The case in which treatment was wished for, by its name; empty where there is none.
        case: String,
    },
    /// It is about another offer by now.
    Changed {
        offer: CurrentOffer,
    },
    /// The plan is made: from this day on its reviews are counted.
    Made,
    /// Somebody writes in a field, over the version of the event `over`; 0 where nothing stood there. Nothing is written
    /// where a text is taken away.
    Written {
        field: PlanField,
        text: String,
        over: u32,
    },
    /// A goal, under another one where it is a smaller one on the way.
    GoalAdded {
        text: String,
        under: Option<u32>,
    },
    GoalMoved {
        goal: u32,
        state: GoalState,
    },
    /// What a goal is for: to stop, or to use less; and by which day.
    GoalAimed {
        goal: u32,
        aim: GoalAim,
    },
    /// A step on the way to a goal; without one, something to do before the next talk.
    StepAdded {
        goal: Option<u32>,
        text: String,
    },
    StepTicked {
        step: u32,
        done: bool,
    },
    /// A note that both sides read.
    NoteAdded {
        text: String,
    },
    /// The plan was looked at together; and the whole of it revised.
    ReviewHeld {
        on: LocalDay,
        full: bool,
    },
    /// The authority was told how it goes.
    AuthorityTold {
        on: LocalDay,
    },
    /// The course has ended.
    Discharged {
        status: DischargeStatus,
        on: LocalDay,
    },
    /// It goes on after all.
    Resumed,
    /// There was contact after the end.
    Contacted {
        on: LocalDay,
    },
    /// How somebody is: answers from 1 to 5 in the order of [`super::WellbeingQuestion`], and own words.
    CheckedIn {
        answers: Vec<Option<u8>>,
        words: String,
    },
    /// Somebody agrees to something, for somebody, in their own words; and to what may be seen, where it is about that.
    ConsentGiven {
        kind: ConsentKind,
        whom: String,
        words: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<SharedPart>,
    },
    /// A consent of the event `consent` is taken back.
    ConsentTakenBack {
        consent: u32,
    },
    /// A talk or a group, once or again and again.
    MeetingAdded {
        meeting: Meeting,
    },
    /// From a day on it is not held any more.
    MeetingEnded {
        meeting: u32,
        on: LocalDay,
    },
    /// The centre proposes medicine on prescription, which may end that somebody is anonymous.
    MedicineProposed {
        words: String,
    },
    /// Whether the citizen wants it.
    MedicineAnswered {
        medicine: u32,
        yes: bool,
    },
    /// Whether there is an action plan (SEL §141).
    ActionPlanNoted {
        exists: bool,
    },
}

impl PlanAct {
    /// Whether the centre alone does it.
    pub(super) const fn is_of_centre(&self) -> bool {
        match self {
            Self::Opened { .. }
            | Self::Changed { .. }
            | Self::Made
            | Self::ReviewHeld { .. }
            | Self::AuthorityTold { .. }
            | Self::Discharged { .. }
            | Self::Resumed
            | Self::Contacted { .. }
            | Self::MeetingAdded { .. }
            | Self::MeetingEnded { .. }
            | Self::MedicineProposed { .. } => true,
            Self::Written { .. }
            | Self::GoalAdded { .. }
            | Self::GoalMoved { .. }
            | Self::GoalAimed { .. }
            | Self::StepAdded { .. }
            | Self::StepTicked { .. }
            | Self::NoteAdded { .. }
            | Self::CheckedIn { .. }
            | Self::ConsentGiven { .. }
            | Self::ConsentTakenBack { .. }
            | Self::MedicineAnswered { .. }
            | Self::ActionPlanNoted { .. } => false,
        }
    }
}

/// What somebody did in a plan, and on which day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEvent {
    /// Its number in the plan; the first is 1.
    #[serde(skip)]
    pub place: u32,
    pub on: LocalDay,
    pub side: PlanSide,
    /// Who at the desk did it; empty where the citizen did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    pub act: PlanAct,
}

/// Why something cannot happen in a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanActError {
    /// What it is about does not stand in the plan.
    Unknown,
    /// There is nothing in it.
    Empty,
    /// It is longer than so many letters.
    TooLong(usize),
    /// There is no room for more.
    Full,
    /// The other side has written there meanwhile.
    Overtaken(PlanField),
    /// It stands there already.
    Stands,
    /// The other side does that.
    NotYours,
    /// The course has ended already.
    Ended,
    /// The day is before the plan was made or before the last of its kind, or still to come.
    BadDay,
    /// The day is before the plan was opened.
    TooEarly,
    /// It ends before it begins.
    BadTime,
    /// The standard lets it go on until that day at most.
    TooLate(LocalDay),
    /// Somebody must agree to it first.
    NeedsConsent(ConsentKind),
}
