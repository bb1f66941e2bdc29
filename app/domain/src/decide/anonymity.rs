//! Anonymity: counselling, treatment, the first contact, and what ends it.

use super::{Cited, Decision, MAJORITY, outside_under_18, yes};
use crate::{Channel, Instant, LegalBasis, LocalDay, NextStep, Rules, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// Where a conversation is held.
    Setting {
        /// At the centre, by phone or online.
        Center = "CENTER",
        /// At a school with an agreement.
        School = "SCHOOL",
    }

    CounsellingReason {
        Under18OutsideStandard = "UNDER_18_OUTSIDE_STANDARD",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        AnonConversationCapReached = "ANON_CONVERSATION_CAP_REACHED",
        AnonCounsellingWithoutParents = "ANON_COUNSELLING_WITHOUT_PARENTS",
        AdultCounsellingExtendable = "ADULT_COUNSELLING_EXTENDABLE",
        NoFixedNumber = "NO_FIXED_NUMBER",
        WithinCap = "WITHIN_CAP",
    }

    EligibilityReason {
        AlcoholAnonymousOnRequest = "ALCOHOL_ANONYMOUS_ON_REQUEST",
        NotInStandard = "NOT_IN_STANDARD",
        Under18 = "UNDER_18",
        OtherChallenges = "OTHER_CHALLENGES",
        OtherSocialProblems = "OTHER_SOCIAL_PROBLEMS",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        NoHousing = "NO_HOUSING",
        NoWorkOrEducation = "NO_WORK_OR_EDUCATION",
        MedicalApproachNeeded = "MEDICAL_APPROACH_NEEDED",
        Eligible101a = "ELIGIBLE_101A",
    }

    AnonymousContactReason {
        NotInStandard = "NOT_IN_STANDARD",
        AnonContactRight = "ANON_CONTACT_RIGHT",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
    }

    /// Something that happens to somebody enrolled anonymously.
    AnonymityEventKind {
        MedicinePrescribed = "MEDICINE_PRESCRIBED",
        ConversationHeld = "CONVERSATION_HELD",
    }

    AnonymityEventReason {
        NotInStandard = "NOT_IN_STANDARD",
        PrescriptionMedicineEndsAnonymity = "PRESCRIPTION_MEDICINE_ENDS_ANONYMITY",
        AlcoholAnonymousOnRequest = "ALCOHOL_ANONYMOUS_ON_REQUEST",
    }
}

/// The facts for [`anonymous_counselling`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counselling {
    pub age: u8,
    /// The conversation asked for, counted from 1.
    pub conversation_number: u16,
    #[serde(default)]
    pub need_for_more: bool,
    #[serde(default = "center")]
    pub setting: Setting,
}

const fn center() -> Setting {
    Setting::Center
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct CounsellingOutcome {
    pub allowed: Option<bool>,
    pub cap: Option<u16>,
    pub next_step: Option<NextStep>,
    pub parental_consent_required: Option<bool>,
    pub reason: CounsellingReason,
}

/// Whether somebody may have one more anonymous conversation (docs/rules.md 3.1).
#[must_use]
pub fn anonymous_counselling<'a>(rules: &'a Rules, given: &Counselling) -> Decision<'a, CounsellingOutcome> {
    let cited = Cited::default();
    let outcome = counselling(&cited, rules, given);
    cited.decision(outcome)
}

fn counselling<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &Counselling) -> CounsellingOutcome {
    let group = &rules.anonymous_counselling;
    let open = |allowed, reason| CounsellingOutcome {
        allowed,
        cap: None,
        next_step: None,
        parental_consent_required: None,
        reason,
    };
    if outside_under_18(cited, rules, given.age) {
        return open(None, CounsellingReason::Under18OutsideStandard);
    }
    let adult = is_adult(rules, given.age);
    let extendable = adult && cited.says(&group.more_when_needed);
    let too_young = group.youngest_age.value().is_some_and(|&youngest| given.age < youngest);
    let unstated = given.age >= MAJORITY && cited.value(&group.adults_anonymous) != Some(&true);
    if too_young || unstated || (extendable && given.conversation_number > 1 && !given.need_for_more) {
        return open(None, CounsellingReason::UndeterminedStaffDecide);
    }
    let counted = given.setting == Setting::Center || group.talks_at_school_counted.value() != Some(&false);
    let cap = if counted && !extendable { cap(cited, rules, given.age) } else { None };
    let without_parents = group.without_parents_ages.value().is_some_and(|ages| ages.contains(given.age));
    let exempt = (without_parents && cited.value(&group.without_parents_ages).is_some()).then_some(false);
    let (allowed, reason) = match cap {
        Some(cap) if given.conversation_number > cap => {
            (false, CounsellingReason::AnonConversationCapReached)
        }
        _ if without_parents => (true, CounsellingReason::AnonCounsellingWithoutParents),
        _ if extendable && given.conversation_number > 1 => {
            (true, CounsellingReason::AdultCounsellingExtendable)
        }
        None => (true, CounsellingReason::NoFixedNumber),
        Some(_) => (true, CounsellingReason::WithinCap),
    };
    CounsellingOutcome {
        allowed: Some(allowed),
        cap,
        next_step: if allowed { None } else { cited.value(&group.after_last).copied() },
        parental_consent_required: exempt.filter(|_| allowed),
        reason,
    }
}

