//! Rules about the standard itself, contact, advice and being anonymous.

use super::define::groups;
use crate::{
    AgeRange, BeyondMax, Channel, Coverage, Fact, LegalBasis, NextStep, Rule, Substance, Text, fact::AnyFact,
    read::Table,
};
use chrono::NaiveDate;

groups! {
    /// What the standard is, and how long it holds.
    Identity {
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

    /// What the help is to achieve, and what it rests on (bekendtgørelse 1477/2019 §4, no. 3).
    Aims {
        purpose: Text,
        values: Text,
    }

    /// How one may make contact.
    Contact {
        who: Text,
        referral_needed: bool,
        channels: Vec<Channel>,
        callback_bookable_online: bool,
        counselling_bookable_online: bool,
        anonymous_contact: bool,
        outreach: Text,
        response_time: Text,
        first_talk_days: u16,
        same_counsellor: Text,
        /// Agreeing anonymously on a clarifying conversation, SEL §101a(3).
        anonymous_clarifying_contact: Text,
    }

    /// Advice without enrolment and without identity.
    AnonymousCounselling {
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
        /// Whether the talks have no fixed number.
        no_fixed_number: bool,
        talks_at_school_counted: bool,
        after_last: NextStep,
        without_parents_ages: AgeRange,
    }

    /// Help for those close to somebody.
    Relatives {
        adults_individual: Text,
        adults_individual_max: u16,
        /// Whether the talks have no fixed number.
        no_fixed_number: bool,
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
        /// Talks for who is close to somebody under 18, where these have a number of their own.
        under_18_user_max: u16,
        /// Whether what is given differs with the age of the person who uses.
        divided_by_user_age: bool,
        young_user_to_age: u8,
        young_user_max: u16,
        young_user_minutes: u16,
        adult_user_substances: Vec<Substance>,
        course_meetings: u16,
        course_minutes: u16,
        course_user_from_age: u8,
        course_relative_from_age: u8,
        group_offered: bool,
        group_size: u16,
        group_meetings: u16,
        group_interval_days: u16,
        group_follow_up_days: u16,
    }

    /// Anonymous outpatient drug treatment, SEL §101a.
    AnonymousDrugTreatment {
        offered: bool,
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
    AnonymousAlcoholTreatment {
        on_request: bool,
        also_counselling: bool,
        anonymity_ends: Text,
        limits: Text,
        guarantee: Coverage,
        other: Text,
        ends_with_prescription_medicine: bool,
    }
}
