//! Reviews of the treatment plan, and whether a goal is complete as a SMART goal.

use super::{Cited, Decision, MAJORITY, MissingFactError};
use crate::{CurrentOffer, LocalDay, Rules, SmartCriterion, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    PlanReviewReason {
        ActionPlanThreeThenSix = "ACTION_PLAN_THREE_THEN_SIX",
        ThreeMonthStatus = "THREE_MONTH_STATUS",
        ThreeMonthCourseStatus = "THREE_MONTH_COURSE_STATUS",
        ThreeMonthReassessment = "THREE_MONTH_REASSESSMENT",
        ThreeMonthReview = "THREE_MONTH_REVIEW",
        SixMonthReview = "SIX_MONTH_REVIEW",
        NoFixedReview = "NO_FIXED_REVIEW",
    }

    SmartLetter {
        S = "S",
        M = "M",
        A = "A",
        R = "R",
        T = "T",
    }

    SmartReason {
        NotInStandard = "NOT_IN_STANDARD",
        SmartIncomplete = "SMART_INCOMPLETE",
        SmartComplete = "SMART_COMPLETE",
    }
}

/// The facts for [`plan_review`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanReview {
    /// Left out: 18 or over.
    #[serde(default, deserialize_with = "super::present")]
    pub age: Option<u8>,
    #[serde(default, deserialize_with = "super::present")]
    pub substance: Option<Substance>,
    #[serde(default = "general")]
    pub current_offer: CurrentOffer,
    #[serde(default, deserialize_with = "super::present")]
    pub plan_made_on: Option<LocalDay>,
    /// `None`: no review yet.
    #[serde(default)]
    pub last_review_on: Option<LocalDay>,
    #[serde(default, deserialize_with = "super::present")]
    pub last_authority_status_on: Option<LocalDay>,
}

const fn general() -> CurrentOffer {
    CurrentOffer::General
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct PlanReviewOutcome {
    pub next_review_latest: Option<LocalDay>,
    pub full_revision_latest: Option<LocalDay>,
    pub authority_status_latest: Option<LocalDay>,
    pub reason: PlanReviewReason,
}

/// When the next review is due (docs/rules.md 9).
///
/// # Errors
/// Where the day it is counted from is not given.
pub fn plan_review<'a>(
    rules: &'a Rules,
    given: &PlanReview,
) -> Result<Decision<'a, PlanReviewOutcome>, MissingFactError> {
    let cited = Cited::default();
    let group = &rules.plan;
    let nothing = PlanReviewOutcome {
        next_review_latest: None,
        full_revision_latest: None,
        authority_status_latest: None,
        reason: PlanReviewReason::NoFixedReview,
    };
    let young = given.age.is_some_and(|age| age < MAJORITY);
    let after_course = young && given.current_offer == CurrentOffer::ActionPlanAfterAnonymousCourse;
    let action_plan = if after_course {
        cited.value(&group.action_plan_first_months).zip(cited.value(&group.action_plan_next_months))
    } else {
        None
    };
    if let Some((&first, &next)) = action_plan {
        let due = match given.last_review_on {
            Some(last) => last.plus_months(next),
            None => given.plan_made_on.ok_or(MissingFactError("plan_made_on"))?.plus_months(first),
        };
        let reason = PlanReviewReason::ActionPlanThreeThenSix;
        return Ok(cited.decision(PlanReviewOutcome { next_review_latest: Some(due), reason, ..nothing }));
    }
    if !young && let Some(&months) = cited.value(&group.authority_status_months) {
        let last = given.last_authority_status_on.ok_or(MissingFactError("last_authority_status_on"))?;
        return Ok(cited.decision(PlanReviewOutcome {
            authority_status_latest: Some(last.plus_months(months)),
            reason: PlanReviewReason::ThreeMonthStatus,
            ..nothing
        }));
    }
    if given.current_offer == CurrentOffer::AlcoholCourse
        && let Some(&months) = cited.value(&group.course_status_months)
    {
        let due = if given.last_review_on.is_none() {
            Some(given.plan_made_on.ok_or(MissingFactError("plan_made_on"))?.plus_months(months))
        } else {
            None
        };
        let reason = PlanReviewReason::ThreeMonthCourseStatus;
        return Ok(cited.decision(PlanReviewOutcome { next_review_latest: due, reason, ..nothing }));
    }
    let outcome = regular(&cited, rules, given)?.unwrap_or(nothing);
    Ok(cited.decision(outcome))
}

