//! The rules of a standard, one struct a group. The names are the keys of the data files, which
//! `docs/standards.md` describes. Offers and units stand in their own modules.
//!
//! Every key must be present in every file, if only as `"silent"`. Units stand in the names:
//! `_days`, `_weeks`, `_months`, `_kroner`, `_percent`; ages are completed years.

mod define;

use crate::{
    AgeRange, AlcoholDecisions, BeyondMax, Body, Channel, ComplaintStart, ComplaintType, Coverage,
    CurrentOffer, DischargeStatus, DoctorRule, Fact, FreeChoiceClaim, GuaranteeEnd, GuaranteeTrigger,
    LegalBasis, LetterChannel, NextStep, Rule, SmartCriterion, Substance, Text, Treatment, fact::AnyFact,
    read::Table,
};
use chrono::NaiveDate;
use define::rules;

rules! {
    /// What the standard is, and how long it holds.
    identity: Identity {
        substances: Vec<Substance>,
        valid_from: NaiveDate,
        valid_to: NaiveDate,
        document_date: Text,
        /// The last day on which the next revision is due.
        revision_due: NaiveDate,
        revision_rhythm: Text,
        approved_by: Text,
        approved_on: NaiveDate,
        consulted: Text,
        executive_order: Text,
        legal_bases: Vec<LegalBasis>,
        other_legal_bases: Text,
        applies_to: Text,
        ages_citizens: Text,
        ages_relatives: Text,
        under_18: Text,
        organisation: Text,
        other_units: Text,
        staff: Text,
        supervision: Text,
        planned: Text,
    }

    /// How one may make contact.
    contact: Contact {
        who: Text,
        referral_needed: bool,
        channels: Vec<Channel>,
        callback_bookable_online: bool,
        counselling_bookable_online: bool,
        anonymous_contact: bool,
        outreach: Text,
        response_time: Text,
        same_counsellor: Text,
        /// Agreeing anonymously on a clarifying conversation, SEL §101a(3).
        anonymous_clarifying_contact: Text,
    }

    /// Advice without enrolment and without identity.
    anonymous_counselling: AnonymousCounselling {
        adults_number: Text,
        /// Conversations an adult gets as a starting point.
        adults_start: u16,
        /// The highest number for adults, where there is one.
        adults_max: u16,
        adults_anonymous: bool,
        youth_number: Text,
        youth_max: u16,
        under_18_number: Text,
        under_18_max: u16,
        who_else: Text,
        channels: Vec<Channel>,
        at_schools: Text,
        parental_consent_needed: bool,
        what_follows: Text,
        legal_basis: Vec<LegalBasis>,
        youngest_age: u8,
        more_when_needed: bool,
        talks_at_school_counted: bool,
        after_last: NextStep,
        without_parents_ages: AgeRange,
    }

    /// Help for those close to somebody.
    relatives: Relatives {
        adults_individual: Text,
        adults_individual_max: u16,
        user_must_be_enrolled: bool,
        group: Text,
        parents_of_youth: Text,
        conditions: Text,
        children: Text,
        couples: Text,
        family: Text,
        anonymous: Text,
        cost: Text,
        time_limited: Text,
        beyond_max: BeyondMax,
        under_18_user_to_staff: bool,
        young_user_to_age: u8,
        young_user_max: u16,
        young_user_minutes: u16,
        adult_user_substances: Vec<Substance>,
        course_meetings: u16,
        course_minutes: u16,
        course_user_from_age: u8,
        course_relative_from_age: u8,
        craft_talks: u16,
        craft_pre_talks: u16,
        craft_relative_from_age: u8,
        brus_to_age: u8,
        group_offered: bool,
        group_size: u16,
        group_meetings: u16,
        group_interval_days: u16,
        group_follow_up_days: u16,
    }

    /// Anonymous outpatient drug treatment, SEL §101a.
    anonymous_drug_treatment: AnonymousDrugTreatment {
        ages: AgeRange,
        substances: Text,
        other_problems: Text,
        housing_required: bool,
        work_or_education_required: bool,
        no_medicine_required: bool,
        motivation: Text,
        format: Text,
        pre_talks: u16,
        group_sessions_min: u16,
        group_sessions_max: u16,
        closing_talks: u16,
        place: Text,
        providers: Text,
        referral: Text,
        guarantee: Coverage,
        appealable: bool,
        free_choice: Text,
        anonymous_throughout: bool,
        anonymity_ends: Text,
        other_challenges_exclude: bool,
        psychological_problems_to_staff: bool,
        contact_channels: Vec<Channel>,
    }

    /// Anonymous alcohol treatment, SUL §141(7).
    anonymous_alcohol_treatment: AnonymousAlcoholTreatment {
        on_request: bool,
        also_counselling: bool,
        anonymity_ends: Text,
        limits: Text,
        guarantee: Coverage,
        other: Text,
        ends_with_prescription_medicine: bool,
    }

    /// The treatment guarantee.
    guarantee: Guarantee {
        length_days: u16,
        starts_with: GuaranteeTrigger,
        ends_with: GuaranteeEnd,
        decision_inside: bool,
        drug_outpatient: Coverage,
        alcohol_outpatient: Coverage,
        medical: Coverage,
        anonymous_drug: Coverage,
        inpatient: Coverage,
        offers_of_others: Coverage,
        free_choice: Coverage,
        under_18_drugs: Coverage,
        under_18_alcohol: Coverage,
        doctor_conversation: Text,
        doctor_conversation_days: u16,
        plan_deadline_days: u16,
        decision_letter: Text,
        start_after_decision: Text,
        suspension: Text,
        complaint_when_late: Text,
        parent_starts_clock: bool,
        free_choice_claim: FreeChoiceClaim,
        late_start_complaint: Vec<Substance>,
        letter_weekdays: u16,
        letter_for: Vec<Treatment>,
        letter_channel: LetterChannel,
        letter_after_refusal: bool,
        doctor_rule: DoctorRule,
        doctor_for: Vec<Substance>,
        doctor_when_needed: bool,
        doctor_held_before_start: bool,
    }

    /// Choosing another provider of equal character.
    free_choice: FreeChoice {
        drug_outpatient: Text,
        drug_inpatient: Text,
        switch: Text,
        alcohol_outpatient: Text,
        alcohol_inpatient: Text,
        substitution: Text,
        heroin_excluded: bool,
        provider_may_refuse: Text,
        provider_approval: Text,
        assessment: Text,
        restriction: Text,
        effect_on_guarantee: Text,
        help: Text,
        allocation_first: bool,
        alcohol_outpatient_allowed: bool,
        alcohol_directly: bool,
        alcohol_inpatient_allowed: bool,
        substitution_allowed: bool,
    }

    /// The way into treatment, and who decides.
    intake: Intake {
        first_step_adult: Text,
        first_step_youth: Text,
        topics: Text,
        decides_outpatient: Text,
        decides_substitution: Text,
        decides_day_treatment: Text,
        decides_inpatient: Text,
        inpatient_criteria: Text,
        self_referred_inpatient: Text,
        decides_under_18_drugs: Text,
        decides_under_18_alcohol: Text,
        mandated_under_18: Text,
        turning_18: Text,
        reallocation: Text,
        youth_report: Text,
        covers_under_18: bool,
        adult_unit_age: u8,
        youngest_age_drugs: u8,
        youngest_age_alcohol: u8,
        unit_adults_drugs: Body,
        unit_adults_alcohol: Body,
        unit_young: Body,
        authority_under_18_drugs: Body,
        legal_basis_under_18_drugs: Vec<LegalBasis>,
        individual_offer_ages: AgeRange,
        move_offer_ages: AgeRange,
        family_offer_for_parents: bool,
        parents_involved_under_18: bool,
        inpatient_decider: Body,
        inpatient_by_centre: bool,
        inpatient_decider_under_18: Body,
        inpatient_under_18_for: Vec<Substance>,
        self_referral_pays_all: bool,
        mandated_ages: AgeRange,
        mandated_decider: Body,
        mandated_talks: u16,
    }

    /// Consent.
    consent: Consent {
        parents_under_18: Text,
        /// The age from which the young person's own consent is needed.
        own_consent_from_age: u8,
        alcohol_under_18: Text,
        fetching_data: Text,
        follow_up: Text,
        doctor: Text,
        custody_holder_for: Vec<Substance>,
        custody_holder_from_age: u8,
    }

    /// Children at home.
    children_at_home: ChildrenAtHome {
        asked: Text,
        placement: Text,
        duty_to_notify: Text,
        orientation: Text,
        agreement: Text,
    }

    /// Treatment plan, action plan (SEL §141) and SMART goals.
    plan: Plan {
        name: Text,
        written_by: Text,
        first_made: Text,
        content: Text,
        smart: Vec<SmartCriterion>,
        adjusted: Text,
        review: Text,
        review_months: u8,
        review_content: Text,
        status: Text,
        inpatient_status: Text,
        action_plan_who: Text,
        action_plan_writer: Text,
        action_plan_purpose: Text,
        action_plan_review: Text,
        closing_status: Text,
        review_for: Vec<CurrentOffer>,
        full_revision_months: u8,
        authority_status_months: u8,
        reduced_use_max_months: u8,
    }

    /// Contact after discharge.
    follow_up: FollowUp {
        drugs_months: Vec<u8>,
        alcohol_months: Vec<u8>,
        alcohol_voluntary: bool,
        statuses: Vec<DischargeStatus>,
        dropped_out: Text,
        consent_needed: bool,
        channel: Text,
        purpose: Text,
        told: Text,
        group: Text,
        by_phone: bool,
        return_offered: bool,
    }

    /// MOVE and gift cards.
    move_programme: MoveProgramme {
        offered: bool,
        gift_cards: Text,
        ages: AgeRange,
        phases: Text,
        sessions: u16,
        attendance: Text,
        follow_up_months: u8,
        extension: Text,
        reminders: Text,
        /// A written status after every so many conversations.
        written_status_every: u16,
        mapping: Text,
        card_value_kroner: u16,
        /// One card for every so many attendances.
        card_every: u16,
        card_max: u16,
        card_at_completion: bool,
        cards_by_attendance_alone: bool,
        cards_for_alcohol: bool,
        no_show: Text,
        cards_in_follow_up: bool,
        benefits: Text,
        under_18_basis: Vec<LegalBasis>,
        card_types: Text,
        offered_for: Vec<Substance>,
        undecided_age: u8,
        weekly_attendance_required: bool,
        gift_cards_used: bool,
        card_value_is_average: bool,
        no_show_forfeits: bool,
        reminder_each_talk: bool,
        written_feedback: bool,
    }

    /// Monitoring, surveys and targets.
    monitoring: Monitoring {
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
    complaints: Complaints {
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
    }

    /// Payment.
    payment: Payment {
        outpatient: Text,
        drug_inpatient: Text,
        alcohol_inpatient: Text,
        amounts: Text,
        other: Text,
        self_referral: Text,
        rates: Text,
    }

    /// Pregnancy, disability, health, outreach.
    special_groups: SpecialGroups {
        pregnant_clinic: Text,
        pregnant_contract: Text,
        detention: Text,
        contraception: Text,
        told_of_notification: Text,
        cognitive: Text,
        mental_health: Text,
        hepatitis: Text,
        nada: Text,
        outreach: Text,
        take_home: Text,
        prison: Text,
    }
}
