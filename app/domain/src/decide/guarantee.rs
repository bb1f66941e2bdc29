//! The treatment guarantee: its 14 days, the letter, and the doctor's conversation.

use super::{Cited, Decision, MAJORITY, MissingFactError, outside_under_18, yes};
use crate::{
    Channel, Coverage, DoctorRule, Fact, FreeChoiceClaim, Instant, LetterChannel, LocalDay, Rules, Substance,
    Treatment, codes,
};
use serde::{Deserialize, Serialize};

codes! {
    /// Who made contact.
    ContactBy {
        /// The person who uses.
        Citizen = "CITIZEN",
        /// A parent of a person under 18.
        Parent = "PARENT",
        Relative = "RELATIVE",
        Authority = "AUTHORITY",
    }

    /// How far the guarantee has come.
    ClockStatus {
        Met = "MET",
        Running = "RUNNING",
        Breached = "BREACHED",
    }

    ClockReason {
        Under18OutsideStandard = "UNDER_18_OUTSIDE_STANDARD",
        Sel101aNotCovered = "SEL_101A_NOT_COVERED",
        InpatientOutsideGuarantee = "INPATIENT_OUTSIDE_GUARANTEE",
        NotAMunicipalOffer = "NOT_A_MUNICIPAL_OFFER",
        FreeChoiceNo14DayClaim = "FREE_CHOICE_NO_14_DAY_CLAIM",
        FreeChoiceDeadlineWaivable = "FREE_CHOICE_DEADLINE_WAIVABLE",
        Under18WithoutSeriousProblems = "UNDER_18_WITHOUT_SERIOUS_PROBLEMS",
        OutsideGuarantee = "OUTSIDE_GUARANTEE",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        NoTreatmentWish = "NO_TREATMENT_WISH",
        MedicalCoveredByGuarantee = "MEDICAL_COVERED_BY_GUARANTEE",
        GuaranteeNotExcepted = "GUARANTEE_NOT_EXCEPTED",
        GuaranteeApplies = "GUARANTEE_APPLIES",
    }

    LetterReason {
        LetterWithin7Weekdays = "LETTER_WITHIN_7_WEEKDAYS",
        LetterWithoutDeadline = "LETTER_WITHOUT_DEADLINE",
        NotInStandard = "NOT_IN_STANDARD",
    }

    DoctorReason {
        NotInStandard = "NOT_IN_STANDARD",
        NoMedicalNeed = "NO_MEDICAL_NEED",
        DoctorWithin14Days = "DOCTOR_WITHIN_14_DAYS",
        DoctorBeforeStart = "DOCTOR_BEFORE_START",
        DoctorOnRequest = "DOCTOR_ON_REQUEST",
    }
}

/// A contact to the municipality.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactEvent {
    pub contact_at: Instant,
    pub channel: Channel,
    pub contact_by: ContactBy,
    pub wish_for_treatment: bool,
}

/// The facts for [`guarantee_clock`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuaranteeClock {
    pub age: u8,
    pub substance: Substance,
    pub treatment: Treatment,
    #[serde(default = "yes")]
    pub offered_by_municipality: bool,
    #[serde(default)]
    pub free_choice_used: bool,
    #[serde(default)]
    pub serious_social_and_behavioural_problems: bool,
    /// In time order.
    pub contacts: Vec<ContactEvent>,
    /// `None`: not started.
    #[serde(default)]
    pub treatment_started_at: Option<Instant>,
    /// The moment to judge at while not started.
    #[serde(default, deserialize_with = "super::present")]
    pub evaluated_at: Option<Instant>,
}

/// What [`guarantee_clock`] gives. Unless `covered` is true, there is nothing but a reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct ClockOutcome {
    /// `Some(false)`: day 14 cannot be held against the municipality. `None`: undetermined.
    pub covered: Option<bool>,
    pub day0: Option<LocalDay>,
    /// Day 14.
    pub start_latest: Option<LocalDay>,
    /// The first local instant after day 14.
    pub breach_at: Option<Instant>,
    pub status: Option<ClockStatus>,
    pub days_late: Option<u32>,
    pub decision_latest: Option<LocalDay>,
    pub treatment_plan_latest: Option<LocalDay>,
    pub late_start_complainable: Option<bool>,
    pub reason: ClockReason,
}

