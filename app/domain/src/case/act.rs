//! What the citizen can do in a case.

use super::{CaseFact, CaseState, CaseSubject, FreeChoiceStage};
use crate::{
    Standard, Treatment, codes,
    decide::{DoctorConversation, DoctorReason, FreeChoiceOf, doctor_conversation, free_choice},
};

codes! {
    CitizenAct {
        /// Another place of equal character.
        ChooseOther = "CHOOSE_OTHER",
        TakeBackChoice = "TAKE_BACK_CHOICE",
        AskForDoctor = "ASK_FOR_DOCTOR",
        Withdraw = "WITHDRAW",
    }
}

impl CitizenAct {
    /// The event that is recorded.
    #[must_use]
    pub const fn fact(self) -> CaseFact {
        match self {
            Self::ChooseOther => CaseFact::FreeChoiceWished,
            Self::TakeBackChoice => CaseFact::FreeChoiceTakenBack,
            Self::AskForDoctor => CaseFact::DoctorWished,
            Self::Withdraw => CaseFact::Withdrawn,
        }
    }
}

/// What can be done in a case as it stands: another place only where the standard lets one choose now, and a talk with a
/// doctor where it knows of one.
#[must_use]
pub fn list_acts(standard: &Standard, subject: &CaseSubject, state: &CaseState<'_>) -> Vec<CitizenAct> {
    if !state.is_open() {
        return Vec::new();
    }
    let mut acts = Vec::new();
    match state.free_choice {
        Some(FreeChoiceStage::Wished) => acts.push(CitizenAct::TakeBackChoice),
        None if may_choose(standard, *subject, state) => acts.push(CitizenAct::ChooseOther),
        Some(FreeChoiceStage::Confirmed) | None => {}
    }
    if !state.doctor_wished && has_doctor(standard, *subject, state) {
        acts.push(CitizenAct::AskForDoctor);
    }
    acts.push(CitizenAct::Withdraw);
    acts
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
