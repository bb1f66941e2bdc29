//! From a question's name to the function that decides it.

use super::line::{Line, typed};
use domain::{
    Standard,
    decide::{self, Decision, Missing},
};
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

/// Every question and the feature it belongs to.
const QUESTIONS: [(&str, &str); 24] = [
    ("guarantee_clock", "guarantee"),
    ("guarantee_decision_letter", "guarantee"),
    ("doctor_conversation", "guarantee"),
    ("anonymous_counselling", "anonymity"),
    ("anonymous_treatment_eligibility", "anonymity"),
    ("anonymous_contact", "anonymity"),
    ("anonymity_event", "anonymity"),
    ("complaint", "complaint"),
    ("gift_cards", "move"),
    ("move_eligibility", "move"),
    ("move_status_due", "move"),
    ("discharge_follow_up", "followup"),
    ("relatives_offer", "relative"),
    ("relatives_group", "relative"),
    ("intake_route", "eligibility"),
    ("mandated_intervention", "eligibility"),
    ("treatment_consent", "eligibility"),
    ("inpatient_decision", "eligibility"),
    ("treatment_length_limit", "eligibility"),
    ("free_choice", "eligibility"),
    ("opening_hours", "contact"),
    ("contact_channels", "contact"),
    ("plan_review", "plan_review"),
    ("smart_check", "plan_review"),
];

/// Decides a line.
///
/// # Errors
/// What is wrong with the line: its id, and the key.
pub fn answer(standards: &[Standard], line: &Line) -> Result<Answer, String> {
    let named =
        |problem: String| format!("{} ({}, {}): {problem}", line.id, line.question, line.municipality);
    let known = QUESTIONS.iter().find(|(question, _)| *question == line.question);
    let (_, feature) = known.ok_or_else(|| named(format!("question: “{}” is not known", line.question)))?;
    if line.feature.as_ref().is_some_and(|given| given != feature) {
        return Err(named(format!("feature: this question belongs to “{feature}”")));
    }
    let standard = standards.iter().find(|standard| standard.code == line.municipality);
    let standard = standard.ok_or_else(|| named("municipality: its file is not here".to_owned()))?;
    decided(standard, &line.question, line.given.get()).map_err(named)
}

fn decided(standard: &Standard, question: &str, given: &str) -> Result<Answer, String> {
    let rules = &standard.rules;
    match question {
        "guarantee_clock" => fallible(given, |case| decide::guarantee_clock(rules, case)),
        "guarantee_decision_letter" => fallible(given, |case| decide::decision_letter(rules, case)),
        "doctor_conversation" => sure(given, |case| decide::doctor_conversation(rules, case)),
        "anonymous_counselling" => sure(given, |case| decide::anonymous_counselling(rules, case)),
        "anonymous_treatment_eligibility" => sure(given, |case| decide::anonymous_treatment(rules, case)),
        "anonymous_contact" => sure(given, |case| decide::anonymous_contact(rules, case)),
        "anonymity_event" => sure(given, |case| decide::anonymity_event(rules, case)),
        "complaint" => sure(given, |case| decide::complaint(rules, case)),
        "gift_cards" => sure(given, |case| decide::gift_cards(rules, case)),
        "move_eligibility" => sure(given, |case| decide::move_eligibility(rules, case)),
        "move_status_due" => sure(given, |case| decide::move_status_due(rules, case)),
        "discharge_follow_up" => sure(given, |case| decide::discharge_follow_up(rules, case)),
        "relatives_offer" => fallible(given, |case| decide::relatives_offer(rules, case)),
        "relatives_group" => sure(given, |case| decide::relatives_group(rules, case)),
        "intake_route" => sure(given, |case| decide::intake_route(rules, case)),
        "mandated_intervention" => sure(given, |case| decide::mandated_intervention(rules, case)),
        "treatment_consent" => sure(given, |case| decide::treatment_consent(rules, case)),
        "inpatient_decision" => sure(given, |case| decide::inpatient_decision(rules, case)),
        "treatment_length_limit" => sure(given, |case| decide::treatment_length_limit(rules, case)),
        "free_choice" => sure(given, |case| decide::free_choice(rules, case)),
        "opening_hours" => sure(given, |case| decide::opening_hours(standard, case)),
        "contact_channels" => sure(given, |case| decide::contact_channels(standard, case)),
        "plan_review" => fallible(given, |case| decide::plan_review(rules, case)),
        "smart_check" => sure(given, |case| decide::smart_check(rules, case)),
        other => Err(format!("question: “{other}” is not known")),
    }
}

fn sure<'a, G: DeserializeOwned, T: Serialize>(
    given: &str,
    decide: impl FnOnce(&G) -> Decision<'a, T>,
) -> Result<Answer, String> {
    fallible(given, |case| Ok(decide(case)))
}

fn fallible<'a, G: DeserializeOwned, T: Serialize>(
    given: &str,
    decide: impl FnOnce(&G) -> Result<Decision<'a, T>, Missing>,
) -> Result<Answer, String> {
    let case: G = typed(given, "given")?;
    let decision = decide(&case).map_err(|Missing(key)| format!("given.{key} is missing"))?;
    written(&decision)
}

fn written<T: Serialize>(decision: &Decision<'_, T>) -> Result<Answer, String> {
    let value = serde_json::to_value(&decision.outcome).map_err(|error| error.to_string())?;
    let Value::Object(outcome) = value else { return Err("a decision is written as an object".to_owned()) };
    let mut citations: Vec<String> = Vec::new();
    for source in &decision.citations {
        for place in source.sections.iter().chain(&source.law) {
            if !citations.contains(place) {
                citations.push(place.clone());
            }
        }
    }
    let mut readings: Vec<u8> = decision.readings.iter().map(|reading| reading.finding).collect();
    readings.sort_unstable();
    readings.dedup();
    Ok(Answer { decision: outcome, citations, readings })
}