/// Whether the guarantee runs, until when, and whether it was kept (docs/rules.md 5).
///
/// # Errors
/// Where no contact is given.
pub fn guarantee_clock<'a>(
    rules: &'a Rules,
    given: &GuaranteeClock,
) -> Result<Decision<'a, ClockOutcome>, MissingFactError> {
    if given.contacts.is_empty() {
        return Err(MissingFactError("contacts"));
    }
    let cited = Cited::default();
    let outcome = match not_covered(&cited, rules, given) {
        Some((covered, reason)) => without_clock(covered, reason),
        None => match day0(&cited, rules, given) {
            Some(day0) => clock(&cited, rules, given, day0),
            None => without_clock(Some(false), ClockReason::NoTreatmentWish),
        },
    };
    Ok(cited.decision(outcome))
}

/// Why the guarantee does not hold, or cannot be said to hold; `None` where it holds.
fn not_covered<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &GuaranteeClock,
) -> Option<(Option<bool>, ClockReason)> {
    let guarantee = &rules.guarantee;
    let is = |fact: &'a Fact<Coverage>, code| fact.value() == Some(&code) && cited.value(fact).is_some();
    let no = |reason| Some((Some(false), reason));
    let anonymous_drug = given.treatment == Treatment::AnonymousDrug;
    if outside_under_18(cited, rules, given.age) {
        return Some((None, ClockReason::Under18OutsideStandard));
    }
    let excepted = |fact: &&'a Fact<Coverage>| {
        matches!(fact.value(), Some(Coverage::NotCovered | Coverage::NotTreatment))
    };
    if anonymous_drug && is(&guarantee.anonymous_drug, Coverage::NotCovered) {
        return no(ClockReason::Sel101aNotCovered);
    }
    if given.treatment == Treatment::Inpatient && is(&guarantee.inpatient, Coverage::NotCovered) {
        return no(ClockReason::InpatientOutsideGuarantee);
    }
    if !given.offered_by_municipality && is(&guarantee.offers_of_others, Coverage::NotCovered) {
        return no(ClockReason::NotAMunicipalOffer);
    }
    if given.free_choice_used {
        return match cited.value(&guarantee.free_choice_claim) {
            Some(FreeChoiceClaim::NoClaim) => no(ClockReason::FreeChoiceNo14DayClaim),
            Some(FreeChoiceClaim::Waivable) => no(ClockReason::FreeChoiceDeadlineWaivable),
            None => Some((None, ClockReason::UndeterminedStaffDecide)),
        };
    }
    let young_with_drugs = given.age < MAJORITY && given.substance == Substance::Drugs;
    if young_with_drugs
        && !given.serious_social_and_behavioural_problems
        && is(&guarantee.under_18_drugs, Coverage::Conditional)
    {
        return no(ClockReason::Under18WithoutSeriousProblems);
    }
    if let Some(excepted) = list_coverages(rules, given).into_iter().find(excepted) {
        cited.value(excepted);
        return no(ClockReason::OutsideGuarantee);
    }
    (!is_stated(cited, rules, given)).then_some((None, ClockReason::UndeterminedStaffDecide))
}

/// The facts that say whether the guarantee holds: of the substance, of the treatment, and of who gives it.
fn list_coverages<'a>(rules: &'a Rules, given: &GuaranteeClock) -> Vec<&'a Fact<Coverage>> {
    let guarantee = &rules.guarantee;
    let by_substance = match (given.substance, given.age < MAJORITY) {
        (Substance::Alcohol, true) => &guarantee.under_18_alcohol,
        (Substance::Alcohol, false) => &guarantee.alcohol_outpatient,
        (Substance::Drugs, true) => &guarantee.under_18_drugs,
        (Substance::Drugs, false) => &guarantee.drug_outpatient,
    };
    let by_treatment = match given.treatment {
        Treatment::AnonymousDrug => Some(&guarantee.anonymous_drug),
        Treatment::Medical | Treatment::Substitution => Some(&guarantee.medical),
        Treatment::DayTreatment => Some(&guarantee.day_treatment),
        Treatment::Inpatient => Some(&guarantee.inpatient),
        Treatment::Outpatient => None,
    };
    let by_provider = (!given.offered_by_municipality).then_some(&guarantee.offers_of_others);
    [Some(by_substance), by_treatment, by_provider].into_iter().flatten().collect()
}

/// The coverage that promises least of those that the guarantee rests on here.
pub(super) fn least_coverage(rules: &Rules, given: &GuaranteeClock) -> Coverage {
    let coverages = list_coverages(rules, given).into_iter();
    coverages.filter_map(Fact::value).fold(Coverage::Covered, |least, one| least.min_promise(*one))
}

