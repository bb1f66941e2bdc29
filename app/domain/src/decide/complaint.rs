//! Complaints: whether, to whom, until when, and what follows.

use super::{Cited, Decision, MAJORITY, yes};
use crate::{
    AlcoholDecisions, Body, ComplaintStart, ComplaintType, Complaints, Fact, Instant, LocalDay, Rules,
    Substance, codes,
};
use serde::{Deserialize, Serialize};

codes! {
    /// The form in which the patient complaints agency takes a complaint.
    ComplaintForm {
        DigitalFormBorgerDk = "DIGITAL_FORM_BORGER_DK",
        PaperFormOnRequest = "PAPER_FORM_ON_REQUEST",
    }

    ComplaintReason {
        WithinFourWeeks = "WITHIN_FOUR_WEEKS",
        Late = "LATE",
        AlcoholDecisionNotComplainable = "ALCOHOL_DECISION_NOT_COMPLAINABLE",
        AlcoholDecisionCenterOnly = "ALCOHOL_DECISION_CENTER_ONLY",
        Sel101aNotAppealable = "SEL_101A_NOT_APPEALABLE",
        GuaranteeBreachComplainable = "GUARANTEE_BREACH_COMPLAINABLE",
        HealthComplaint = "HEALTH_COMPLAINT",
        SocialComplaint = "SOCIAL_COMPLAINT",
        MedicalNotComplainableInPrinciple = "MEDICAL_NOT_COMPLAINABLE_IN_PRINCIPLE",
        NoDeadline = "NO_DEADLINE",
        NoDeadlineStated = "NO_DEADLINE_STATED",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
    }
}

/// The facts for [`complaint`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    pub complaint_type: ComplaintType,
    /// Left out: 18 or over.
    #[serde(default = "adult")]
    pub age: u8,
    pub substance: Substance,
    #[serde(default, deserialize_with = "super::present")]
    pub decision_made_on: Option<LocalDay>,
    #[serde(default, deserialize_with = "super::present")]
    pub decision_received_on: Option<LocalDay>,
    #[serde(default, deserialize_with = "super::present")]
    pub decision_opened_on: Option<LocalDay>,
    #[serde(default, deserialize_with = "super::present")]
    pub complaint_posted_on: Option<LocalDay>,
    #[serde(default, deserialize_with = "super::present")]
    pub event_on: Option<LocalDay>,
    #[serde(default, deserialize_with = "super::present")]
    pub complaint_received_at: Option<Instant>,
    #[serde(default)]
    pub exempt_from_digital_post: bool,
    #[serde(default = "yes")]
    pub able_to_use_digital_form: bool,
}

const fn adult() -> u8 {
    MAJORITY
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct ComplaintOutcome<'a> {
    pub complainable: Option<bool>,
    /// The first body to receive it.
    pub recipient: Option<&'a Body>,
    pub further_body: Option<&'a Body>,
    pub form: Option<ComplaintForm>,
    pub oral_allowed: Option<bool>,
    pub complaint_latest: Option<LocalDay>,
    pub in_time: Option<bool>,
    pub reassessment_latest: Option<LocalDay>,
    /// Where it goes if it is not upheld.
    pub onward_body: Option<&'a Body>,
    pub reason: ComplaintReason,
}

/// What holds for a complaint (docs/rules.md 13).
#[must_use]
pub fn complaint<'a>(rules: &'a Rules, given: &Complaint) -> Decision<'a, ComplaintOutcome<'a>> {
    let cited = Cited::default();
    let outcome = outcome(&cited, rules, given);
    cited.decision(outcome)
}

