//! A complaint as somebody brings it: what it is about, what is asked before it is written, to whom it goes, and whether it
//! is in time. What a standard gives for it is decided by [`crate::decide::complaint`].

mod progress;
mod questions;
mod receipt;
mod timing;

pub use self::{
    progress::{ComplaintFact, ComplaintStatus},
    questions::{ComplaintAnswers, ComplaintQuestion, StartDay, StartDayKind},
    receipt::{ParseReceiptError, Receipt},
    timing::{ComplaintTiming, received_by_letter},
};

use crate::{
    Body, ComplaintType, Role, Standard, Substance, Unit,
    decide::{ComplaintOutcome, ComplaintReason},
};

/// What somebody complains about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ComplaintSubject {
    Of(ComplaintType),
    /// The place that treats, as a whole: for whoever supervises it.
    Place,
    /// None of the others.
    Other,
}

impl ComplaintSubject {
    /// Every subject in the order in which one is asked: the types of the standards, and the two that no standard has.
    pub fn all() -> impl Iterator<Item = Self> {
        let types = [
            ComplaintType::GuaranteeBreach,
            ComplaintType::DrugTreatmentDecision,
            ComplaintType::AlcoholTreatmentDecision,
            ComplaintType::Sel101aDecision,
            ComplaintType::StaffConduct,
            ComplaintType::CaseHandling,
            ComplaintType::MissingInformation,
            ComplaintType::AccessToDocuments,
            ComplaintType::HealthTreatment,
            ComplaintType::HealthRecords,
            ComplaintType::PregnantNoContractOffered,
            ComplaintType::GeneralServiceLevel,
        ];
        types.into_iter().map(Self::Of).chain([Self::Place, Self::Other])
    }

    /// Whether it is about people or the place, and not about what was decided or not done: of that whoever supervises
    /// the place may want to know too.
    #[must_use]
    pub const fn concerns_supervision(self) -> bool {
        matches!(
            self,
            Self::Of(ComplaintType::StaffConduct | ComplaintType::CaseHandling) | Self::Place | Self::Other
        )
    }

    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Of(complaint_type) => complaint_type.code(),
            Self::Place => "PLACE",
            Self::Other => "OTHER",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|subject| subject.code() == code)
    }
}

/// The type of a complaint about a decision on treatment of a substance.
#[must_use]
pub const fn type_of_decision(substance: Substance) -> ComplaintType {
    match substance {
        Substance::Drugs => ComplaintType::DrugTreatmentDecision,
        Substance::Alcohol => ComplaintType::AlcoholTreatmentDecision,
    }
}

/// Where a complaint is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ComplaintDesk {
    /// At the desk, by those with this role.
    Reader(Role),
    /// At an authority of its own: of such a complaint the portal stores nothing.
    Outside,
}

impl ComplaintDesk {
    /// Where a complaint is read for which a standard gives this outcome. Where the standard names nobody, the centre's
    /// head reads it, and answers where it belongs.
    #[must_use]
    pub fn of(outcome: &ComplaintOutcome<'_>) -> Self {
        match outcome.recipient {
            Some(body) => body.reader.map_or(Self::Outside, Self::Reader),
            None => Self::Reader(Role::Manager),
        }
    }
}

/// Who reads a complaint that is about its reader: the next above, and above the head of the centre those who head the
/// municipality's social services.
#[must_use]
pub const fn reader_instead_of(role: Role) -> Role {
    match role {
        Role::Manager => Role::Authority,
        Role::Counsellor | Role::Lead | Role::Admin | Role::ComplaintReader | Role::Authority => {
            Role::Manager
        }
    }
}

/// Whether the standard says that what is complained about cannot be brought before another authority.
#[must_use]
pub const fn is_final(reason: ComplaintReason) -> bool {
    matches!(
        reason,
        ComplaintReason::AlcoholDecisionNotComplainable
            | ComplaintReason::AlcoholDecisionCenterOnly
            | ComplaintReason::Sel101aNotAppealable
    )
}

/// The body of a code, among those that a complaint can reach.
#[must_use]
pub fn find_body<'a>(standard: &'a Standard, code: &str) -> Option<&'a Body> {
    let rules = Substance::ALL.iter().map(|substance| standard.rules_for(*substance));
    let mut bodies = rules.flat_map(|rules| rules.complaints.list_bodies());
    bodies.find(|(_, body)| body.code == code).map(|(_, body)| body)
}

/// The unit at which a body is reached; `None` where the standard does not say how.
#[must_use]
pub fn unit_of_body<'a>(standard: &'a Standard, body: &Body) -> Option<&'a Unit> {
    let is_there = |unit: &&Unit| match &body.unit {
        Some(id) => unit.id == *id,
        None => unit.body.as_ref() == Some(&body.code),
    };
    standard.units.iter().find(is_there)
}