/// Whether the standard says, of everything that this treatment depends on, that the guarantee holds. Of the substance
/// it must say so outright: of a condition that it sets there, nothing is known but the problems of the young.
fn is_stated<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &GuaranteeClock) -> bool {
    let coverages = list_coverages(rules, given);
    let outright = match coverages.first().and_then(|fact| fact.value()) {
        Some(Coverage::Covered) => true,
        Some(Coverage::Conditional) => given.serious_social_and_behavioural_problems,
        _ => false,
    };
    let holds = |fact: &'a Fact<Coverage>| {
        matches!(cited.value(fact), Some(Coverage::Covered | Coverage::NotExcepted | Coverage::Conditional))
    };
    coverages.into_iter().all(holds) && outright
}

/// The local day of the first contact that starts the clock.
fn day0<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &GuaranteeClock) -> Option<LocalDay> {
    let counts = |contact: &&ContactEvent| {
        contact.wish_for_treatment
            && match contact.contact_by {
                ContactBy::Citizen => true,
                ContactBy::Parent => given.age < MAJORITY && cited.says(&rules.guarantee.parent_starts_clock),
                ContactBy::Relative | ContactBy::Authority => false,
            }
    };
    given.contacts.iter().filter(counts).map(|contact| contact.contact_at.day()).min()
}

fn clock<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &GuaranteeClock, day0: LocalDay) -> ClockOutcome {
    let guarantee = &rules.guarantee;
    let limit = cited.value(&guarantee.starts_with).and(cited.value(&guarantee.ends_with));
    let Some(&length) = limit.and(cited.value(&guarantee.length_days)) else {
        return without_clock(None, ClockReason::UndeterminedStaffDecide);
    };
    let last = day0.plus_days(length);
    let (status, judged_on) = match (given.treatment_started_at, given.evaluated_at) {
        (Some(start), _) if start.day() <= last => (Some(ClockStatus::Met), Some(start.day())),
        (Some(start), _) => (Some(ClockStatus::Breached), Some(start.day())),
        (None, Some(now)) if now.day() <= last => (Some(ClockStatus::Running), Some(now.day())),
        (None, Some(now)) => (Some(ClockStatus::Breached), Some(now.day())),
        (None, None) => (None, None),
    };
    let breached = status == Some(ClockStatus::Breached);
    let medical = matches!(given.treatment, Treatment::Medical | Treatment::Substitution);
    let plan = if medical { None } else { plan_latest(cited, rules, given, day0) };
    ClockOutcome {
        covered: Some(true),
        day0: Some(day0),
        start_latest: Some(last),
        breach_at: Some(last.plus_days(1).begins()),
        status,
        days_late: judged_on.map(|day| day.days_after(last)),
        decision_latest: cited.says(&guarantee.decision_inside).then_some(last),
        treatment_plan_latest: plan,
        late_start_complainable: (breached && cited.names(&guarantee.late_start_complaint, &given.substance))
            .then_some(true),
        reason: match given.treatment {
            Treatment::Medical => ClockReason::MedicalCoveredByGuarantee,
            Treatment::Inpatient if guarantee.inpatient.value() == Some(&Coverage::NotExcepted) => {
                ClockReason::GuaranteeNotExcepted
            }
            Treatment::DayTreatment if guarantee.day_treatment.value() == Some(&Coverage::NotExcepted) => {
                ClockReason::GuaranteeNotExcepted
            }
            _ => ClockReason::GuaranteeApplies,
        },
    }
}

/// The plan is due within its own limit, or at the start of treatment if that is earlier.
fn plan_latest<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &GuaranteeClock,
    day0: LocalDay,
) -> Option<LocalDay> {
    if given.substance != Substance::Drugs {
        return None;
    }
    let last = day0.plus_days(*cited.value(&rules.guarantee.plan_deadline_days)?);
    Some(given.treatment_started_at.map_or(last, |start| start.day().min(last)))
}

/// A clock that does not run, and why.
pub(crate) const fn without_clock(covered: Option<bool>, reason: ClockReason) -> ClockOutcome {
    ClockOutcome {
        covered,
        day0: None,
        start_latest: None,
        breach_at: None,
        status: None,
        days_late: None,
        decision_latest: None,
        treatment_plan_latest: None,
        late_start_complainable: None,
        reason,
    }
}

