//! What the citizen can do in a case.

use super::{CaseEvent, CaseFact, CaseState, CaseSubject, FreeChoiceStage, find_decision, list_standing};
use crate::{
    Audience, Criteria, Form, Standard, Treatment, codes,
    decide::{ContactBy, DoctorConversation, DoctorReason, FreeChoiceOf, doctor_conversation, free_choice},
};

codes! {
    CitizenAct {
        /// Another place of equal character.
        ChooseOther = "CHOOSE_OTHER",
        TakeBackChoice = "TAKE_BACK_CHOICE",
        AskForDoctor = "ASK_FOR_DOCTOR",
        ApplyForDay = "APPLY_FOR_DAY",
        ApplyForInpatient = "APPLY_FOR_INPATIENT",
        ComeToMeeting = "COME_TO_MEETING",
        /// The decision on paper.
        AskForPaper = "ASK_FOR_PAPER",
        /// Says what is wrong.
        Object = "OBJECT",
        Withdraw = "WITHDRAW",
        /// Wishes for treatment, for the first time or again.
        Wish = "WISH",
    }
}

impl CitizenAct {
    /// The event that is recorded. Another place is one for the treatment that was allocated.
    #[must_use]
    pub const fn fact(self, allocated: Option<Treatment>) -> CaseFact {
        match self {
            Self::ChooseOther => CaseFact::FreeChoiceWished(allocated),
            Self::TakeBackChoice => CaseFact::FreeChoiceTakenBack,
            Self::AskForDoctor => CaseFact::DoctorWished,
            Self::ApplyForDay => CaseFact::Applied(Treatment::DayTreatment),
            Self::ApplyForInpatient => CaseFact::Applied(Treatment::Inpatient),
            Self::ComeToMeeting => CaseFact::WillAttend,
            Self::AskForPaper => CaseFact::PaperWished,
            Self::Object => CaseFact::Objected,
            Self::Wish => CaseFact::Contact { by: ContactBy::Citizen, wish: true },
            Self::Withdraw => CaseFact::Withdrawn,
        }
    }
}

impl CitizenAct {
    /// Whether one can say something with it, in one's own words.
    #[must_use]
    pub const fn takes_words(self) -> bool {
        match self {
            Self::ChooseOther
            | Self::ApplyForDay
            | Self::ApplyForInpatient
            | Self::ComeToMeeting
            | Self::Object => true,
            Self::TakeBackChoice | Self::AskForDoctor | Self::AskForPaper | Self::Withdraw | Self::Wish => {
                false
            }
        }
    }

    /// Whether it is nothing without words.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Object)
    }
}

/// What can be done in a case as it stands: another place only where the standard lets one choose now, a talk with a
/// doctor where it knows of one, day and inpatient treatment where there is such an offer.
#[must_use]
pub fn list_acts<Id: Ord>(
    standard: &Standard,
    subject: &CaseSubject,
    state: &CaseState<'_>,
    events: &[CaseEvent<Id>],
) -> Vec<CitizenAct> {
    let has = |fact: CaseFact| list_standing(events).iter().any(|event| event.fact == fact);
    let mut acts = Vec::new();
    if find_decision(events).is_some() && !has(CaseFact::PaperWished) {
        acts.push(CitizenAct::AskForPaper);
    }
    let has_wish = list_standing(events).iter().any(|event| event.fact.is_wish());
    if !has_wish || state.ended.is_some() || state.stopped.is_some() {
        acts.push(CitizenAct::Wish);
    }
    if !has_wish || !state.is_open() {
        acts.push(CitizenAct::Object);
        return acts;
    }
    if has(CaseFact::MeetingArranged) && !has(CaseFact::MeetingHeld) && !has(CaseFact::WillAttend) {
        acts.push(CitizenAct::ComeToMeeting);
    }
    match state.free_choice {
        Some(FreeChoiceStage::Wished) => acts.push(CitizenAct::TakeBackChoice),
        None if may_choose(standard, *subject, state) => acts.push(CitizenAct::ChooseOther),
        Some(FreeChoiceStage::Confirmed) | None => {}
    }
    if !state.doctor_wished && has_doctor(standard, *subject, state) {
        acts.push(CitizenAct::AskForDoctor);
    }
    for (act, form) in
        [(CitizenAct::ApplyForDay, Form::DayTreatment), (CitizenAct::ApplyForInpatient, Form::Inpatient)]
    {
        if !has(act.fact(None)) && has_offer(standard, *subject, form) {
            acts.push(act);
        }
    }
    acts.extend([CitizenAct::Object, CitizenAct::Withdraw]);
    acts
}

/// Whether the standard has an offer of a form for what the case is about.
fn has_offer(standard: &Standard, subject: CaseSubject, form: Form) -> bool {
    standard.offers.iter().any(|offer| {
        let Criteria { forms, substances, audience, .. } = &offer.criteria;
        forms.contains(&form)
            && substances.contains(&subject.substance)
            && audience.contains(&Audience::Citizen)
    })
}

fn may_choose(standard: &Standard, subject: CaseSubject, state: &CaseState<'_>) -> bool {
    let given = FreeChoiceOf {
        substance: subject.substance,
        allocated_treatment: state.allocated,
        chosen_treatment: state.allocated.unwrap_or(Treatment::Outpatient),
    };
    free_choice(standard.rules_for(subject.substance), &given).outcome.allowed == Some(true)
}

fn has_doctor(standard: &Standard, subject: CaseSubject, state: &CaseState<'_>) -> bool {
    let Some(day0) = state.clock.outcome.day0 else { return false };
    let given = DoctorConversation {
        age: subject.sample_ages().into_iter().max().unwrap_or(18),
        substance: subject.substance,
        contact_at: day0.begins(),
        treatment_started_at: None,
        medical_need_found: false,
        conversation_requested: false,
    };
    let rules = standard.rules_for(subject.substance);
    doctor_conversation(rules, &given).outcome.reason != DoctorReason::NotInStandard
}
