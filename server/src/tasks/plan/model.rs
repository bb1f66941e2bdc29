//! What a plan is made of.

use crate::{
    crypto::record_seal::RecordKey,
    db::{PlanId, StaffId},
    tasks::desk::{audit::AuditEntry, staff::StaffMember},
};
use chrono::NaiveDate;
use domain::plan::{PlanActError, PlanDates, PlanEvent, PlanSide, PlanState, fold_plan};
use serde::{Deserialize, Serialize};

/// What is kept of a plan beside what is written in it.
pub struct PlanRecord {
    pub id: PlanId,
    pub municipality: String,
    /// The name that staff see.
    pub pseudonym: String,
    /// Who answers for it at the desk; nobody where they are gone.
    pub responsible: Option<StaffId>,
    pub expires_on: NaiveDate,
}

/// A plan as it stands.
pub struct OpenPlan {
    pub record: PlanRecord,
    pub state: PlanState,
    /// The name of who answers for it at the desk.
    pub responsible: Option<String>,
}

/// What the desk's list needs to know of a plan, so that it reads no plan. It is written down only sealed.
#[derive(Clone, Serialize, Deserialize)]
pub struct PlanSummary {
    pub dates: PlanDates,
    /// Who wrote last.
    pub last_side: PlanSide,
}

impl PlanSummary {
    #[must_use]
    pub const fn of(state: &PlanState) -> Self {
        Self { dates: state.dates, last_side: state.last_side }
    }
}

/// A plan on the desk's list.
pub struct ListedPlan {
    pub record: PlanRecord,
    pub summary: PlanSummary,
}

/// Who writes in a plan.
#[derive(Clone, Copy)]
pub enum PlanAuthor<'a> {
    Citizen,
    /// It is noted.
    Staff(&'a StaffMember, &'a AuditEntry),
}

impl PlanAuthor<'_> {
    #[must_use]
    pub const fn side(&self) -> PlanSide {
        match self {
            Self::Citizen => PlanSide::Citizen,
            Self::Staff(..) => PlanSide::Staff,
        }
    }

    /// As it stands in the plan.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Citizen => String::new(),
            Self::Staff(who, _) => who.name.clone(),
        }
    }
}

/// What became of what somebody wanted to do in a plan.
pub enum PlanOutcome {
    /// The plan as it stands now.
    Done(Box<PlanState>),
    /// The first that could not be done, of so many before it; nothing is done.
    Refused(usize, PlanActError),
    /// There is no such plan.
    Gone,
}

/// An event as it is stored, at its place.
#[must_use]
pub fn seal_event(key: &RecordKey<'_>, event: &PlanEvent) -> Option<Vec<u8>> {
    Some(key.seal(event.place, &serde_json::to_string(event).ok()?))
}

/// The plan of stored events, each with its place; `None` where they cannot be opened.
#[must_use]
pub fn open_events(key: &RecordKey<'_>, stored: &[(u32, Vec<u8>)]) -> Option<PlanState> {
    let open = |(place, sealed): &(u32, Vec<u8>)| {
        let event: PlanEvent = serde_json::from_str(&key.open(*place, sealed)?).ok()?;
        Some(PlanEvent { place: *place, ..event })
    };
    let events: Option<Vec<PlanEvent>> = stored.iter().map(open).collect();
    fold_plan(&events?)
}
