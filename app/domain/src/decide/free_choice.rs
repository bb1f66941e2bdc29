//! Free choice of another provider, and the longest course for a goal.

use super::{Cited, Decision, treats};
use crate::{LocalDay, Rules, Substance, Treatment, codes};
use serde::{Deserialize, Serialize};

codes! {
    FreeChoiceReason {
        NotInStandard = "NOT_IN_STANDARD",
        AlcoholInpatientNoFreeChoice = "ALCOHOL_INPATIENT_NO_FREE_CHOICE",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        AllocationFirst = "ALLOCATION_FIRST",
        NotEquivalent = "NOT_EQUIVALENT",
        FreeChoiceAllowed = "FREE_CHOICE_ALLOWED",
    }

    /// What treatment is to lead to.
    Goal {
        ControlledReducedUse = "CONTROLLED_REDUCED_USE",
        Abstinence = "ABSTINENCE",
    }

    LengthReason {
        NotInStandard = "NOT_IN_STANDARD",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        ReducedUseMax3Months = "REDUCED_USE_MAX_3_MONTHS",
        WithinLengthLimit = "WITHIN_LENGTH_LIMIT",
    }
}

/// The facts for [`free_choice`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeChoiceOf {
    pub substance: Substance,
    /// `None`: not allocated yet.
    #[serde(default)]
    pub allocated_treatment: Option<Treatment>,
    pub chosen_treatment: Treatment,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct FreeChoiceOutcome {
    pub allowed: Option<bool>,
    pub prior_allocation_required: Option<bool>,
    pub reason: FreeChoiceReason,
}

/// Whether another approved provider may be chosen (docs/rules.md 6).
#[must_use]
pub fn free_choice<'a>(rules: &'a Rules, given: &FreeChoiceOf) -> Decision<'a, FreeChoiceOutcome> {
    let cited = Cited::default();
    let outcome = choose(&cited, rules, given);
    cited.decision(outcome)
}

fn choose<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &FreeChoiceOf) -> FreeChoiceOutcome {
    let group = &rules.free_choice;
    let answer =
        |allowed, prior, reason| FreeChoiceOutcome { allowed, prior_allocation_required: prior, reason };
    let substitution =
        [Some(given.chosen_treatment), given.allocated_treatment].contains(&Some(Treatment::Substitution));
    if !treats(rules, given.substance) || (substitution && !cited.says(&group.substitution_allowed)) {
        return answer(None, None, FreeChoiceReason::NotInStandard);
    }
    if given.substance == Substance::Alcohol {
        return match given.chosen_treatment {
            Treatment::Inpatient if cited.value(&group.alcohol_inpatient_allowed) == Some(&false) => {
                answer(Some(false), None, FreeChoiceReason::AlcoholInpatientNoFreeChoice)
            }
            Treatment::Outpatient if cited.says(&group.alcohol_outpatient_allowed) => {
                let directly = cited.says(&group.alcohol_directly);
                answer(Some(true), directly.then_some(false), FreeChoiceReason::FreeChoiceAllowed)
            }
            _ => answer(None, None, FreeChoiceReason::UndeterminedStaffDecide),
        };
    }
    let allowed = match given.chosen_treatment {
        Treatment::Inpatient => cited.value(&group.drug_inpatient_allowed),
        _ => cited.value(&group.drug_outpatient_allowed),
    };
    let first = cited.value(&group.allocation_first) == Some(&true);
    match given.allocated_treatment {
        None if group.allocation_first.stated().is_none() => {
            answer(None, None, FreeChoiceReason::UndeterminedStaffDecide)
        }
        _ if allowed != Some(&true) => {
            answer(allowed.copied(), None, FreeChoiceReason::UndeterminedStaffDecide)
        }
        None if first => answer(Some(false), Some(true), FreeChoiceReason::AllocationFirst),
        Some(allocated) if allocated != given.chosen_treatment => {
            answer(Some(false), None, FreeChoiceReason::NotEquivalent)
        }
        _ => answer(Some(true), first.then_some(true), FreeChoiceReason::FreeChoiceAllowed),
    }
}

/// The facts for [`treatment_length_limit`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentLength {
    pub substance: Substance,
    pub goal: Goal,
    pub treatment_starts_on: LocalDay,
    pub requested_months: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct LengthOutcome {
    pub allowed: Option<bool>,
    pub max_months: Option<u8>,
    pub end_latest: Option<LocalDay>,
    pub reason: LengthReason,
}

/// Whether a course may be as long as asked for, given its goal (docs/rules.md 8).
#[must_use]
pub fn treatment_length_limit<'a>(rules: &'a Rules, given: &TreatmentLength) -> Decision<'a, LengthOutcome> {
    let cited = Cited::default();
    let max = match given.substance {
        Substance::Alcohol => cited.value(&rules.plan.reduced_use_max_months).copied(),
        Substance::Drugs => None,
    };
    let open = |reason| LengthOutcome { allowed: None, max_months: None, end_latest: None, reason };
    let outcome = match (max, given.goal) {
        (None, _) => open(LengthReason::NotInStandard),
        (Some(_), Goal::Abstinence) => open(LengthReason::UndeterminedStaffDecide),
        (Some(max), Goal::ControlledReducedUse) => {
            let within = given.requested_months <= u32::from(max);
            LengthOutcome {
                allowed: Some(within),
                max_months: Some(max),
                end_latest: Some(given.treatment_starts_on.plus_months(max)),
                reason: if within {
                    LengthReason::WithinLengthLimit
                } else {
                    LengthReason::ReducedUseMax3Months
                },
            }
        }
    };
    cited.decision(outcome)
}
