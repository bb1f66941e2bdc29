//! The way in: which unit, who decides, whose consent, and what it costs.

use super::{Cited, ContactBy, Decision, MAJORITY, outside_under_18, treats};
use crate::{Body, DefaultOffer, LegalBasis, Rules, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    IntakeReason {
        Under18OutsideStandard = "UNDER_18_OUTSIDE_STANDARD",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        Under18Drugs = "UNDER_18_DRUGS",
        Under18Alcohol = "UNDER_18_ALCOHOL",
        Parent30Plus = "PARENT_30_PLUS",
        UnitByAge = "UNIT_BY_AGE",
    }

    MandateReason {
        NotInStandard = "NOT_IN_STANDARD",
        Outside13To17 = "OUTSIDE_13_17",
        AuthorityOnly = "AUTHORITY_ONLY",
        AuthorityMayImpose = "AUTHORITY_MAY_IMPOSE",
    }

    /// Whose consent is asked for.
    Consenting {
        CustodyHolder = "CUSTODY_HOLDER",
        Youth15Plus = "YOUTH_15_PLUS",
    }

    ConsentReason {
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        ConsentMissing = "CONSENT_MISSING",
        ConsentsComplete = "CONSENTS_COMPLETE",
    }

    InpatientReason {
        NoPriorAllocation = "NO_PRIOR_ALLOCATION",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        InpatientAuthority = "INPATIENT_AUTHORITY",
        InpatientCenter = "INPATIENT_CENTER",
        InpatientCommittee = "INPATIENT_COMMITTEE",
    }
}

/// The facts for [`intake_route`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntakeRoute {
    pub age: u8,
    pub substance: Substance,
    #[serde(default)]
    pub children_under_18_at_home: bool,
}

/// Unless `in_target_group` is true, there is nothing but a reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct IntakeOutcome<'a> {
    pub in_target_group: Option<bool>,
    pub unit: Option<&'a Body>,
    pub decided_by: Option<&'a Body>,
    pub default_offer: Option<DefaultOffer>,
    pub legal_basis: Option<LegalBasis>,
    pub parents_involved: Option<bool>,
    pub reason: IntakeReason,
}

/// Which unit receives somebody, who decides, and what is offered first (docs/rules.md 7.1).
#[must_use]
pub fn intake_route<'a>(rules: &'a Rules, given: &IntakeRoute) -> Decision<'a, IntakeOutcome<'a>> {
    let cited = Cited::default();
    let outcome = route(&cited, rules, given);
    cited.decision(outcome)
}

fn route<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &IntakeRoute) -> IntakeOutcome<'a> {
    let group = &rules.intake;
    let nobody = |in_target_group, reason| IntakeOutcome {
        in_target_group,
        unit: None,
        decided_by: None,
        default_offer: None,
        legal_basis: None,
        parents_involved: None,
        reason,
    };
    if outside_under_18(cited, rules, given.age) {
        return nobody(Some(false), IntakeReason::Under18OutsideStandard);
    }
    let youngest = match given.substance {
        Substance::Alcohol => &group.youngest_age_alcohol,
        Substance::Drugs => &group.youngest_age_drugs,
    };
    let old_enough = cited.value(youngest).is_some_and(|&youngest| given.age >= youngest);
    let covers_young = old_enough && cited.says(&group.covers_under_18);
    if !treats(rules, given.substance) || (given.age < MAJORITY && !covers_young) {
        return nobody(None, IntakeReason::UndeterminedStaffDecide);
    }
    let young = given.age < MAJORITY;
    let drugs = given.substance == Substance::Drugs;
    let parent = given.children_under_18_at_home
        && !young
        && group.adult_unit_age.value().is_some_and(|&from| given.age >= from)
        && cited.says(&group.family_offer_for_parents);
    let reason = match (young, drugs) {
        (true, true) => IntakeReason::Under18Drugs,
        (true, false) => IntakeReason::Under18Alcohol,
        (false, _) if parent => IntakeReason::Parent30Plus,
        (false, _) => IntakeReason::UnitByAge,
    };
    let legal_basis = match (drugs, young) {
        (false, _) => Some(LegalBasis::Sul141),
        (true, false) => Some(LegalBasis::Sel101),
        (true, true) => cited.value(&group.legal_basis_under_18_drugs).and_then(|list| list.first()).copied(),
    };
    IntakeOutcome {
        in_target_group: Some(true),
        unit: unit(cited, rules, given.age, given.substance),
        decided_by: if young && drugs { cited.value(&group.authority_under_18_drugs) } else { None },
        default_offer: if parent {
            Some(DefaultOffer::FamilyOriented)
        } else {
            default_offer(cited, rules, given.age)
        },
        legal_basis,
        parents_involved: (young && cited.says(&group.parents_involved_under_18)).then_some(true),
        reason,
    }
}

/// The unit for an age and a substance.
pub(super) fn unit<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    age: u8,
    substance: Substance,
) -> Option<&'a Body> {
    let group = &rules.intake;
    let adults = match substance {
        Substance::Alcohol => &group.unit_adults_alcohol,
        Substance::Drugs => &group.unit_adults_drugs,
    };
    match (cited.value(&group.adult_unit_age), group.unit_young.stated()) {
        (Some(&from), _) if age < from => cited.value(&group.unit_young),
        (Some(_), _) | (None, None) => cited.value(adults),
        // Where the line between the two units lies is not stated.
        (None, Some(_)) => None,
    }
}

fn default_offer<'a>(cited: &Cited<'a>, rules: &'a Rules, age: u8) -> Option<DefaultOffer> {
    let group = &rules.intake;
    let holds = |fact| cited.value(fact).is_some_and(|ages: &crate::AgeRange| ages.contains(age));
    if holds(&group.individual_offer_ages) {
        Some(DefaultOffer::Individual13To14)
    } else if holds(&group.youth_course_offer_ages) {
        Some(DefaultOffer::Move)
    } else {
        None
    }
}

