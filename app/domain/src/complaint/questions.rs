//! What is asked before a complaint is written: only what the municipality's standard makes a difference by.

use super::ComplaintSubject;
use crate::{
    ComplaintStart, ComplaintType, LocalDay, Standard, Stated, Substance, codes,
    decide::{Complaint, ComplaintOutcome, ComplaintReason, Decision, MAJORITY, complaint},
};

codes! {
    /// A question whose answer the municipality's standard may look at.
    ComplaintQuestion {
        /// Whether the papers are about one's health.
        Papers = "PAPERS",
        Substance = "SUBSTANCE",
        /// Whether whom it is about is 18 or over.
        Adult = "ADULT",
        /// The day from which the last one is counted.
        StartDay = "START_DAY",
    }

    /// What somebody knows of the day from which the last one is counted.
    StartDayKind {
        /// On that day the decision was made, where the standard counts from then.
        Made = "MADE",
        /// On that day it was received, where the standard counts from then.
        Received = "RECEIVED",
        /// On that day it was sent by Digital Post.
        SentDigitally = "SENT_DIGITALLY",
        /// On that day it was sent by ordinary post.
        SentByLetter = "SENT_BY_LETTER",
        Unknown = "UNKNOWN",
    }
}

/// The day from which the last one is counted, as somebody tells it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StartDay {
    pub kind: StartDayKind,
    /// Nothing where it is not known.
    pub day: Option<LocalDay>,
}

impl StartDay {
    /// The day to count from: Digital Post counts as received on the day it was sent, a letter by ordinary post some
    /// weekdays later (finding 124).
    #[must_use]
    pub fn counts_from(self) -> Option<LocalDay> {
        match self.kind {
            StartDayKind::Made | StartDayKind::Received | StartDayKind::SentDigitally => self.day,
            StartDayKind::SentByLetter => self.day.map(super::received_by_letter),
            StartDayKind::Unknown => None,
        }
    }

    /// Whether the day to count from was worked out from another.
    #[must_use]
    pub const fn is_worked_out(self) -> bool {
        matches!(self.kind, StartDayKind::SentDigitally | StartDayKind::SentByLetter)
    }
}

/// What has been answered so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ComplaintAnswers {
    pub subject: ComplaintSubject,
    pub is_about_health_papers: Option<bool>,
    pub substance: Option<Substance>,
    pub is_adult: Option<bool>,
    pub start: Option<StartDay>,
}

impl ComplaintAnswers {
    /// Of somebody who has said no more than what it is about.
    #[must_use]
    pub const fn about(subject: ComplaintSubject) -> Self {
        Self { subject, is_about_health_papers: None, substance: None, is_adult: None, start: None }
    }

    /// The type of the standards; `None` where it is of none.
    #[must_use]
    pub fn complaint_type(&self) -> Option<ComplaintType> {
        match self.subject {
            ComplaintSubject::Of(ComplaintType::AccessToDocuments)
                if self.is_about_health_papers == Some(true) =>
            {
                Some(ComplaintType::HealthRecords)
            }
            ComplaintSubject::Of(complaint_type) => Some(complaint_type),
            ComplaintSubject::Place | ComplaintSubject::Other => None,
        }
    }

    /// The substance: of some types it follows from the type.
    #[must_use]
    pub fn substance(&self) -> Option<Substance> {
        match self.subject {
            ComplaintSubject::Of(ComplaintType::AlcoholTreatmentDecision) => Some(Substance::Alcohol),
            ComplaintSubject::Of(ComplaintType::DrugTreatmentDecision | ComplaintType::Sel101aDecision) => {
                Some(Substance::Drugs)
            }
            _ => self.substance,
        }
    }

