//! Rules about measuring, complaints, payment and particular needs.

use super::define::groups;
use crate::{
    AlcoholDecisions, Body, Channel, ComplaintStart, ComplaintType, Fact, Rule, Substance, Text,
    fact::AnyFact, read::Table,
};

groups! {
    /// Monitoring, surveys and targets.
    Monitoring {
        wellbeing: Text,
        other_tools: Text,
        user_survey: Text,
        involvement: Text,
        target_effect: Text,
        target_effect_percent: u8,
        target_return: Text,
        measured: Text,
        registers: Text,
        course_length: Text,
    }

    /// Complaints.
    Complaints {
        drug_decision: Text,
        recipient: Text,
        channels: Vec<Channel>,
        deadline_weeks: u8,
        counted_from: ComplaintStart,
        must_be_received_in_time: bool,
        reassessment_weeks: u8,
        not_upheld: Text,
        upheld: Text,
        guarantee_breach: Text,
        alcohol_decision: Text,
        alcohol_other: Text,
        anonymous_decision: Text,
        health: Text,
        confidentiality: Text,
        health_channel: Text,
        health_deadline: Text,
        staff: Text,
        information: Text,
        no_deadline: Text,
        pregnant: Text,
        citizen_adviser: Text,
        whistleblower: Text,
        who_may_help: Text,
        guidance: Text,
        refusal_help: Text,
        decision_recipient: Body,
        decision_recipient_under_18: Body,
        oral_for: Vec<ComplaintType>,
        onward_body: Body,
        alcohol_decisions: AlcoholDecisions,
        health_recipient: Body,
        health_advice_body: Body,
        pregnant_contract: bool,
        staff_recipient: Body,
        staff_further_body: Body,
        staff_for: Vec<Substance>,
        staff_without_deadline: bool,
        case_recipient: Body,
        case_further_body: Body,
        case_without_deadline: bool,
        /// What the recipient of complaints about case handling takes.
        case_for: Vec<ComplaintType>,
        /// What the recipient of complaints about health takes.
        health_for: Vec<ComplaintType>,
        documents_recipient: Body,
        documents_without_deadline: bool,
        service_level_recipient: Body,
    }

    /// Payment.
    Payment {
        outpatient: Text,
        drug_inpatient: Text,
        alcohol_inpatient: Text,
        amounts: Text,
        other: Text,
        self_referral: Text,
        rates: Text,
    }

    /// Pregnancy, disability, health, outreach.
    SpecialGroups {
        pregnant_clinic: Text,
        pregnant_contract: Text,
        detention: Text,
        contraception: Text,
        told_of_notification: Text,
        cognitive: Text,
        mental_health: Text,
        hepatitis: Text,
        other_methods: Text,
        outreach: Text,
        take_home: Text,
        prison: Text,
        withdrawal: Text,
        poisoning: Text,
    }
}

impl Complaints {
    /// The bodies that a complaint can reach, each with its key.
    pub(crate) fn list_bodies(&self) -> impl Iterator<Item = (&'static str, &Body)> {
        let bodies = [
            ("decision_recipient", &self.decision_recipient),
            ("decision_recipient_under_18", &self.decision_recipient_under_18),
            ("onward_body", &self.onward_body),
            ("health_recipient", &self.health_recipient),
            ("health_advice_body", &self.health_advice_body),
            ("staff_recipient", &self.staff_recipient),
            ("staff_further_body", &self.staff_further_body),
            ("case_recipient", &self.case_recipient),
            ("case_further_body", &self.case_further_body),
            ("documents_recipient", &self.documents_recipient),
            ("service_level_recipient", &self.service_level_recipient),
        ];
        bodies.into_iter().filter_map(|(key, fact)| Some((key, fact.value()?)))
    }
}