/// The facts for [`mandated_intervention`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandatedIntervention {
    pub age: u8,
    /// Who asks for it.
    pub contact_by: ContactBy,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct MandateOutcome<'a> {
    pub allowed: Option<bool>,
    pub decided_by: Option<&'a Body>,
    pub sessions: Option<u16>,
    pub reason: MandateReason,
}

/// Whether the imposed substance effort can be granted (docs/rules.md 7.1).
#[must_use]
pub fn mandated_intervention<'a>(
    rules: &'a Rules,
    given: &MandatedIntervention,
) -> Decision<'a, MandateOutcome<'a>> {
    let cited = Cited::default();
    let group = &rules.intake;
    let outcome = match cited.value(&group.mandated_ages) {
        None => MandateOutcome {
            allowed: None,
            decided_by: None,
            sessions: None,
            reason: MandateReason::NotInStandard,
        },
        Some(ages) => {
            let (allowed, reason) = if !ages.contains(given.age) {
                (false, MandateReason::Outside13To17)
            } else if given.contact_by == ContactBy::Authority {
                (true, MandateReason::AuthorityMayImpose)
            } else {
                (false, MandateReason::AuthorityOnly)
            };
            MandateOutcome {
                allowed: Some(allowed),
                decided_by: cited.value(&group.mandated_decider),
                sessions: cited.value(&group.mandated_talks).copied(),
                reason,
            }
        }
    };
    cited.decision(outcome)
}

/// The facts for [`treatment_consent`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentConsent {
    pub age: u8,
    pub substance: Substance,
    #[serde(default)]
    pub custody_holder_consents: bool,
    #[serde(default)]
    pub youth_consents: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ConsentOutcome {
    pub consents_required: Option<Vec<Consenting>>,
    pub missing_consents: Option<Vec<Consenting>>,
    pub decision_possible: Option<bool>,
    pub reason: ConsentReason,
}

/// Whether the consents needed for treatment are there (docs/rules.md 7.2).
#[must_use]
pub fn treatment_consent<'a>(rules: &'a Rules, given: &TreatmentConsent) -> Decision<'a, ConsentOutcome> {
    let cited = Cited::default();
    let Some(required) = required(&cited, rules, given) else {
        return cited.decision(ConsentOutcome {
            consents_required: None,
            missing_consents: None,
            decision_possible: None,
            reason: ConsentReason::UndeterminedStaffDecide,
        });
    };
    let given_by = |one: &Consenting| match one {
        Consenting::CustodyHolder => given.custody_holder_consents,
        Consenting::Youth15Plus => given.youth_consents,
    };
    let missing: Vec<Consenting> = required.iter().filter(|one| !given_by(one)).copied().collect();
    let complete = missing.is_empty();
    cited.decision(ConsentOutcome {
        consents_required: Some(required),
        missing_consents: Some(missing),
        decision_possible: Some(complete),
        reason: if complete { ConsentReason::ConsentsComplete } else { ConsentReason::ConsentMissing },
    })
}

/// Whose consent is needed; `None` where the standard is silent.
fn required<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &TreatmentConsent) -> Option<Vec<Consenting>> {
    let group = &rules.consent;
    if given.age >= MAJORITY {
        return Some(Vec::new());
    }
    let too_young = cited.value(&group.custody_holder_from_age).is_some_and(|&from| given.age < from);
    if too_young || !cited.names(&group.custody_holder_for, &given.substance) {
        return None;
    }
    let is_spared = group.own_consent_for.value().is_some_and(|list| !list.contains(&given.substance));
    let own = if is_spared { false } else { given.age >= *cited.value(&group.own_consent_from_age)? };
    let mut required = vec![Consenting::CustodyHolder];
    required.extend(own.then_some(Consenting::Youth15Plus));
    Some(required)
}

/// The facts for [`inpatient_decision`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InpatientDecision {
    pub age: u8,
    pub substance: Substance,
    #[serde(default)]
    pub started_without_allocation: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct InpatientOutcome<'a> {
    pub decided_by: Option<&'a Body>,
    pub citizen_pays_all: Option<bool>,
    pub reason: InpatientReason,
}

/// Who decides on inpatient treatment, and whether the citizen bears the whole cost (docs/rules.md 7.1, 14).
#[must_use]
pub fn inpatient_decision<'a>(
    rules: &'a Rules,
    given: &InpatientDecision,
) -> Decision<'a, InpatientOutcome<'a>> {
    let cited = Cited::default();
    let group = &rules.intake;
    let young = given.age < MAJORITY;
    let decided_by = if young {
        let named = cited.names(&group.inpatient_under_18_for, &given.substance);
        if named { cited.value(&group.inpatient_decider_under_18) } else { None }
    } else {
        cited.value(&group.inpatient_decider)
    };
    let (citizen_pays_all, reason) = if given.started_without_allocation {
        if cited.says(&group.self_referral_pays_all) {
            (Some(true), InpatientReason::NoPriorAllocation)
        } else {
            (None, InpatientReason::UndeterminedStaffDecide)
        }
    } else if decided_by.is_none() {
        (None, InpatientReason::UndeterminedStaffDecide)
    } else if young {
        (Some(false), InpatientReason::InpatientAuthority)
    } else if cited.says(&group.inpatient_by_centre) {
        (Some(false), InpatientReason::InpatientCenter)
    } else {
        (Some(false), InpatientReason::InpatientCommittee)
    };
    cited.decision(InpatientOutcome { decided_by, citizen_pays_all, reason })
}