fn is_adult(rules: &Rules, age: u8) -> bool {
    age >= rules.intake.adult_unit_age.value().copied().unwrap_or(MAJORITY)
}

/// The number for an age: that for the youngest, for the young, or for adults, the nearest stated.
fn cap<'a>(cited: &Cited<'a>, rules: &'a Rules, age: u8) -> Option<u16> {
    let group = &rules.anonymous_counselling;
    let under_18 = (age < MAJORITY).then_some(&group.under_18_max);
    let young = (!is_adult(rules, age)).then_some(&group.youth_max);
    [under_18, young, Some(&group.adults_max)]
        .into_iter()
        .flatten()
        .find_map(|fact| cited.value(fact))
        .copied()
}

/// The facts for [`anonymous_treatment`].
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of the standards with a name of its own"
)]
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymousTreatment {
    pub age: u8,
    pub substance: Substance,
    #[serde(default)]
    pub in_education: bool,
    #[serde(default)]
    pub employed: bool,
    #[serde(default)]
    pub other_labour_market_attachment: bool,
    #[serde(default = "yes")]
    pub has_housing: bool,
    #[serde(default)]
    pub other_social_problems: bool,
    #[serde(default)]
    pub psychological_problems: bool,
    #[serde(default)]
    pub other_challenges: bool,
    #[serde(default)]
    pub needs_medicine: bool,
}

impl AnonymousTreatment {
    /// Somebody in work and with a home, of whom nothing else is told.
    #[must_use]
    pub const fn in_work_and_housed(age: u8, substance: Substance) -> Self {
        Self {
            age,
            substance,
            in_education: false,
            employed: true,
            other_labour_market_attachment: false,
            has_housing: true,
            other_social_problems: false,
            psychological_problems: false,
            other_challenges: false,
            needs_medicine: false,
        }
    }
}

/// Unless `eligible` is true, there is nothing but a reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct EligibilityOutcome {
    pub eligible: Option<bool>,
    pub legal_basis: Option<LegalBasis>,
    pub pre_talks: Option<u16>,
    pub group_sessions_min: Option<u16>,
    pub group_sessions_max: Option<u16>,
    pub closing_individual_talks: Option<u16>,
    pub covered: Option<bool>,
    pub complainable: Option<bool>,
    pub reason: EligibilityReason,
}

/// Whether somebody can have anonymous treatment: drugs by SEL §101a, alcohol by SUL §141(7)
/// (docs/rules.md 4).
#[must_use]
pub fn anonymous_treatment<'a>(
    rules: &'a Rules,
    given: &AnonymousTreatment,
) -> Decision<'a, EligibilityOutcome> {
    let cited = Cited::default();
    let outcome = match given.substance {
        Substance::Alcohol => alcohol_treatment(&cited, rules),
        Substance::Drugs => drug_treatment(&cited, rules, given),
    };
    cited.decision(outcome)
}

fn alcohol_treatment<'a>(cited: &Cited<'a>, rules: &'a Rules) -> EligibilityOutcome {
    let group = &rules.anonymous_alcohol_treatment;
    if !cited.says(&group.on_request) {
        return ineligible(None, EligibilityReason::NotInStandard);
    }
    let barred = cited.value(&rules.complaints.alcohol_decisions) == Some(&crate::AlcoholDecisions::Barred);
    EligibilityOutcome {
        legal_basis: Some(LegalBasis::Sul141),
        covered: Some(true),
        complainable: barred.then_some(false),
        ..ineligible(Some(true), EligibilityReason::AlcoholAnonymousOnRequest)
    }
}

fn drug_treatment<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &AnonymousTreatment) -> EligibilityOutcome {
    let group = &rules.anonymous_drug_treatment;
    cited.value(&group.ages);
    if let Some((eligible, reason)) = obstacle(cited, rules, given) {
        return ineligible(eligible, reason);
    }
    EligibilityOutcome {
        eligible: Some(true),
        legal_basis: Some(LegalBasis::Sel101a),
        pre_talks: cited.value(&group.pre_talks).copied(),
        group_sessions_min: cited.value(&group.group_sessions_min).copied(),
        group_sessions_max: cited.value(&group.group_sessions_max).copied(),
        closing_individual_talks: cited.value(&group.closing_talks).copied(),
        covered: match cited.value(&rules.guarantee.anonymous_drug) {
            Some(crate::Coverage::Covered) => Some(true),
            Some(crate::Coverage::NotCovered) => Some(false),
            _ => None,
        },
        complainable: cited.value(&group.appealable).copied(),
        reason: EligibilityReason::Eligible101a,
    }
}

