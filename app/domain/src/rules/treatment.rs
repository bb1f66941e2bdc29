//! Rules about the way into treatment and the course of it.

use super::define::groups;
use crate::{
    AgeRange, Body, Coverage, CurrentOffer, DischargeStatus, DoctorRule, Fact, FreeChoiceClaim, GuaranteeEnd,
    GuaranteeTrigger, LegalBasis, LetterChannel, PlanName, PlanPart, ReviewQuestion, Rule, SmartCriterion,
    Substance, Text, Treatment, fact::AnyFact, read::Table,
};

groups! {
    /// The treatment guarantee.
    Guarantee {
        length_days: u16,
        starts_with: GuaranteeTrigger,
        ends_with: GuaranteeEnd,
        decision_inside: bool,
        drug_outpatient: Coverage,
        alcohol_outpatient: Coverage,
        medical: Coverage,
        anonymous_drug: Coverage,
        day_treatment: Coverage,
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
    FreeChoice {
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
        drug_outpatient_allowed: bool,
        drug_inpatient_allowed: bool,
        allocation_first: bool,
        alcohol_outpatient_allowed: bool,
        alcohol_directly: bool,
        alcohol_inpatient_allowed: bool,
        substitution_allowed: bool,
    }

    /// The way into treatment, and who decides.
    Intake {
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
        own_duties: Text,
        moving: Text,
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
        youth_course_offer_ages: AgeRange,
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
    Consent {
        parents_under_18: Text,
        /// The age from which the young person's own consent is needed.
        own_consent_from_age: u8,
        /// For which substances; silent means every one that custody holders are asked about.
        own_consent_for: Vec<Substance>,
        alcohol_under_18: Text,
        fetching_data: Text,
        follow_up: Text,
        doctor: Text,
        involving_relatives: Text,
        custody_holder_for: Vec<Substance>,
        custody_holder_from_age: u8,
    }

    /// Children at home.
    ChildrenAtHome {
        asked: Text,
        placement: Text,
        duty_to_notify: Text,
        orientation: Text,
        agreement: Text,
    }

    /// Treatment plan, action plan (SEL §141) and SMART goals.
    Plan {
        name: PlanName,
        written_by: Text,
        first_made: Text,
        content: Vec<PlanPart>,
        smart: Vec<SmartCriterion>,
        adjusted: Text,
        review: Text,
        review_months: u8,
        review_content: Text,
        /// What is talked about, one by one.
        review_headings: Vec<ReviewQuestion>,
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
        /// Status of a course of a set length.
        course_status_months: u8,
        /// The action plan after an anonymous course: its first review, and the following ones.
        action_plan_first_months: u8,
        action_plan_next_months: u8,
        /// By when another place tells how outpatient treatment there goes.
        external_status_weeks: u8,
        /// The same for day and inpatient treatment.
        external_residential_status_days: u16,
        /// The centre visits the other place halfway, where a course is longer than this.
        external_visit_over_weeks: u8,
        /// By when an inpatient place tells that treatment was broken off.
        external_break_off_notice_days: u16,
    }

    /// Contact after discharge.
    FollowUp {
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

    /// The course for the young with gift cards, whatever it is called: MOVE in the five.
    YouthCourse {
        name: Text,
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
}
