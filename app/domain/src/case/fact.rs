//! What an event of a case says, and how it is written in one column: `CONTACT:CITIZEN:WISH`.

use super::CheckItem;
use crate::{AgeRange, Treatment, codes, decide::ContactBy};
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
    /// Another place is wished for, of a kind where it is known; until staff confirm, the wish can be taken back.
    FreeChoiceWished(Option<Treatment>),
    FreeChoiceTakenBack,
    FreeChoiceConfirmed(Option<Treatment>),
    /// Whether drugs have led to serious social and behavioural problems, under 18.
    SeriousProblems(bool),
    /// Treatment was offered.
    Offered,
    /// It was told or offered at enrolment.
    Told(CheckItem),
    /// The citizen has turned 18, where the age was not told.
    Adult,
    /// How old the citizen is, where something else was told.
    Ages(AgeRange),
    /// The centre called, and somebody answered.
    Reached,
    /// The centre called, and nobody answered.
    NotReached,
    Started,
    /// The last day for which treatment at another place is granted: its event has that day.
    CourseUntil,
    /// Another place that treats has told how it goes.
    ExternalStatus,
    /// The centre has visited the other place.
    InspectionVisit,
    /// Treatment at another place was broken off.
    BrokenOff,
    /// The other place has told that it was broken off.
    BreakOffTold,
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
const PLAIN: [(CaseFact, &str); 28] = [
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
    (CaseFact::FreeChoiceTakenBack, "FREE_CHOICE_TAKEN_BACK"),
    (CaseFact::Offered, "OFFERED"),
    (CaseFact::Adult, "ADULT"),
    (CaseFact::Reached, "REACHED"),
    (CaseFact::NotReached, "NOT_REACHED"),
    (CaseFact::Started, "STARTED"),
    (CaseFact::CourseUntil, "COURSE_UNTIL"),
    (CaseFact::ExternalStatus, "EXTERNAL_STATUS"),
    (CaseFact::InspectionVisit, "INSPECTION_VISIT"),
    (CaseFact::BrokenOff, "BROKEN_OFF"),
    (CaseFact::BreakOffTold, "BREAK_OFF_TOLD"),
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

    /// Whether it is noted by the way, with a call: it answers nothing that somebody has written.
    #[must_use]
    pub const fn is_of_call(self) -> bool {
        matches!(self, Self::Reached | Self::NotReached)
    }

    /// Whether it is about another place, which then has a name.
    #[must_use]
    pub const fn is_elsewhere(self) -> bool {
        matches!(
            self,
            Self::Allocated { own: false, .. } | Self::FreeChoiceWished(_) | Self::FreeChoiceConfirmed(_)
        )
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
        for kind in Treatment::ALL.iter().copied().map(Some).chain([None]) {
            all.extend([Self::FreeChoiceWished(kind), Self::FreeChoiceConfirmed(kind)]);
        }
        all.extend([Some(17), None].map(|to| Self::Ages(AgeRange { from: 15, to })));
        all.extend(DecisionOutcome::ALL.iter().copied().map(Self::DecisionMade));
        all.extend([true, false].map(Self::SeriousProblems));
        all.extend(CheckItem::ALL.iter().copied().map(Self::Told));
        all
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
            Self::Ages(ages) => format!("AGES:{}", ages.code()),
            Self::FreeChoiceWished(kind) => with_kind("FREE_CHOICE_WISHED", kind),
            Self::FreeChoiceConfirmed(kind) => with_kind("FREE_CHOICE_CONFIRMED", kind),
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
            ["AGES", ages] => AgeRange::from_code(ages).map(Self::Ages),
            ["FREE_CHOICE_WISHED"] => Some(Self::FreeChoiceWished(None)),
            ["FREE_CHOICE_WISHED", kind] => {
                Treatment::from_code(kind).map(|kind| Self::FreeChoiceWished(Some(kind)))
            }
            ["FREE_CHOICE_CONFIRMED"] => Some(Self::FreeChoiceConfirmed(None)),
            ["FREE_CHOICE_CONFIRMED", kind] => {
                Treatment::from_code(kind).map(|kind| Self::FreeChoiceConfirmed(Some(kind)))
            }
            [plain] => PLAIN.iter().find_map(|(fact, code)| (code == plain).then_some(*fact)),
            _ => None,
        };
        found.ok_or(CaseFactError)
    }
}

fn with_kind(code: &str, kind: Option<Treatment>) -> String {
    kind.map_or_else(|| code.to_owned(), |kind| format!("{code}:{}", kind.code()))
}