/// The facts for [`decision_letter`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionLetter {
    pub age: u8,
    pub substance: Substance,
    pub treatment: Treatment,
    #[serde(default, deserialize_with = "super::present")]
    pub meeting_on: Option<LocalDay>,
    #[serde(default)]
    pub refused: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct LetterOutcome {
    pub letter_latest: Option<LocalDay>,
    pub letter_channel: Option<LetterChannel>,
    pub reason: LetterReason,
}

/// By when and how the written decision comes (docs/rules.md 5.4).
///
/// # Errors
/// Where the limit runs from a meeting whose day is not given.
pub fn decision_letter<'a>(
    rules: &'a Rules,
    given: &DecisionLetter,
) -> Result<Decision<'a, LetterOutcome>, MissingFactError> {
    let cited = Cited::default();
    let guarantee = &rules.guarantee;
    let limited = cited.names(&guarantee.letter_for, &given.treatment);
    let outcome = if let Some(&weekdays) = limited.then(|| cited.value(&guarantee.letter_weekdays)).flatten()
    {
        let meeting = given.meeting_on.ok_or(MissingFactError("meeting_on"))?;
        LetterOutcome {
            letter_latest: Some(meeting.plus_weekdays(weekdays)),
            letter_channel: cited.value(&guarantee.letter_channel).copied(),
            reason: LetterReason::LetterWithin7Weekdays,
        }
    } else if given.refused && cited.says(&guarantee.letter_after_refusal) {
        LetterOutcome {
            letter_latest: None,
            letter_channel: cited.value(&guarantee.letter_channel).copied(),
            reason: LetterReason::LetterWithoutDeadline,
        }
    } else {
        LetterOutcome { letter_latest: None, letter_channel: None, reason: LetterReason::NotInStandard }
    };
    Ok(cited.decision(outcome))
}

/// The facts for [`doctor_conversation`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoctorConversation {
    pub age: u8,
    pub substance: Substance,
    pub contact_at: Instant,
    #[serde(default)]
    pub treatment_started_at: Option<Instant>,
    #[serde(default)]
    pub medical_need_found: bool,
    #[serde(default)]
    pub conversation_requested: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct DoctorOutcome {
    pub entitled: Option<bool>,
    pub offer_latest: Option<LocalDay>,
    pub held_latest: Option<LocalDay>,
    pub reason: DoctorReason,
}

/// Until when the doctor's conversation must be offered and held (docs/rules.md 5.4).
#[must_use]
pub fn doctor_conversation<'a>(rules: &'a Rules, given: &DoctorConversation) -> Decision<'a, DoctorOutcome> {
    let cited = Cited::default();
    let guarantee = &rules.guarantee;
    let start = given.treatment_started_at.map(Instant::day);
    let rule =
        cited.names(&guarantee.doctor_for, &given.substance).then(|| cited.value(&guarantee.doctor_rule));
    let before_start = cited.says(&guarantee.doctor_held_before_start);
    let nobody = |entitled, reason| DoctorOutcome { entitled, offer_latest: None, held_latest: None, reason };
    let outcome = match rule.flatten() {
        None => nobody(None, DoctorReason::NotInStandard),
        Some(_) if !given.medical_need_found && cited.says(&guarantee.doctor_when_needed) => {
            nobody(Some(false), DoctorReason::NoMedicalNeed)
        }
        Some(_) if !given.medical_need_found && cited.value(&guarantee.doctor_when_needed).is_none() => {
            nobody(None, DoctorReason::NotInStandard)
        }
        Some(DoctorRule::Within14Days) => {
            let days = cited
                .value(&guarantee.doctor_conversation_days)
                .or_else(|| cited.value(&guarantee.length_days));
            let last = days.map(|&days| given.contact_at.day().plus_days(days));
            let held = last.map(|last| start.map_or(last, |start| start.min(last)));
            DoctorOutcome {
                entitled: Some(true),
                offer_latest: last,
                held_latest: held.filter(|_| before_start),
                reason: DoctorReason::DoctorWithin14Days,
            }
        }
        Some(DoctorRule::BeforeStart) => DoctorOutcome {
            entitled: Some(true),
            offer_latest: start.filter(|_| guarantee.doctor_held_before_start.value() == Some(&false)),
            held_latest: start.filter(|_| before_start),
            reason: DoctorReason::DoctorBeforeStart,
        },
        Some(DoctorRule::OnRequest) => DoctorOutcome {
            entitled: Some(true),
            offer_latest: None,
            held_latest: start.filter(|_| before_start && given.conversation_requested),
            reason: DoctorReason::DoctorOnRequest,
        },
    };
    cited.decision(outcome)
}
