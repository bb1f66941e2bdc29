//! Anonymity: counselling, treatment, the first contact, and what ends it.

use super::{Cited, Decision, MAJORITY, outside_under_18, yes};
use crate::{Channel, Coverage, Instant, LegalBasis, LocalDay, NextStep, Rules, Substance, codes};
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
    let extendable = is_adult(rules, given.age) && cited.says(&group.more_when_needed);
    let open_further = extendable && given.conversation_number > 1 && !given.need_for_more;
    if open_further || !is_anonymity_stated(cited, rules, given.age) {
        return open(None, CounsellingReason::UndeterminedStaffDecide);
    }
    let at_school = given.setting == Setting::School;
    let is_counted =
        if at_school { cited.value(&group.talks_at_school_counted).copied() } else { Some(true) };
    let uncounted = is_counted == Some(false);
    let cap = if is_counted == Some(true) && !extendable { cap(cited, rules, given.age) } else { None };
    // Of a number that is not stated, only the first conversation is sure.
    let unlimited = uncounted || extendable || cited.says(&group.no_fixed_number);
    if cap.is_none() && !unlimited && given.conversation_number > 1 {
        return open(None, CounsellingReason::UndeterminedStaffDecide);
    }
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

/// Whether the standard says that somebody of this age can talk without a name: of everybody, or by a number of such
/// talks for the age.
fn is_anonymity_stated<'a>(cited: &Cited<'a>, rules: &'a Rules, age: u8) -> bool {
    let group = &rules.anonymous_counselling;
    if age >= MAJORITY {
        return cited.value(&group.adults_anonymous) == Some(&true);
    }
    let old_enough = group.youngest_age.value().is_some_and(|&youngest| age >= youngest);
    old_enough && cap(cited, rules, age).is_some()
}

fn is_adult(rules: &Rules, age: u8) -> bool {
    age >= rules.intake.adult_unit_age.value().copied().unwrap_or(MAJORITY)
}

/// The number for an age: that for the youngest, for the young, or for adults.
fn cap<'a>(cited: &Cited<'a>, rules: &'a Rules, age: u8) -> Option<u16> {
    let group = &rules.anonymous_counselling;
    let of_age = if age < MAJORITY {
        &group.under_18_max
    } else if is_adult(rules, age) {
        &group.adults_max
    } else {
        &group.youth_max
    };
    cited.value(of_age).copied()
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
        Substance::Alcohol => alcohol_treatment(&cited, rules, given.age),
        Substance::Drugs => drug_treatment(&cited, rules, given),
    };
    cited.decision(outcome)
}

fn alcohol_treatment<'a>(cited: &Cited<'a>, rules: &'a Rules, age: u8) -> EligibilityOutcome {
    let group = &rules.anonymous_alcohol_treatment;
    let youngest = rules.intake.youngest_age_alcohol.value();
    let covers_young = rules.intake.covers_under_18.value() == Some(&true)
        && youngest.is_some_and(|&youngest| age >= youngest);
    if age < MAJORITY && !covers_young {
        return ineligible(None, EligibilityReason::UndeterminedStaffDecide);
    }
    if !cited.says(&group.on_request) {
        return ineligible(None, EligibilityReason::NotInStandard);
    }
    let barred = matches!(
        cited.value(&rules.complaints.alcohol_decisions),
        Some(crate::AlcoholDecisions::Barred | crate::AlcoholDecisions::CenterOnly)
    );
    EligibilityOutcome {
        legal_basis: Some(LegalBasis::Sul141),
        covered: covered(cited.value(&group.guarantee)),
        complainable: barred.then_some(false),
        ..ineligible(Some(true), EligibilityReason::AlcoholAnonymousOnRequest)
    }
}

fn drug_treatment<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &AnonymousTreatment) -> EligibilityOutcome {
    let group = &rules.anonymous_drug_treatment;
    let ages = cited.value(&group.ages);
    if !cited.says(&group.offered) {
        return ineligible(None, EligibilityReason::NotInStandard);
    }
    if given.age >= MAJORITY && ages.is_some_and(|ages| !ages.contains(given.age)) {
        return ineligible(Some(false), EligibilityReason::NotInStandard);
    }
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
        covered: covered(cited.value(&rules.guarantee.anonymous_drug)),
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
        return no(EligibilityReason::Under18);
    }
    if challenged && cited.says(&group.other_challenges_exclude) {
        return no(EligibilityReason::OtherChallenges);
    }
    if given.other_social_problems {
        cited.value(&group.other_problems);
        return no(EligibilityReason::OtherSocialProblems);
    }
    if given.psychological_problems && cited.says(&group.psychological_problems_to_staff) {
        return Some((None, EligibilityReason::UndeterminedStaffDecide));
    }
    let conditions = [
        (challenged, &group.other_challenges_exclude, EligibilityReason::OtherChallenges),
        (!given.has_housing, &group.housing_required, EligibilityReason::NoHousing),
        (!at_work, &group.work_or_education_required, EligibilityReason::NoWorkOrEducation),
        (given.needs_medicine, &group.no_medicine_required, EligibilityReason::MedicalApproachNeeded),
    ];
    conditions.into_iter().filter(|(missing, ..)| *missing).find_map(|(_, condition, reason)| {
        match cited.value(condition) {
            Some(true) => no(reason),
            Some(false) => None,
            None => Some((None, EligibilityReason::UndeterminedStaffDecide)),
        }
    })
}

/// Whether the guarantee holds, where that is said without a condition.
const fn covered(coverage: Option<&Coverage>) -> Option<bool> {
    match coverage {
        Some(Coverage::Covered) => Some(true),
        Some(Coverage::NotCovered) => Some(false),
        Some(Coverage::Conditional | Coverage::NotExcepted | Coverage::NotTreatment) | None => None,
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
    } else if prescribed && cited.value(&group.ends_with_prescription_medicine).is_none() {
        (None, AnonymityEventReason::NotInStandard)
    } else {
        (Some(true), AnonymityEventReason::AlcoholAnonymousOnRequest)
    };
    cited.decision(AnonymityEventOutcome {
        anonymity_continues: continues,
        anonymity_ends_on: (continues == Some(false)).then(|| given.event_at.day()),
        reason,
    })
}
