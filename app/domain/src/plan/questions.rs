//! What is asked about a goal, as a municipality spells SMART; where its standard does not, the same in plain questions.

use super::{PlanField, PlanState};
use crate::{
    CurrentOffer, ReviewQuestion, Rules, SmartCriterion, Substance,
    decide::{SmartLetter, SmartReason, smart_check},
};

/// A question about a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GoalQuestion {
    pub letter: SmartLetter,
    /// What the letter stands for; nothing where the standard does not say that goals are SMART.
    pub criterion: Option<SmartCriterion>,
}

/// The questions about a goal, in the order S M A R T.
#[must_use]
pub fn list_questions(rules: &Rules) -> Vec<GoalQuestion> {
    let criteria = rules.plan.smart.value();
    let spelled = |place: usize| criteria.and_then(|criteria| criteria.get(place)).copied();
    let question =
        |(place, &letter): (usize, &SmartLetter)| GoalQuestion { letter, criterion: spelled(place) };
    SmartLetter::ALL.iter().enumerate().map(question).collect()
}

/// The question about a goal that nobody has answered yet; `None` where all are.
#[must_use]
pub fn next_question(rules: &Rules, state: &PlanState, goal: u32) -> Option<GoalQuestion> {
    let check = smart_check(rules, &crate::decide::SmartCheck { goal: state.answers(goal) }).outcome;
    let is_missing = |letter: SmartLetter| match (check.reason, &check.missing_letters) {
        // No standard says what is missing: what nobody has answered is asked, once each.
        (SmartReason::NotInStandard, _) | (_, None) => state.text(PlanField::Goal(goal, letter)).is_empty(),
        (_, Some(missing)) => missing.contains(&letter),
    };
    list_questions(rules).into_iter().find(|question| is_missing(question.letter))
}

/// The courses that a plan can be about: treatment in general, and those for which the standard has reviews of their own.
#[must_use]
pub fn list_offers(rules: &Rules, substance: Substance) -> Vec<CurrentOffer> {
    let plan = &rules.plan;
    let is_known = |offer: &CurrentOffer| match offer {
        CurrentOffer::General => true,
        CurrentOffer::AlcoholCourse => {
            substance == Substance::Alcohol && plan.course_status_months.value().is_some()
        }
        CurrentOffer::ActionPlanAfterAnonymousCourse => plan.action_plan_first_months.value().is_some(),
        CurrentOffer::IndividuallyArranged | CurrentOffer::StabilisationPhase4 => {
            plan.review_for.value().is_some_and(|list| list.contains(offer))
        }
    };
    CurrentOffer::ALL.iter().copied().filter(is_known).collect()
}

/// What both sides are asked before a review: three plain questions, and what the standard says is talked about. Where it
/// wants to know how far the goals are when somebody leaves, that is asked too (Vejle 5).
#[must_use]
pub fn list_review_questions(rules: &Rules) -> Vec<ReviewQuestion> {
    let plain = [ReviewQuestion::Well, ReviewQuestion::Hard, ReviewQuestion::Change];
    let headings = rules.plan.review_headings.value().map(Vec::as_slice).unwrap_or_default();
    let is_closed_with_status = rules.plan.closing_status.value().is_some();
    let goals = (is_closed_with_status && !headings.contains(&ReviewQuestion::Goals))
        .then_some(ReviewQuestion::Goals);
    plain.iter().chain(headings).copied().chain(goals).collect()
}