fn outcome<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &Complaint) -> ComplaintOutcome<'a> {
    let group = &rules.complaints;
    let undetermined = ComplaintOutcome::only(None, ComplaintReason::UndeterminedStaffDecide);
    match given.complaint_type {
        ComplaintType::DrugTreatmentDecision => decision(cited, rules, given),
        ComplaintType::AlcoholTreatmentDecision => match cited.value(&group.alcohol_decisions) {
            Some(AlcoholDecisions::Barred) => {
                ComplaintOutcome::only(Some(false), ComplaintReason::AlcoholDecisionNotComplainable)
            }
            Some(AlcoholDecisions::Accepted) => ComplaintOutcome {
                reassessment_latest: None,
                onward_body: None,
                reason: ComplaintReason::UndeterminedStaffDecide,
                ..decision(cited, rules, given)
            },
            Some(AlcoholDecisions::CenterOnly) => {
                let recipient = decision_recipient(cited, rules, given);
                to(cited, rules, given, recipient, ComplaintReason::AlcoholDecisionCenterOnly)
            }
            None => undetermined,
        },
        ComplaintType::Sel101aDecision
            if cited.value(&rules.anonymous_drug_treatment.appealable) == Some(&false) =>
        {
            ComplaintOutcome::only(Some(false), ComplaintReason::Sel101aNotAppealable)
        }
        ComplaintType::GuaranteeBreach
            if cited.names(&rules.guarantee.late_start_complaint, &given.substance) =>
        {
            without_last_day(cited, rules, given, ComplaintReason::GuaranteeBreachComplainable)
        }
        ComplaintType::HealthTreatment | ComplaintType::HealthRecords => {
            if given.complaint_type == ComplaintType::HealthRecords {
                cited.value(&group.confidentiality);
            }
            health(cited, rules, given).unwrap_or(undetermined)
        }
        ComplaintType::PregnantNoContractOffered if cited.says(&group.pregnant_contract) => {
            match given.substance {
                Substance::Alcohol => health(cited, rules, given).unwrap_or(undetermined),
                Substance::Drugs => without_last_day(cited, rules, given, ComplaintReason::SocialComplaint),
            }
        }
        ComplaintType::StaffConduct if cited.names(&group.staff_for, &given.substance) => {
            let ways = (&group.staff_recipient, Some(&group.staff_further_body));
            route(cited, rules, given, ways, Some(&group.staff_without_deadline))
        }
        ComplaintType::AccessToDocuments => {
            cited.value(&group.no_deadline);
            let ways = (&group.documents_recipient, None);
            route(cited, rules, given, ways, Some(&group.documents_without_deadline))
        }
        ComplaintType::GeneralServiceLevel => {
            route(cited, rules, given, (&group.service_level_recipient, None), None)
        }
        ComplaintType::CaseHandling | ComplaintType::MissingInformation
            if cited.names(&group.case_for, &given.complaint_type) =>
        {
            let ways = (&group.case_recipient, Some(&group.case_further_body));
            route(cited, rules, given, ways, Some(&group.case_without_deadline))
        }
        _ => undetermined,
    }
}

/// A complaint about a decision: its time limit, whether it was kept, and what follows.
fn decision<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &Complaint) -> ComplaintOutcome<'a> {
    let group = &rules.complaints;
    let start = match cited.value(&group.counted_from) {
        Some(ComplaintStart::DecisionReceived) => given.decision_received_on,
        Some(ComplaintStart::DecisionMade) => given.decision_made_on,
        None => None,
    };
    let latest = start.zip(cited.value(&group.deadline_weeks)).map(|(start, &weeks)| start.plus_weeks(weeks));
    let received = given.complaint_received_at.map(Instant::day);
    let in_time = received.zip(latest).map(|(received, latest)| received <= latest);
    let late = in_time == Some(false);
    let recipient = decision_recipient(cited, rules, given);
    if latest.is_none() && recipient.is_none() {
        return ComplaintOutcome::only(None, ComplaintReason::UndeterminedStaffDecide);
    }
    let again = cited.value(&group.reassessment_weeks).zip(received.filter(|_| in_time == Some(true)));
    ComplaintOutcome {
        complaint_latest: latest,
        in_time,
        reassessment_latest: again.map(|(&weeks, received)| received.plus_weeks(weeks)),
        onward_body: if received.is_some() && in_time != Some(true) {
            None
        } else {
            cited.value(&group.onward_body)
        },
        ..to(cited, rules, given, recipient, reason_in_time(group, late))
    }
}