/// The review that recurs, where the standard has one for this offer.
fn regular<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &PlanReview,
) -> Result<Option<PlanReviewOutcome>, MissingFactError> {
    let group = &rules.plan;
    let is_named = cited.names(&group.review_for, &CurrentOffer::General)
        || cited.names(&group.review_for, &given.current_offer);
    let months = if is_named { cited.value(&group.review_months) } else { None };
    let Some(&months) = months else { return Ok(None) };
    let last = given.last_review_on.or(given.plan_made_on).ok_or(MissingFactError("plan_made_on"))?;
    let revision = given.plan_made_on.zip(cited.value(&group.full_revision_months));
    Ok(Some(PlanReviewOutcome {
        next_review_latest: Some(last.plus_months(months)),
        full_revision_latest: revision.map(|(made, &months)| made.plus_months(months)),
        authority_status_latest: None,
        reason: reason(months, group.review_for.value()),
    }))
}

/// A short interval is a review for everybody, or a reassessment of one offer.
fn reason(months: u8, offers: Option<&Vec<CurrentOffer>>) -> PlanReviewReason {
    let one_offer = offers.is_some_and(|offers| !offers.contains(&CurrentOffer::General));
    match (months, one_offer) {
        (0..=3, true) => PlanReviewReason::ThreeMonthReassessment,
        (0..=3, false) => PlanReviewReason::ThreeMonthReview,
        _ => PlanReviewReason::SixMonthReview,
    }
}

/// A goal, letter by letter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(rename_all = "UPPERCASE")]
pub struct SmartGoal {
    #[serde(deserialize_with = "Option::deserialize")]
    pub s: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub m: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub a: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub r: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub t: Option<String>,
}

/// The facts for [`smart_check`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmartCheck {
    pub goal: SmartGoal,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SmartOutcome {
    pub complete: Option<bool>,
    pub missing_letters: Option<Vec<SmartLetter>>,
    /// The municipality's own words in Danish, in the order S M A R T.
    pub labels: Option<Vec<&'static str>>,
    pub reason: SmartReason,
}

/// Whether a goal is complete as a SMART goal (docs/rules.md 9).
#[must_use]
pub fn smart_check<'a>(rules: &'a Rules, given: &SmartCheck) -> Decision<'a, SmartOutcome> {
    let cited = Cited::default();
    let Some(criteria) = cited.value(&rules.plan.smart) else {
        return cited.decision(SmartOutcome {
            complete: None,
            missing_letters: None,
            labels: None,
            reason: SmartReason::NotInStandard,
        });
    };
    let SmartGoal { s, m, a, r, t } = &given.goal;
    let filled = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let missing: Vec<SmartLetter> = SmartLetter::ALL
        .iter()
        .zip([s, m, a, r, t])
        .filter(|(_, text)| !filled(text))
        .map(|(&letter, _)| letter)
        .collect();
    let complete = missing.is_empty();
    cited.decision(SmartOutcome {
        complete: Some(complete),
        missing_letters: Some(missing),
        labels: Some(criteria.iter().map(|&criterion| label(criterion)).collect()),
        reason: if complete { SmartReason::SmartComplete } else { SmartReason::SmartIncomplete },
    })
}

/// The word as the standards print it.
const fn label(criterion: SmartCriterion) -> &'static str {
    match criterion {
        SmartCriterion::Specific => "Specifikt",
        SmartCriterion::Measurable => "Målbart",
        SmartCriterion::Attractive => "Attraktivt",
        SmartCriterion::Accepted => "Accepteret",
        SmartCriterion::Realistic => "Realistisk",
        SmartCriterion::TimeBound => "Tidsbestemt",
        SmartCriterion::TimeLimited => "Tidsafgrænset",
    }
}
