//! The calculator of time limits: one case decided, and all cases as a table.

use super::{
    Cited, ClockReason, Complaint, ComplaintReason, ContactBy, ContactEvent, Decision, GuaranteeClock,
    complaint, guarantee_clock, outside_under_18,
};
use crate::{
    AgeRange, Body, Channel, ComplaintType, Deadline, Fact, LocalDay, Rules, Standard, Substance, Treatment,
    codes,
};
use chrono::NaiveDate;

codes! {
    /// What somebody asks of the calculator of time limits.
    DeadlineQuestion {
        /// When the municipality's treatment must begin at the latest.
        Start = "START",
        StartDayTreatment = "START_DAY_TREATMENT",
        StartInpatient = "START_INPATIENT",
        /// The same at another place, to which the municipality allocates.
        StartElsewhere = "START_ELSEWHERE",
        /// The same at another place, which one has chosen.
        StartChosen = "START_CHOSEN",
        /// Until when one can complain about a decision.
        Complaint = "COMPLAINT",
    }
}

/// What is asked about a substance, an age and a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AskedDeadline {
    pub question: DeadlineQuestion,
    pub substance: Substance,
    pub age: u8,
    /// The day of the contact, or of the decision.
    pub day: LocalDay,
}

/// What [`deadline`] gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeadlineOutcome<'a> {
    pub latest: Option<LocalDay>,
    /// The first body to receive a complaint.
    pub recipient: Option<&'a Body>,
    /// By when the decision on treatment must be made.
    pub decision_latest: Option<LocalDay>,
    /// By when the plan for treatment must be made.
    pub plan_latest: Option<LocalDay>,
    pub reason: DeadlineReason,
}

impl DeadlineOutcome<'_> {
    const fn none(reason: DeadlineReason) -> Self {
        Self { latest: None, recipient: None, decision_latest: None, plan_latest: None, reason }
    }
}

/// Why there is a day, or none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeadlineReason {
    Clock(ClockReason),
    Complaint(ComplaintReason),
}

/// When treatment must begin at the latest, or a complaint must have arrived (docs/rules.md 5 and 13).
#[must_use]
pub fn deadline<'a>(rules: &'a Rules, asked: &AskedDeadline) -> Decision<'a, DeadlineOutcome<'a>> {
    if asked.question == DeadlineQuestion::Complaint {
        decide_complaint(rules, asked)
    } else {
        decide_start(rules, asked)
    }
}

/// When treatment must begin at the latest, and what else must be done by a day.
///
/// # Panics
/// Never: the one fact that the clock cannot do without, a contact, is given.
fn decide_start<'a>(rules: &'a Rules, asked: &AskedDeadline) -> Decision<'a, DeadlineOutcome<'a>> {
    if is_below_youngest_age(rules, asked.substance, asked.age) {
        let cited = Cited::default();
        cited.value(youngest_age(rules, asked.substance));
        let reason = DeadlineReason::Clock(ClockReason::UndeterminedStaffDecide);
        return cited.decision(DeadlineOutcome::none(reason));
    }
    let Decision { outcome, citations, readings } =
        guarantee_clock(rules, &clock_facts(asked)).expect("a contact is given");
    let outcome = DeadlineOutcome {
        latest: outcome.start_latest,
        recipient: None,
        decision_latest: outcome.decision_latest,
        plan_latest: outcome.treatment_plan_latest,
        reason: DeadlineReason::Clock(outcome.reason),
    };
    Decision { outcome, citations, readings }
}

fn decide_complaint<'a>(rules: &'a Rules, asked: &AskedDeadline) -> Decision<'a, DeadlineOutcome<'a>> {
    let cited = Cited::default();
    if outside_under_18(&cited, rules, asked.age) {
        let reason = DeadlineReason::Clock(ClockReason::Under18OutsideStandard);
        return cited.decision(DeadlineOutcome::none(reason));
    }
    let Decision { outcome, citations, readings } = complaint(rules, &complaint_facts(asked));
    let outcome = DeadlineOutcome {
        latest: outcome.complaint_latest,
        recipient: outcome.recipient,
        ..DeadlineOutcome::none(DeadlineReason::Complaint(outcome.reason))
    };
    Decision { outcome, citations, readings }
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

/// A time limit, with the decision it is taken from.
pub type DeadlineEntry<'a> = (Deadline, Decision<'a, DeadlineOutcome<'a>>);

/// What the calculator of a municipality asks: of a start, each kind of treatment for which something else is decided than
/// for the municipality's own.
#[must_use]
pub fn list_questions(standard: &Standard) -> Vec<DeadlineQuestion> {
    let outcomes = |question| -> Vec<(Substance, Vec<DeadlineOutcome<'_>>)> {
        let of_substance = |&substance: &Substance| {
            let decided =
                (0..=u8::MAX).map(|age| decide_some_day(standard, question, substance, age).outcome);
            (substance, decided.collect())
        };
        Substance::ALL.iter().map(of_substance).collect()
    };
    let own = outcomes(DeadlineQuestion::Start);
    let is_asked = |question: &DeadlineQuestion| {
        matches!(question, DeadlineQuestion::Start | DeadlineQuestion::Complaint)
            || outcomes(*question) != own
    };
    DeadlineQuestion::ALL.iter().copied().filter(is_asked).collect()
}

/// Every time limit of a standard, each with the decision it is taken from: for each of its questions. A limit is a number of
/// days whatever the day, so one day tells them all; ages for which the same is decided share an entry.
#[must_use]
pub fn list_deadlines(standard: &Standard) -> Vec<DeadlineEntry<'_>> {
    let mut table: Vec<DeadlineEntry<'_>> = Vec::new();
    for question in list_questions(standard) {
        for &substance in Substance::ALL {
            for age in 0..=u8::MAX {
                let decision = decide_some_day(standard, question, substance, age);
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
                        let latest = decision.outcome.latest;
                        let days = latest.map(|latest| count_days(some_day(), latest));
                        let ages = AgeRange { from: age, to: Some(age) };
                        let which = question.code().to_owned();
                        table.push((Deadline { which, substance, ages, days }, decision));
                    }
                }
            }
        }
    }
    table
}

/// Whatever day it is: only the number of days is told.
#[must_use]
pub fn some_day() -> LocalDay {
    LocalDay::new(NaiveDate::default())
}

fn decide_some_day(
    standard: &Standard,
    question: DeadlineQuestion,
    substance: Substance,
    age: u8,
) -> Decision<'_, DeadlineOutcome<'_>> {
    let asked = AskedDeadline { question, substance, age, day: some_day() };
    deadline(standard.rules_for(substance), &asked)
}

/// The days of a time limit that begins on `day`.
#[must_use]
pub fn count_days(day: LocalDay, latest: LocalDay) -> u16 {
    u16::try_from(latest.days_after(day)).unwrap_or(u16::MAX)
}

fn clock_facts(case: &AskedDeadline) -> GuaranteeClock {
    GuaranteeClock {
        age: case.age,
        substance: case.substance,
        treatment: match case.question {
            DeadlineQuestion::StartDayTreatment => Treatment::DayTreatment,
            DeadlineQuestion::StartInpatient => Treatment::Inpatient,
            _ => Treatment::Outpatient,
        },
        offered_by_municipality: case.question != DeadlineQuestion::StartElsewhere,
        free_choice_used: case.question == DeadlineQuestion::StartChosen,
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

fn complaint_facts(case: &AskedDeadline) -> Complaint {
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