/// What goes the way of a decision, but has no day from which a last one could be counted. About alcohol the standards
/// that list it say no more than to whom.
fn without_last_day<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &Complaint,
    reason: ComplaintReason,
) -> ComplaintOutcome<'a> {
    let group = &rules.complaints;
    let outcome = to(cited, rules, given, decision_recipient(cited, rules, given), reason);
    if given.substance == Substance::Alcohol {
        return outcome;
    }
    let received = given.complaint_received_at.map(Instant::day);
    let again = received.zip(cited.value(&group.reassessment_weeks));
    ComplaintOutcome {
        reassessment_latest: again.map(|(received, &weeks)| received.plus_weeks(weeks)),
        onward_body: cited.value(&group.onward_body),
        ..outcome
    }
}

fn reason_in_time(group: &Complaints, late: bool) -> ComplaintReason {
    let is_limited = group.deadline_weeks.stated().is_some() && group.counted_from.stated().is_some();
    match (is_limited, late) {
        (false, _) => ComplaintReason::NoDeadlineStated,
        (true, true) => ComplaintReason::Late,
        (true, false) => ComplaintReason::WithinFourWeeks,
    }
}

fn decision_recipient<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &Complaint) -> Option<&'a Body> {
    let group = &rules.complaints;
    let young = (given.age < MAJORITY).then(|| cited.value(&group.decision_recipient_under_18)).flatten();
    young.or_else(|| cited.value(&group.decision_recipient))
}

/// A complaint about health: to the agency, or only its advice where it cannot in principle be made.
fn health<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &Complaint) -> Option<ComplaintOutcome<'a>> {
    let group = &rules.complaints;
    let is_taken = given.complaint_type == ComplaintType::PregnantNoContractOffered
        || cited.names(&group.health_for, &given.complaint_type);
    if let Some(agency) = cited.value(&group.health_recipient).filter(|_| is_taken) {
        let paper = given.exempt_from_digital_post || !given.able_to_use_digital_form;
        let form = if paper { ComplaintForm::PaperFormOnRequest } else { ComplaintForm::DigitalFormBorgerDk };
        return Some(ComplaintOutcome {
            form: Some(form),
            oral_allowed: None,
            ..to(cited, rules, given, Some(agency), ComplaintReason::HealthComplaint)
        });
    }
    if given.complaint_type != ComplaintType::HealthTreatment {
        return None;
    }
    let adviser = cited.value(&group.health_advice_body)?;
    Some(ComplaintOutcome {
        further_body: Some(adviser),
        ..ComplaintOutcome::only(Some(false), ComplaintReason::MedicalNotComplainableInPrinciple)
    })
}

/// A complaint about staff or the handling of a case.
fn route<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &Complaint,
    (recipient, further): (&'a Fact<Body>, Option<&'a Fact<Body>>),
    without_deadline: Option<&'a Fact<bool>>,
) -> ComplaintOutcome<'a> {
    let Some(recipient) = cited.value(recipient) else {
        return ComplaintOutcome::only(None, ComplaintReason::UndeterminedStaffDecide);
    };
    let endless = without_deadline.is_some_and(|fact| cited.says(fact));
    let reason = if endless { ComplaintReason::NoDeadline } else { ComplaintReason::NoDeadlineStated };
    ComplaintOutcome {
        further_body: further.and_then(|body| cited.value(body)),
        in_time: endless.then_some(true),
        ..to(cited, rules, given, Some(recipient), reason)
    }
}

/// A complaint that `recipient` takes, without dates.
fn to<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &Complaint,
    recipient: Option<&'a Body>,
    reason: ComplaintReason,
) -> ComplaintOutcome<'a> {
    let oral = cited.names(&rules.complaints.oral_for, &given.complaint_type);
    ComplaintOutcome {
        recipient,
        oral_allowed: oral.then_some(true),
        ..ComplaintOutcome::only(Some(true), reason)
    }
}

impl ComplaintOutcome<'_> {
    /// An answer and its reason, with nothing beside.
    pub(crate) const fn only(complainable: Option<bool>, reason: ComplaintReason) -> Self {
        Self {
            complainable,
            recipient: None,
            further_body: None,
            form: None,
            oral_allowed: None,
            complaint_latest: None,
            in_time: None,
            reassessment_latest: None,
            onward_body: None,
            reason,
        }
    }
}