/// What stands in the way of anonymous drug treatment.
fn obstacle<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &AnonymousTreatment,
) -> Option<(Option<bool>, EligibilityReason)> {
    let group = &rules.anonymous_drug_treatment;
    let challenged = given.other_challenges || given.other_social_problems || given.psychological_problems;
    let at_work = given.in_education || given.employed || given.other_labour_market_attachment;
    let no = |reason| Some((Some(false), reason));
    if given.age < MAJORITY {
        no(EligibilityReason::Under18)
    } else if challenged && cited.says(&group.other_challenges_exclude) {
        no(EligibilityReason::OtherChallenges)
    } else if given.other_social_problems {
        cited.value(&group.other_problems);
        no(EligibilityReason::OtherSocialProblems)
    } else if given.psychological_problems && cited.says(&group.psychological_problems_to_staff) {
        Some((None, EligibilityReason::UndeterminedStaffDecide))
    } else if !given.has_housing && cited.says(&group.housing_required) {
        no(EligibilityReason::NoHousing)
    } else if !at_work && cited.says(&group.work_or_education_required) {
        no(EligibilityReason::NoWorkOrEducation)
    } else if given.needs_medicine && cited.says(&group.no_medicine_required) {
        no(EligibilityReason::MedicalApproachNeeded)
    } else {
        None
    }
}

const fn ineligible(eligible: Option<bool>, reason: EligibilityReason) -> EligibilityOutcome {
    EligibilityOutcome {
        eligible,
        legal_basis: None,
        pre_talks: None,
        group_sessions_min: None,
        group_sessions_max: None,
        closing_individual_talks: None,
        covered: None,
        complainable: None,
        reason,
    }
}

/// The facts for [`anonymous_contact`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymousContact {
    pub channel: Channel,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct AnonymousContactOutcome {
    pub allowed: Option<bool>,
    pub identity_required: Option<bool>,
    pub reason: AnonymousContactReason,
}

/// Whether the clarifying conversation of SEL §101a(3) can be agreed anonymously in this way
/// (docs/rules.md 2).
#[must_use]
pub fn anonymous_contact<'a>(
    rules: &'a Rules,
    given: &AnonymousContact,
) -> Decision<'a, AnonymousContactOutcome> {
    let cited = Cited::default();
    let channels = cited.value(&rules.anonymous_drug_treatment.contact_channels);
    let (allowed, reason) = match channels {
        None => (None, AnonymousContactReason::NotInStandard),
        Some(list) if list.contains(&given.channel) => (Some(true), AnonymousContactReason::AnonContactRight),
        Some(_) => (None, AnonymousContactReason::UndeterminedStaffDecide),
    };
    cited.decision(AnonymousContactOutcome { allowed, identity_required: allowed.map(|_| false), reason })
}

/// The facts for [`anonymity_event`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymityEvent {
    pub substance: Substance,
    pub event: AnonymityEventKind,
    #[serde(default)]
    pub prescription_only: bool,
    pub event_at: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct AnonymityEventOutcome {
    pub anonymity_continues: Option<bool>,
    pub anonymity_ends_on: Option<LocalDay>,
    pub reason: AnonymityEventReason,
}

/// Whether anonymity goes on after an event (docs/rules.md 4.2).
#[must_use]
pub fn anonymity_event<'a>(rules: &'a Rules, given: &AnonymityEvent) -> Decision<'a, AnonymityEventOutcome> {
    let cited = Cited::default();
    let group = &rules.anonymous_alcohol_treatment;
    let prescribed = given.event == AnonymityEventKind::MedicinePrescribed && given.prescription_only;
    let (continues, reason) = if given.substance == Substance::Drugs || !cited.says(&group.on_request) {
        (None, AnonymityEventReason::NotInStandard)
    } else if prescribed && cited.says(&group.ends_with_prescription_medicine) {
        (Some(false), AnonymityEventReason::PrescriptionMedicineEndsAnonymity)
    } else {
        (Some(true), AnonymityEventReason::AlcoholAnonymousOnRequest)
    };
    cited.decision(AnonymityEventOutcome {
        anonymity_continues: continues,
        anonymity_ends_on: (continues == Some(false)).then(|| given.event_at.day()),
        reason,
    })
}
