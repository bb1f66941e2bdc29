//! From a question's name to the function that decides it.

use super::line::{Line, typed};
use crate::{
    Standard,
    decide::{self, Decision, MissingFactError},
};
use itertools::Itertools;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// A decision as it is written down.
pub struct Answer {
    pub decision: Map<String, Value>,
    /// Sections of the standard and clauses of the law.
    pub citations: Vec<String>,
    /// Numbers of the findings whose readings were followed.
    pub readings: Vec<u8>,
}

/// Decides a case of one question, written in JSON.
type Decide = fn(&Standard, &str) -> Result<Answer, String>;

/// Every question, the feature it belongs to, and what decides it.
const QUESTIONS: [(&str, &str, Decide); 24] = [
    ("guarantee_clock", "guarantee", |of, given| {
        fallible(given, |case: &decide::GuaranteeClock| {
            decide::guarantee_clock(of.rules_for(case.substance), case)
        })
    }),
    ("guarantee_decision_letter", "guarantee", |of, given| {
        fallible(given, |case: &decide::DecisionLetter| {
            decide::decision_letter(of.rules_for(case.substance), case)
        })
    }),
    ("doctor_conversation", "guarantee", |of, given| {
        sure(given, |case: &decide::DoctorConversation| {
            decide::doctor_conversation(of.rules_for(case.substance), case)
        })
    }),
    ("anonymous_counselling", "anonymity", |of, given| {
        sure(given, |case| decide::anonymous_counselling(&of.rules, case))
    }),
    ("anonymous_treatment_eligibility", "anonymity", |of, given| {
        sure(given, |case: &decide::AnonymousTreatment| {
            decide::anonymous_treatment(of.rules_for(case.substance), case)
        })
    }),
    ("anonymous_contact", "anonymity", |of, given| {
        sure(given, |case| decide::anonymous_contact(&of.rules, case))
    }),
    ("anonymity_event", "anonymity", |of, given| {
        sure(given, |case: &decide::AnonymityEvent| {
            decide::anonymity_event(of.rules_for(case.substance), case)
        })
    }),
    ("complaint", "complaint", |of, given| {
        sure(given, |case: &decide::Complaint| decide::complaint(of.rules_for(case.substance), case))
    }),
    ("gift_cards", "move", |of, given| {
        sure(given, |case: &decide::GiftCards| decide::gift_cards(of.rules_for(case.substance), case))
    }),
    ("move_eligibility", "move", |of, given| {
        sure(given, |case: &decide::MoveEligibility| {
            decide::move_eligibility(of.rules_for(case.substance), case)
        })
    }),
    ("move_status_due", "move", |of, given| {
        sure(given, |case: &decide::MoveStatus| decide::move_status_due(of.rules_for(case.substance), case))
    }),
    ("discharge_follow_up", "followup", |of, given| {
        sure(given, |case: &decide::DischargeFollowUp| {
            decide::discharge_follow_up(of.rules_for(case.substance), case)
        })
    }),
    ("relatives_offer", "relative", |of, given| {
        fallible(given, |case: &decide::RelativesOffer| {
            decide::relatives_offer(of.rules_for(case.substance), &of.offers, case)
        })
    }),
    ("relatives_group", "relative", |of, given| sure(given, |case| decide::relatives_group(&of.rules, case))),
    ("intake_route", "eligibility", |of, given| {
        sure(given, |case: &decide::IntakeRoute| decide::intake_route(of.rules_for(case.substance), case))
    }),
    ("mandated_intervention", "eligibility", |of, given| {
        sure(given, |case| decide::mandated_intervention(&of.rules, case))
    }),
    ("treatment_consent", "eligibility", |of, given| {
        sure(given, |case: &decide::TreatmentConsent| {
            decide::treatment_consent(of.rules_for(case.substance), case)
        })
    }),
    ("inpatient_decision", "eligibility", |of, given| {
        sure(given, |case: &decide::InpatientDecision| {
            decide::inpatient_decision(of.rules_for(case.substance), case)
        })
    }),
    ("treatment_length_limit", "eligibility", |of, given| {
        sure(given, |case: &decide::TreatmentLength| {
            decide::treatment_length_limit(of.rules_for(case.substance), case)
        })
    }),
    ("free_choice", "eligibility", |of, given| {
        sure(given, |case: &decide::FreeChoiceOf| decide::free_choice(of.rules_for(case.substance), case))
    }),
    ("opening_hours", "contact", |standard, given| sure(given, |case| decide::opening_hours(standard, case))),
    ("contact_channels", "contact", |standard, given| {
        sure(given, |case| decide::contact_channels(standard, case))
    }),
    ("plan_review", "plan_review", |of, given| {
        fallible(given, |case: &decide::PlanReview| decide::plan_review(of.rules_for(case.substance), case))
    }),
    ("smart_check", "plan_review", |of, given| sure(given, |case| decide::smart_check(&of.rules, case))),
];

/// Decides a line.
///
/// # Errors
/// What is wrong with the line: its id, and the key.
pub fn answer(standards: &[Standard], line: &Line) -> Result<Answer, String> {
    let named =
        |problem: String| format!("{} ({}, {}): {problem}", line.id, line.question, line.municipality);
    let known = QUESTIONS.iter().find(|(question, ..)| *question == line.question);
    let (_, feature, decide) =
        known.ok_or_else(|| named(format!("question: “{}” is not known", line.question)))?;
    if line.feature.as_ref().is_some_and(|given| given != feature) {
        return Err(named(format!("feature: this question belongs to “{feature}”")));
    }
    let standard = standards.iter().find(|standard| standard.code == line.municipality);
    let standard = standard.ok_or_else(|| named("municipality: its file is not here".to_owned()))?;
    decide(standard, line.given.get()).map_err(named)
}

fn sure<'a, G: DeserializeOwned, T: Serialize>(
    given: &str,
    decide: impl FnOnce(&G) -> Decision<'a, T>,
) -> Result<Answer, String> {
    fallible(given, |case| Ok(decide(case)))
}

fn fallible<'a, G: DeserializeOwned, T: Serialize>(
    given: &str,
    decide: impl FnOnce(&G) -> Result<Decision<'a, T>, MissingFactError>,
) -> Result<Answer, String> {
    let case: G = typed(given, "given")?;
    let decision = decide(&case).map_err(|MissingFactError(key)| format!("given.{key} is missing"))?;
    serialize(&decision)
}

fn serialize<T: Serialize>(decision: &Decision<'_, T>) -> Result<Answer, String> {
    let value = serde_json::to_value(&decision.outcome).map_err(|error| error.to_string())?;
    let Value::Object(outcome) = value else { return Err("a decision is written as an object".to_owned()) };
    let places = decision.citations.iter().flat_map(|source| source.sections.iter().chain(&source.law));
    let citations = places.unique().cloned().collect();
    let readings =
        decision.readings.iter().map(|reading| reading.finding).sorted_unstable().dedup().collect();
    Ok(Answer { decision: outcome, citations, readings })
}