    /// What the standard gives, for a complaint that is received on that day; of what is not answered nothing is known.
    #[must_use]
    pub fn decide<'a>(
        &self,
        standard: &'a Standard,
        received: Option<LocalDay>,
    ) -> Decision<'a, ComplaintOutcome<'a>> {
        let Some(complaint_type) = self.complaint_type() else {
            let outcome = ComplaintOutcome::only(None, ComplaintReason::UndeterminedStaffDecide);
            return Decision { outcome, citations: Vec::new(), readings: Vec::new() };
        };
        let substance = self.substance().unwrap_or_else(|| first_substance(standard));
        let start = self.start.and_then(StartDay::counts_from);
        let given = Complaint {
            complaint_type,
            age: if self.is_adult == Some(false) { MAJORITY - 1 } else { MAJORITY },
            substance,
            decision_made_on: start,
            decision_received_on: start,
            decision_opened_on: None,
            complaint_posted_on: None,
            event_on: None,
            complaint_received_at: received.map(LocalDay::begins),
            exempt_from_digital_post: false,
            able_to_use_digital_form: true,
        };
        complaint(standard.rules_for(substance), &given)
    }

    /// What the standard gives for the same complaint, were it received in time on a day: who looks at it again until when,
    /// and who decides next.
    #[must_use]
    pub fn decide_in_time<'a>(&self, standard: &'a Standard, day: LocalDay) -> ComplaintOutcome<'a> {
        let start = Some(StartDay { kind: StartDayKind::Received, day: Some(day) });
        Self { start, ..*self }.decide(standard, Some(day)).outcome
    }

    /// From when the standard counts the last day of such a complaint; `None` where it says nothing of it.
    #[must_use]
    pub fn find_start<'a>(&self, standard: &'a Standard) -> Option<&'a Stated<ComplaintStart>> {
        let substance = self.substance().unwrap_or_else(|| first_substance(standard));
        standard.rules_for(substance).complaints.counted_from.stated()
    }

    /// The next question that can still make a difference; `None` where all is known that matters.
    #[must_use]
    pub fn find_question(&self, standard: &Standard) -> Option<ComplaintQuestion> {
        self.list_questions(standard).into_iter().next()
    }

    /// The questions not yet answered that can still make a difference, in their order.
    #[must_use]
    pub fn list_questions(&self, standard: &Standard) -> Vec<ComplaintQuestion> {
        let ways = self.list_ways();
        let matters = |question: &&ComplaintQuestion| {
            ways.iter().any(|way| {
                let first = way.try_with(standard);
                question.answer_every_way(way).iter().any(|other| other.try_with(standard) != first)
            })
        };
        ComplaintQuestion::ALL
            .iter()
            .filter(|question| question.is_open(self))
            .filter(matters)
            .copied()
            .collect()
    }

    /// What is decided before a complaint is sent, and once it has been in time.
    fn try_with<'a>(&self, standard: &'a Standard) -> [ComplaintOutcome<'a>; 2] {
        [None, some_day().day].map(|received| self.decide(standard, received).outcome)
    }

    /// Every way to answer what is open.
    fn list_ways(&self) -> Vec<Self> {
        ComplaintQuestion::ALL
            .iter()
            .filter(|question| question.is_open(self))
            .fold(vec![*self], |ways, question| {
                ways.iter().flat_map(|way| question.answer_every_way(way)).collect()
            })
    }
}

/// A substance that the standard is about.
fn first_substance(standard: &Standard) -> Substance {
    let listed = standard.rules.identity.substances.value().and_then(|list| list.first());
    listed.copied().unwrap_or(Substance::Drugs)
}

/// A day to try with.
fn some_day() -> StartDay {
    StartDay { kind: StartDayKind::Received, day: LocalDay::parse("2026-01-05") }
}

impl ComplaintQuestion {
    /// Whether it can be asked and has not been answered.
    fn is_open(self, answers: &ComplaintAnswers) -> bool {
        match self {
            Self::Papers => {
                answers.subject == ComplaintSubject::Of(ComplaintType::AccessToDocuments)
                    && answers.is_about_health_papers.is_none()
            }
            Self::Substance => answers.substance().is_none(),
            Self::Adult => answers.is_adult.is_none(),
            Self::StartDay => answers.start.is_none(),
        }
    }

    /// The answers with every answer to this question.
    fn answer_every_way(self, answers: &ComplaintAnswers) -> Vec<ComplaintAnswers> {
        match self {
            Self::Papers => [true, false]
                .map(|yes| ComplaintAnswers { is_about_health_papers: Some(yes), ..*answers })
                .into(),
            Self::Substance => Substance::ALL
                .iter()
                .map(|substance| ComplaintAnswers { substance: Some(*substance), ..*answers })
                .collect(),
            Self::Adult => {
                [true, false].map(|yes| ComplaintAnswers { is_adult: Some(yes), ..*answers }).into()
            }
            Self::StartDay => {
                let unknown = StartDay { kind: StartDayKind::Unknown, day: None };
                [some_day(), unknown].map(|start| ComplaintAnswers { start: Some(start), ..*answers }).into()
            }
        }
    }
}
