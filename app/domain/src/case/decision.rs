//! The decision in a case: what was decided and when, and until when one can complain.

use super::{CaseEvent, CaseFact, CaseSubject, DecisionOutcome, list_by_day};
use crate::{
    ComplaintStart, LocalDay, Standard, Substance,
    complaint::type_of_decision,
    decide::{Complaint, ComplaintOutcome, Decision, complaint},
};

/// What was decided last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CaseDecision {
    pub outcome: DecisionOutcome,
    pub made: LocalDay,
    pub sent: Option<LocalDay>,
    pub received: Option<LocalDay>,
}

/// The last decision, with the days on which it was sent and received.
#[must_use]
pub fn find_decision<Id: Ord>(events: &[CaseEvent<Id>]) -> Option<CaseDecision> {
    let standing = list_by_day(events);
    let place = standing.iter().rposition(|event| matches!(event.fact, CaseFact::DecisionMade(_)))?;
    let (made, after) = standing.get(place..)?.split_first()?;
    let CaseFact::DecisionMade(outcome) = made.fact else { return None };
    let day_of = |fact| after.iter().find(|event| event.fact == fact).map(|event| event.on);
    Some(CaseDecision {
        outcome,
        made: made.on,
        sent: day_of(CaseFact::DecisionSent),
        received: day_of(CaseFact::DecisionReceived),
    })
}

/// What holds for a complaint about a decision, where none has been made yet.
#[must_use]
pub fn complaint_about<'a>(
    standard: &'a Standard,
    subject: &CaseSubject,
    decision: &CaseDecision,
) -> Decision<'a, ComplaintOutcome<'a>> {
    let given = Complaint {
        complaint_type: type_of_decision(subject.substance),
        age: subject.sample_ages().into_iter().max().unwrap_or(18),
        substance: subject.substance,
        decision_made_on: Some(decision.made),
        decision_received_on: decision.received,
        decision_opened_on: None,
        complaint_posted_on: None,
        event_on: None,
        complaint_received_at: None,
        exempt_from_digital_post: false,
        able_to_use_digital_form: true,
    };
    complaint(standard.rules_for(subject.substance), &given)
}

/// From which day the standard counts, and that day, where it is known.
#[must_use]
pub fn counts_from(
    standard: &Standard,
    substance: Substance,
    decision: &CaseDecision,
) -> Option<(ComplaintStart, Option<LocalDay>)> {
    let start = *standard.rules_for(substance).complaints.counted_from.value()?;
    Some(match start {
        ComplaintStart::DecisionReceived => (start, decision.received),
        ComplaintStart::DecisionMade => (start, Some(decision.made)),
    })
}
