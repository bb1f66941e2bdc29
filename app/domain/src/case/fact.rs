//! What an event of a case says, and how it is written in one column: `CONTACT:CITIZEN:WISH`.

use super::CheckItem;
use crate::{Treatment, codes, decide::ContactBy};
use std::fmt;

codes! {
    /// What was decided on an application or on the treatment allocated.
    DecisionOutcome {
        Granted = "GRANTED",
        Refused = "REFUSED",
        Changed = "CHANGED",
    }
}

/// What has happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CaseFact {
    /// Somebody made contact, and wished for treatment or did not.
    Contact {
        by: ContactBy,
        wish: bool,
    },
    /// A talk about what is needed was held.
    Assessed,
    /// Treatment was allocated: the municipality's own offer, or another's.
    Allocated {
        treatment: Treatment,
        own: bool,
    },
    /// Day or inpatient treatment was applied for.
    Applied(Treatment),
    MeetingArranged,
    MeetingHeld,
    PaymentTold,
    DecisionMade(DecisionOutcome),
    DecisionSent,
    DecisionReceived,
    /// The citizen would like the decision on paper.
    PaperWished,
    /// The citizen comes to the meeting.
    WillAttend,
    /// The citizen says that something that is written down is wrong.
    Objected,
    LetterSent,
    PlanMade,
    DoctorWished,
    DoctorOffered,
    DoctorHeld,
    /// Another place is wished for; until staff confirm, the wish can be taken back.
    FreeChoiceWished,
    FreeChoiceTakenBack,
    FreeChoiceConfirmed,
    /// Whether drugs have led to serious social and behavioural problems, under 18.
    SeriousProblems(bool),
    /// Treatment was offered.
    Offered,
    /// It was told or offered at enrolment.
    Told(CheckItem),
    /// The citizen has turned 18, where the age was not told.
    Adult,
    Started,
    Withdrawn,
    Closed,
    /// What stood here was a mistake: nothing of the kind happened.
    Retracted,
}

/// A text that is no event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CaseFactError;

impl fmt::Display for CaseFactError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no event of a case is written so")
    }
}

impl std::error::Error for CaseFactError {}

/// Events that are a word and nothing more.
const PLAIN: [(CaseFact, &str); 23] = [
    (CaseFact::Assessed, "ASSESSED"),
    (CaseFact::MeetingArranged, "MEETING_ARRANGED"),
    (CaseFact::MeetingHeld, "MEETING_HELD"),
    (CaseFact::PaymentTold, "PAYMENT_TOLD"),
    (CaseFact::DecisionSent, "DECISION_SENT"),
    (CaseFact::DecisionReceived, "DECISION_RECEIVED"),
    (CaseFact::PaperWished, "PAPER_WISHED"),
    (CaseFact::WillAttend, "WILL_ATTEND"),
    (CaseFact::Objected, "OBJECTED"),
    (CaseFact::LetterSent, "LETTER_SENT"),
    (CaseFact::PlanMade, "PLAN_MADE"),
    (CaseFact::DoctorWished, "DOCTOR_WISHED"),
    (CaseFact::DoctorOffered, "DOCTOR_OFFERED"),
    (CaseFact::DoctorHeld, "DOCTOR_HELD"),
    (CaseFact::FreeChoiceWished, "FREE_CHOICE_WISHED"),
    (CaseFact::FreeChoiceTakenBack, "FREE_CHOICE_TAKEN_BACK"),
    (CaseFact::FreeChoiceConfirmed, "FREE_CHOICE_CONFIRMED"),
    (CaseFact::Offered, "OFFERED"),
    (CaseFact::Adult, "ADULT"),
    (CaseFact::Started, "STARTED"),
    (CaseFact::Withdrawn, "WITHDRAWN"),
    (CaseFact::Closed, "CLOSED"),
    (CaseFact::Retracted, "RETRACTED"),
];

impl CaseFact {
    /// Whether somebody wishes for treatment with it.
    #[must_use]
    pub const fn is_wish(self) -> bool {
        matches!(self, Self::Contact { wish: true, .. })
    }

