//! What is due in a plan, and until when: reviews while it runs, contact after the end.

use super::PlanSubject;
use crate::{
    DischargeStatus, LocalDay, Reading, Source, Standard,
    decide::{
        Decision, DischargeFollowUp, FollowUpOutcome, FollowUpReason, PlanReview, discharge_follow_up,
        plan_review,
    },
};
use serde::{Deserialize, Serialize};

crate::codes! {
    /// Something that is due in a plan.
    PlanDueKind {
        /// The plan is looked at together.
        Review = "REVIEW",
        /// The whole plan is revised.
        FullRevision = "FULL_REVISION",
        /// The centre tells the authority how it goes.
        AuthorityStatus = "AUTHORITY_STATUS",
        /// The centre makes contact after the end.
        FollowUp = "FOLLOW_UP",
    }
}

/// The days of a plan from which others are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlanDates {
    pub subject: PlanSubject,
    pub opened_on: LocalDay,
    pub made_on: Option<LocalDay>,
    /// The last review, and the last time that the whole plan was revised.
    pub reviewed_on: Option<LocalDay>,
    pub revised_on: Option<LocalDay>,
    pub authority_status_on: Option<LocalDay>,
    pub discharge: Option<Discharge>,
    /// Whether the citizen has agreed to be contacted after the end.
    pub agrees_to_follow_up: bool,
    /// How often there has been contact since.
    pub contacts: u16,
}

/// How and when a course has ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Discharge {
    pub status: DischargeStatus,
    pub on: LocalDay,
}

/// A day by which something must happen.
#[derive(Clone, Debug)]
pub struct PlanDue<'a> {
    pub kind: PlanDueKind,
    pub latest: LocalDay,
    pub citations: Vec<&'a Source>,
    pub readings: Vec<&'a Reading>,
}

impl PlanDates {
    /// The age that the rules ask for, as far as it is known: under 18, or anything else.
    fn age(&self) -> Option<u8> {
        self.subject.ages.to.filter(|&to| to < crate::decide::MAJORITY)
    }

    /// What is due next of each kind, the first day first. Before the plan is made nothing is, after the end contact alone.
    #[must_use]
    pub fn list_due<'a>(&self, standard: &'a Standard) -> Vec<PlanDue<'a>> {
        let mut due = match (self.discharge, self.made_on) {
            (Some(discharge), _) => self.list_contacts(standard, discharge),
            (None, Some(made_on)) => self.list_reviews(standard, made_on),
            (None, None) => Vec::new(),
        };
        due.sort_by_key(|due| due.latest);
        due
    }

    fn list_reviews<'a>(&self, standard: &'a Standard, made_on: LocalDay) -> Vec<PlanDue<'a>> {
        let rules = standard.rules_for(self.subject.substance);
        let given = PlanReview {
            age: self.age(),
            substance: Some(self.subject.substance),
            current_offer: self.subject.offer,
            plan_made_on: Some(self.revised_on.unwrap_or(made_on)),
            last_review_on: self.reviewed_on,
            last_authority_status_on: Some(self.authority_status_on.unwrap_or(made_on)),
        };
        let Ok(decision) = plan_review(rules, &given) else { return Vec::new() };
        let outcome = decision.outcome;
        let days = [
            (PlanDueKind::Review, outcome.next_review_latest),
            (PlanDueKind::FullRevision, outcome.full_revision_latest),
            (PlanDueKind::AuthorityStatus, outcome.authority_status_latest),
        ];
        let due = |(kind, latest): (PlanDueKind, Option<LocalDay>)| {
            let (citations, readings) = (decision.citations.clone(), decision.readings.clone());
            Some(PlanDue { kind, latest: latest?, citations, readings })
        };
        days.into_iter().filter_map(due).collect()
    }

    fn list_contacts<'a>(&self, standard: &'a Standard, discharge: Discharge) -> Vec<PlanDue<'a>> {
        let decision = self.ask_follow_up(standard, discharge);
        let contacts = decision.outcome.contacts_latest.unwrap_or_default();
        let due = |latest| PlanDue {
            kind: PlanDueKind::FollowUp,
            latest,
            citations: decision.citations.clone(),
            readings: decision.readings.clone(),
        };
        contacts.into_iter().skip(self.contacts.into()).map(due).collect()
    }

    /// Why there is contact after the end or none; nothing before it.
    #[must_use]
    pub fn find_follow_up(&self, standard: &Standard) -> Option<(FollowUpReason, Option<bool>)> {
        let outcome = self.ask_follow_up(standard, self.discharge?).outcome;
        Some((outcome.reason, outcome.return_offered))
    }

    fn ask_follow_up<'a>(
        &self,
        standard: &'a Standard,
        discharge: Discharge,
    ) -> Decision<'a, FollowUpOutcome> {
        let given = DischargeFollowUp {
            age: self.age(),
            substance: self.subject.substance,
            discharge_status: discharge.status,
            discharged_on: discharge.on,
            consent_given: self.agrees_to_follow_up,
        };
        discharge_follow_up(standard.rules_for(self.subject.substance), &given)
    }
}
