//! The calculator of time limits: one case decided, and all cases as a table.

use super::{
    Cited, ClockReason, Complaint, ComplaintReason, ContactBy, ContactEvent, Decision, GuaranteeClock,
    complaint, guarantee_clock, outside_under_18,
};
use crate::{
    AgeRange, Body, Channel, ComplaintType, Deadline, DeadlineCase, DeadlineOffer, DeadlineQuestion, Fact,
    LocalDay, Rules, Standard, Substance, Treatment,
};
use chrono::NaiveDate;

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

/// When treatment must begin at the latest, or a complaint must have arrived (docs/rules.md 5 and 13). Where an offer makes
/// no difference to the outcome, it is decided as for the own one.
#[must_use]
pub fn deadline<'a>(rules: &'a Rules, case: &DeadlineCase) -> Decision<'a, DeadlineOutcome<'a>> {
    let own = decide_of_offer(rules, &DeadlineCase { offer: DeadlineOffer::Own, ..*case });
    if case.question == DeadlineQuestion::Complaint || case.offer == DeadlineOffer::Own {
        return own;
    }
    let other = decide_of_offer(rules, case);
    if other.outcome == own.outcome { own } else { other }
}

///
/// # Panics
/// Never: the one fact that the clock cannot do without, a contact, is given.
fn decide_of_offer<'a>(rules: &'a Rules, case: &DeadlineCase) -> Decision<'a, DeadlineOutcome<'a>> {
    match case.question {
        DeadlineQuestion::Start => {
            let cited = Cited::default();
            if is_below_youngest_age(rules, case.substance, case.age) {
                cited.value(youngest_age(rules, case.substance));
                let reason = DeadlineReason::Clock(ClockReason::UndeterminedStaffDecide);
                return cited.decision(DeadlineOutcome::none(reason));
            }
            let Decision { outcome, citations, readings } =
                guarantee_clock(rules, &clock_facts(case)).expect("a contact is given");
            let outcome = DeadlineOutcome {
                latest: outcome.start_latest,
                recipient: None,
                decision_latest: outcome.decision_latest,
                plan_latest: outcome.treatment_plan_latest,
                reason: DeadlineReason::Clock(outcome.reason),
            };
            Decision { outcome, citations, readings }
        }
        DeadlineQuestion::Complaint => {
            let cited = Cited::default();
            if outside_under_18(&cited, rules, case.age) {
                let reason = DeadlineReason::Clock(ClockReason::Under18OutsideStandard);
                return cited.decision(DeadlineOutcome::none(reason));
            }
            let Decision { outcome, citations, readings } = complaint(rules, &complaint_facts(case));
            let outcome = DeadlineOutcome {
                latest: outcome.complaint_latest,
                recipient: outcome.recipient,
                ..DeadlineOutcome::none(DeadlineReason::Complaint(outcome.reason))
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

/// A time limit, with the decision it is taken from.
type Entry<'a> = (Deadline, Decision<'a, DeadlineOutcome<'a>>);

/// Every time limit of a standard, each with the decision it is taken from. A limit is a number of days
/// whatever the day, so one day tells them all; ages for which the same is decided share an entry. What an offer makes no
/// difference to stands once, for the own one.
#[must_use]
pub fn list_deadlines(standard: &Standard) -> Vec<Entry<'_>> {
    let mut table = Vec::new();
    for &question in DeadlineQuestion::ALL {
        for &substance in Substance::ALL {
            let list = |offer| list_over_ages(standard, (question, substance, offer));
            let own = list(DeadlineOffer::Own);
            let others = DeadlineOffer::ALL.iter().filter(|offer| **offer != DeadlineOffer::Own);
            for entries in others.map(|&offer| list(offer)) {
                let differs = |(deadline, decision): &Entry<'_>| {
                    let is_alike = |(of, own): &Entry<'_>| {
                        deadline.ages.within(of.ages) && decision.outcome == own.outcome
                    };
                    !own.iter().any(is_alike)
                };
                table.extend(entries.into_iter().filter(differs));
            }
            table.extend(own);
        }
    }
    table
}

fn list_over_ages(
    standard: &Standard,
    (question, substance, offer): (DeadlineQuestion, Substance, DeadlineOffer),
) -> Vec<Entry<'_>> {
    let day = LocalDay::new(NaiveDate::default());
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for age in 0..=u8::MAX {
        let case = DeadlineCase { question, substance, offer, age, day };
        let decision = deadline(standard.rules_for(substance), &case);
        match entries.last_mut() {
            Some((last, same))
                if same.outcome == decision.outcome
                    && same.citations == decision.citations
                    && same.readings == decision.readings =>
            {
                last.ages.to = (age < u8::MAX).then_some(age);
            }
            _ => {
                let days = decision.outcome.latest.map(|latest| count_days(day, latest));
                let ages = AgeRange { from: age, to: Some(age) };
                entries.push((Deadline { question, substance, offer, ages, days }, decision));
            }
        }
    }
    entries
}

/// The days of a time limit that begins on `day`.
#[must_use]
pub fn count_days(day: LocalDay, latest: LocalDay) -> u16 {
    u16::try_from(latest.days_after(day)).unwrap_or(u16::MAX)
}

fn clock_facts(case: &DeadlineCase) -> GuaranteeClock {
    GuaranteeClock {
        age: case.age,
        substance: case.substance,
        treatment: match case.offer {
            DeadlineOffer::Own | DeadlineOffer::Others | DeadlineOffer::Chosen => Treatment::Outpatient,
            DeadlineOffer::DayTreatment => Treatment::DayTreatment,
            DeadlineOffer::Inpatient => Treatment::Inpatient,
        },
        offered_by_municipality: case.offer != DeadlineOffer::Others,
        free_choice_used: case.offer == DeadlineOffer::Chosen,
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