    /// Every event there is.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = PLAIN.iter().map(|(fact, _)| *fact).collect();
        for &by in ContactBy::ALL {
            all.extend([true, false].map(|wish| Self::Contact { by, wish }));
        }
        for &treatment in Treatment::ALL {
            all.extend([true, false].map(|own| Self::Allocated { treatment, own }));
            all.push(Self::Applied(treatment));
        }
        all.extend(DecisionOutcome::ALL.iter().copied().map(Self::DecisionMade));
        all.extend([true, false].map(Self::SeriousProblems));
        all.extend(CheckItem::ALL.iter().copied().map(Self::Told));
        all
    }

    /// What staff write down, in the order in which it mostly happens.
    #[must_use]
    pub fn recorded_by_staff() -> Vec<Self> {
        let contact = |by, wish| Self::Contact { by, wish };
        let mut facts = vec![
            contact(ContactBy::Citizen, true),
            contact(ContactBy::Citizen, false),
            contact(ContactBy::Parent, true),
            contact(ContactBy::Relative, false),
            contact(ContactBy::Authority, false),
            Self::Adult,
            Self::Assessed,
        ];
        facts.extend(Treatment::ALL.iter().map(|&treatment| Self::Allocated { treatment, own: true }));
        facts.push(Self::Allocated { treatment: Treatment::Outpatient, own: false });
        facts.extend([Treatment::DayTreatment, Treatment::Inpatient].map(Self::Applied));
        facts.extend([Self::MeetingArranged, Self::MeetingHeld, Self::PaymentTold]);
        facts.extend(DecisionOutcome::ALL.iter().copied().map(Self::DecisionMade));
        facts.extend([
            Self::DecisionSent,
            Self::DecisionReceived,
            Self::LetterSent,
            Self::PlanMade,
            Self::DoctorWished,
            Self::DoctorOffered,
            Self::DoctorHeld,
            Self::FreeChoiceWished,
            Self::FreeChoiceTakenBack,
            Self::FreeChoiceConfirmed,
            Self::SeriousProblems(true),
            Self::SeriousProblems(false),
            Self::Offered,
            Self::Started,
            Self::Withdrawn,
            Self::Closed,
            Self::Retracted,
        ]);
        facts.extend(CheckItem::ALL.iter().copied().map(Self::Told));
        facts
    }

    /// The event as it is stored.
    ///
    /// # Panics
    /// Never: a test writes every event.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Contact { by, wish } => {
                format!("CONTACT:{}:{}", by.code(), if wish { "WISH" } else { "NO_WISH" })
            }
            Self::Allocated { treatment, own } => {
                format!("ALLOCATED:{}:{}", treatment.code(), if own { "OWN" } else { "OTHERS" })
            }
            Self::Applied(treatment) => format!("APPLIED:{}", treatment.code()),
            Self::DecisionMade(outcome) => format!("DECISION_MADE:{}", outcome.code()),
            Self::Told(item) => format!("TOLD:{}", item.code()),
            Self::SeriousProblems(found) => {
                format!("SERIOUS_PROBLEMS:{}", if found { "YES" } else { "NO" })
            }
            plain => PLAIN
                .iter()
                .find_map(|(fact, code)| (*fact == plain).then(|| (*code).to_owned()))
                .expect("an event without details stands in the list, as a test shows"),
        }
    }

    /// Reads what [`Self::code`] writes.
    ///
    /// # Errors
    /// Any other text.
    pub fn parse(code: &str) -> Result<Self, CaseFactError> {
        let parts: Vec<&str> = code.split(':').collect();
        let found = match parts.as_slice() {
            ["CONTACT", by, wish @ ("WISH" | "NO_WISH")] => {
                ContactBy::from_code(by).map(|by| Self::Contact { by, wish: *wish == "WISH" })
            }
            ["ALLOCATED", treatment, own @ ("OWN" | "OTHERS")] => Treatment::from_code(treatment)
                .map(|treatment| Self::Allocated { treatment, own: *own == "OWN" }),
            ["APPLIED", treatment] => Treatment::from_code(treatment).map(Self::Applied),
            ["DECISION_MADE", outcome] => DecisionOutcome::from_code(outcome).map(Self::DecisionMade),
            ["SERIOUS_PROBLEMS", found @ ("YES" | "NO")] => Some(Self::SeriousProblems(*found == "YES")),
            ["TOLD", item] => CheckItem::from_code(item).map(Self::Told),
            [plain] => PLAIN.iter().find_map(|(fact, code)| (code == plain).then_some(*fact)),
            _ => None,
        };
        found.ok_or(CaseFactError)
    }
}
