//! The calculator of time limits: one case decided, and all cases as a table.

use super::{
    Cited, ClockReason, Complaint, ComplaintReason, ContactBy, ContactEvent, Decision, GuaranteeClock,
    complaint, guarantee_clock, outside_under_18,
};
use crate::{
    AgeRange, Body, Channel, ComplaintType, Deadline, DeadlineCase, DeadlineQuestion, Fact, LocalDay, Rules,
    Standard, Substance, Treatment,
};
use chrono::NaiveDate;

/// What [`deadline`] gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeadlineOutcome<'a> {
    pub latest: Option<LocalDay>,
    /// The first body to receive a complaint.
    pub recipient: Option<&'a Body>,
    pub reason: DeadlineReason,
}

/// Why there is a day, or none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeadlineReason {
    Clock(ClockReason),
    Complaint(ComplaintReason),
}

/// When treatment must begin at the latest, or a complaint must have arrived (docs/rules.md 5 and 13).
///
/// # Panics
/// Never: the one fact that the clock cannot do without, a contact, is given.
#[must_use]
pub fn deadline<'a>(rules: &'a Rules, case: &DeadlineCase) -> Decision<'a, DeadlineOutcome<'a>> {
    match case.question {
        DeadlineQuestion::Start => {
            let cited = Cited::default();
            if is_below_youngest_age(rules, case.substance, case.age) {
                cited.value(youngest_age(rules, case.substance));
                let reason = DeadlineReason::Clock(ClockReason::UndeterminedStaffDecide);
                return cited.decision(DeadlineOutcome { latest: None, recipient: None, reason });
            }
            let Decision { outcome, citations, readings } =
                guarantee_clock(rules, &clock_facts(case)).expect("a contact is given");
            let outcome = DeadlineOutcome {
                latest: outcome.start_latest,
                recipient: None,
                reason: DeadlineReason::Clock(outcome.reason),
            };
            Decision { outcome, citations, readings }
        }
        DeadlineQuestion::Complaint => {
            let cited = Cited::default();
            if outside_under_18(&cited, rules, case.age) {
                let reason = DeadlineReason::Clock(ClockReason::Under18OutsideStandard);
                return cited.decision(DeadlineOutcome { latest: None, recipient: None, reason });
            }
            let Decision { outcome, citations, readings } = complaint(rules, &complaint_facts(case));
            let outcome = DeadlineOutcome {
                latest: outcome.complaint_latest,
                recipient: outcome.recipient,
                reason: DeadlineReason::Complaint(outcome.reason),
            };
            Decision { outcome, citations, readings }
        }
    }
}

/// Whether somebody is younger than those whom the standard treats for this substance.
pub(crate) fn is_below_youngest_age(rules: &Rules, substance: Substance, age: u8) -> bool {
    youngest_age(rules, substance).value().is_some_and(|&youngest| age < youngest)
}

fn youngest_age(rules: &Rules, substance: Substance) -> &Fact<u8> {
    match substance {
        Substance::Alcohol => &rules.intake.youngest_age_alcohol,
        Substance::Drugs => &rules.intake.youngest_age_drugs,
    }
}

/// Every time limit of a standard, each with the decision it is taken from. A limit is a number of days
/// whatever the day, so one day tells them all; ages for which the same is decided share an entry.
#[must_use]
pub fn list_deadlines(standard: &Standard) -> Vec<(Deadline, Decision<'_, DeadlineOutcome<'_>>)> {
    let day = LocalDay::new(NaiveDate::default());
    let mut table: Vec<(Deadline, Decision<'_, DeadlineOutcome<'_>>)> = Vec::new();
    for &question in DeadlineQuestion::ALL {
        for &substance in Substance::ALL {
            for age in 0..=u8::MAX {
                let decision =
                    deadline(standard.rules_for(substance), &DeadlineCase { question, substance, age, day });
                match table.last_mut() {
                    Some((last, same))
                        if age > 0
                            && same.outcome == decision.outcome
                            && same.citations == decision.citations
                            && same.readings == decision.readings =>
                    {
                        last.ages.to = (age < u8::MAX).then_some(age);
                    }
                    _ => {
                        let days = decision.outcome.latest.map(|latest| latest.days_after(day));
                        let days = days.and_then(|days| u16::try_from(days).ok());
                        let ages = AgeRange { from: age, to: Some(age) };
                        table.push((Deadline { question, substance, ages, days }, decision));
                    }
                }
            }
        }
    }
    table
}

fn clock_facts(case: &DeadlineCase) -> GuaranteeClock {
    GuaranteeClock {
        age: case.age,
        substance: case.substance,
        treatment: Treatment::Outpatient,
        offered_by_municipality: true,
        free_choice_used: false,
        serious_social_and_behavioural_problems: false,
        contacts: vec![ContactEvent {
            contact_at: case.day.begins(),
            channel: Channel::Phone,
            contact_by: ContactBy::Citizen,
            wish_for_treatment: true,
        }],
        treatment_started_at: None,
        evaluated_at: None,
    }
}

fn complaint_facts(case: &DeadlineCase) -> Complaint {
    Complaint {
        complaint_type: match case.substance {
            Substance::Alcohol => ComplaintType::AlcoholTreatmentDecision,
            Substance::Drugs => ComplaintType::DrugTreatmentDecision,
        },
        age: case.age,
        substance: case.substance,
        // Which of the two counts is the standard's to say; the calculator asks for that one.
        decision_made_on: Some(case.day),
        decision_received_on: Some(case.day),
        decision_opened_on: None,
        complaint_posted_on: None,
        event_on: None,
        complaint_received_at: None,
        exempt_from_digital_post: false,
        able_to_use_digital_form: true,
    }
}
