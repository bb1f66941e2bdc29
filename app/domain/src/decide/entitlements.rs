//! From an offer to the decisions that bear on it: what is read of an offer is what is computed.

use super::{
    AnonymousTreatment, ClockReason, Consenting, ContactBy, ContactEvent, Counselling, CounsellingReason,
    Decision, GuaranteeClock, MAJORITY, RelativesOffer, RelativesRequest, Setting, TreatmentConsent,
    anonymous_counselling, anonymous_treatment, guarantee_clock, least_coverage, relatives_offer,
    treatment_consent,
};
use crate::{
    AgeRange, AnonymityRule, Audience, Channel, Circumstance, Coverage, Entitlement, Form, Given,
    GuaranteeEnd, Instant, Kind, LegalBasis, LocalDay, Offer, Reading, Rules, Source, Standard, Substance,
    Treatment,
};
use chrono::NaiveDate;
use std::slice;

/// An entitlement, and what the decision behind it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroundedEntitlement {
    pub entitlement: Entitlement,
    pub sources: Vec<Source>,
    pub readings: Vec<Reading>,
}

impl GroundedEntitlement {
    /// Sections of the standard and clauses of the law.
    pub fn places(&self) -> impl Iterator<Item = &String> {
        self.sources.iter().flat_map(|source| source.sections.iter().chain(&source.law))
    }
}

/// Finds what one decision gives for an offer, a substance and an age.
type Find = for<'a> fn(&'a Rules, &Offer, Substance, u8) -> Option<Found<'a>>;

/// What one decision gives at one age.
type Found<'a> = (Given, Vec<&'a Source>, Vec<&'a Reading>);

/// The oldest age that is looked at; decisions know no border above it.
const OLDEST: u8 = 120;

/// The entitlements of an offer, for each of its substances and ages.
#[must_use]
pub fn derive_entitlements(standard: &Standard, offer: &Offer) -> Vec<GroundedEntitlement> {
    let own: [Find; 3] = [start, anonymity, consent];
    let mut entitlements = Vec::new();
    for &substance in &offer.criteria.substances {
        let rules = standard.rules_for(substance);
        if offer.criteria.audience.contains(&Audience::Citizen) {
            let ages = offer.criteria.ages.unwrap_or(AgeRange::ANY);
            for find in own {
                entitlements.extend(over_ages(substance, ages, |age| find(rules, offer, substance, age)));
            }
        }
        let user_ages = offer.criteria.user_ages.unwrap_or(AgeRange::ANY);
        entitlements.extend(over_ages(substance, user_ages, |age| relatives(rules, offer, substance, age)));
    }
    entitlements
}

/// What the rules give for anonymous conversations at the centre, by age.
#[must_use]
pub fn counselling_entitlements(rules: &Rules) -> Vec<GroundedEntitlement> {
    over_ages(Substance::Alcohol, AgeRange::ANY, |age| Some(counselling(rules, Setting::Center, age)))
}

/// Asks for every age, and joins neighbours with the same answer.
fn over_ages<'a>(
    substance: Substance,
    ages: AgeRange,
    find: impl Fn(u8) -> Option<Found<'a>>,
) -> Vec<GroundedEntitlement> {
    let found: Vec<(u8, Found<'a>)> = (ages.from..=ages.to.unwrap_or(OLDEST))
        .filter_map(|age| find(age).map(|found| (age, found)))
        .collect();
    found
        .chunk_by(|(age, one), (next, other)| age + 1 == *next && one == other)
        .filter_map(|run| {
            let ((from, (given, sources, readings)), (to, _)) = (run.first()?, run.last()?);
            let to = if ages.to.is_none() && *to == OLDEST { None } else { Some(*to) };
            let entitlement = Entitlement { substance, ages: AgeRange { from: *from, to }, given: *given };
            let (sources, readings) = (sources.iter().copied().cloned(), readings.iter().copied().cloned());
            Some(GroundedEntitlement {
                entitlement,
                sources: sources.collect(),
                readings: readings.collect(),
            })
        })
        .collect()
}

fn found<T>(given: Given, decision: Decision<'_, T>) -> Found<'_> {
    (given, decision.citations, decision.readings)
}

/// What kind of treatment an offer is, as the guarantee sees it.
fn treatment(offer: &Offer) -> Treatment {
    let rests_on_only = |basis| offer.legal_basis.value().is_some_and(|list| list.as_slice() == [basis]);
    let forms = &offer.criteria.forms;
    if rests_on_only(LegalBasis::Sel101a) {
        Treatment::AnonymousDrug
    } else if forms.contains(&Form::Inpatient) {
        Treatment::Inpatient
    } else if forms.contains(&Form::DayTreatment) {
        Treatment::DayTreatment
    } else if offer.kind == Kind::Medical && rests_on_only(LegalBasis::Sul142) {
        Treatment::Substitution
    } else if offer.kind == Kind::Medical {
        Treatment::Medical
    } else {
        Treatment::Outpatient
    }
}

/// A contact with a wish for treatment, from which the limit would run.
fn first_contact() -> ContactEvent {
    ContactEvent {
        contact_at: some_day(),
        channel: Channel::Phone,
        contact_by: ContactBy::Citizen,
        wish_for_treatment: true,
    }
}

/// Whatever day it is: only the number of days is told.
fn some_day() -> Instant {
    LocalDay::new(NaiveDate::default()).begins()
}

/// By when the treatment begins.
fn start<'a>(rules: &'a Rules, offer: &Offer, substance: Substance, age: u8) -> Option<Found<'a>> {
    let own = offer.guarantee(substance).value().copied();
    if own == Some(Coverage::NotTreatment) || (own.is_none() && offer.kind != Kind::Treatment) {
        return None;
    }
    let case = GuaranteeClock {
        age,
        substance,
        treatment: treatment(offer),
        offered_by_municipality: true,
        free_choice_used: false,
        serious_social_and_behavioural_problems: false,
        contacts: vec![first_contact()],
        treatment_started_at: None,
        evaluated_at: None,
    };
    let decision = guarantee_clock(rules, &case).ok()?;
    let outcome = decision.outcome;
    let days = outcome.start_latest.map_or(0, |last| last.days_after(some_day().day()));
    let days = u16::try_from(days).unwrap_or(u16::MAX);
    let given = match (outcome.covered, own) {
        (None, _) => Given::StartUndetermined,
        (Some(false), _) if outcome.reason == ClockReason::Under18WithoutSeriousProblems => {
            let serious = GuaranteeClock { serious_social_and_behavioural_problems: true, ..case };
            let limited = guarantee_clock(rules, &serious).is_ok_and(|of| of.outcome.start_latest.is_some());
            if limited { Given::StartsForSeriousProblems } else { Given::StartUndetermined }
        }
        (Some(false), _) => Given::NoLimit,
        (Some(true), own) => match own.map(|own| own.min_promise(least_coverage(rules, &case))) {
            None | Some(Coverage::NotExcepted) => Given::NotExcepted(days),
            Some(Coverage::Conditional) => Given::StartsConditionally,
            Some(_) if rules.guarantee.ends_with.value() == Some(&GuaranteeEnd::TreatmentOffered) => {
                Given::OfferedWithin(days)
            }
            Some(_) => Given::StartsWithin(days),
        },
    };
    Some(found(given, decision))
}

/// Whether one can come without a name. Told only of offers that say so themselves.
fn anonymity<'a>(rules: &'a Rules, offer: &Offer, substance: Substance, age: u8) -> Option<Found<'a>> {
    let possible = offer.criteria.anonymity.of(substance).is_some_and(|rule| rule != AnonymityRule::No);
    match offer.kind {
        Kind::Counselling if possible => {
            let at_school = offer.criteria.forms.contains(&Form::AtSchool);
            Some(counselling(rules, if at_school { Setting::School } else { Setting::Center }, age))
        }
        Kind::Treatment if possible => anonymous(rules, offer, substance, age),
        _ => None,
    }
}

fn counselling(rules: &Rules, setting: Setting, age: u8) -> Found<'_> {
    let case = Counselling { age, conversation_number: 1, need_for_more: false, setting };
    let decision = anonymous_counselling(rules, &case);
    let cap = decision.outcome.cap;
    let given = match (decision.outcome.allowed, decision.outcome.reason) {
        (Some(true), CounsellingReason::AnonCounsellingWithoutParents) => {
            Given::AnonymousTalksWithoutParents(cap)
        }
        (Some(true), _) => Given::AnonymousTalks(cap),
        _ if age >= MAJORITY && rules.anonymous_counselling.adults_anonymous.value() == Some(&false) => {
            Given::NoAnonymousTalks
        }
        _ => Given::AnonymousTalksUndetermined,
    };
    found(given, decision)
}

/// Anonymous treatment of somebody who fulfils the conditions that the offer tells.
fn anonymous<'a>(rules: &'a Rules, offer: &Offer, substance: Substance, age: u8) -> Option<Found<'a>> {
    if substance == Substance::Drugs && treatment(offer) != Treatment::AnonymousDrug {
        return None;
    }
    let case = AnonymousTreatment::in_work_and_housed(age, substance);
    let decision = anonymous_treatment(rules, &case);
    let eligible = decision.outcome.eligible == Some(true);
    // Its readings are about complaints and the guarantee, which are not told here.
    eligible.then_some((Given::AnonymousTreatment, decision.citations, Vec::new()))
}

/// Whose consent is asked for under 18.
fn consent<'a>(rules: &'a Rules, offer: &Offer, substance: Substance, age: u8) -> Option<Found<'a>> {
    if age >= MAJORITY || offer.kind != Kind::Treatment {
        return None;
    }
    let case = TreatmentConsent { age, substance, custody_holder_consents: false, youth_consents: false };
    let decision = treatment_consent(rules, &case);
    let given = match decision.outcome.consents_required.as_deref() {
        // From what age one must agree oneself is not said; that parents must, is.
        None if is_custody_holder_asked(rules, substance, age) => Given::ConsentOfParents,
        None => Given::ConsentUndetermined,
        Some(required) if required.contains(&Consenting::Youth15Plus) => Given::ConsentOfBoth,
        Some(_) => Given::ConsentOfParents,
    };
    Some(found(given, decision))
}

fn is_custody_holder_asked(rules: &Rules, substance: Substance, age: u8) -> bool {
    let group = &rules.consent;
    let is_named = group.custody_holder_for.value().is_some_and(|list| list.contains(&substance));
    is_named && group.custody_holder_from_age.value().is_none_or(|&from| age >= from)
}

/// What somebody close gets who fulfils the conditions that the offer tells.
fn relatives<'a>(rules: &'a Rules, offer: &'a Offer, substance: Substance, age: u8) -> Option<Found<'a>> {
    let own_age = match offer.request? {
        RelativesRequest::Brus => offer.criteria.relative_ages.and_then(|ages| ages.to).unwrap_or(MAJORITY),
        _ => MAJORITY,
    };
    // Who is not asked for by the offer may be in treatment or not, unless the rules must know.
    let in_treatment = offer.criteria.requires.contains(&Circumstance::UserInTreatment);
    let is_known = in_treatment
        || offer.request? != RelativesRequest::IndividualConversation
        || rules.relatives.divided_by_user_age.value() == Some(&true);
    let user_enrolled = is_known.then_some(in_treatment);
    let case = RelativesOffer {
        requested: offer.request?,
        conversation_number: 1,
        user_age: Some(age),
        user_enrolled,
        user_accepts_participation: true,
        substance: Some(substance),
        relative_age: Some(own_age),
        relative_misusing: false,
        in_contact_with_user: true,
    };
    let decision = relatives_offer(rules, slice::from_ref(offer), &case).ok()?;
    let outcome = decision.outcome;
    let given = match (outcome.allowed, outcome.sessions, outcome.cap) {
        (Some(true), Some(sessions), _) => Given::RelativesMeetings(sessions),
        (Some(true), None, Some(cap)) => Given::RelativesTalks(cap),
        (Some(true), None, None) => return None,
        _ => Given::RelativesUndetermined,
    };
    Some(found(given, decision))
}

/// Where an offer says something that the decisions on its own municipality's rules do not give: the key, and what.
#[must_use]
pub fn contradiction(offer: &Offer) -> Option<(&'static str, String)> {
    offer.criteria.substances.iter().find_map(|&substance| contradiction_of(offer, substance))
}

fn contradiction_of(offer: &Offer, substance: Substance) -> Option<(&'static str, String)> {
    let own_terms = || offer.entitlements.iter().map(|grounded| grounded.entitlement);
    let given = |of: fn(&Given) -> bool| {
        own_terms().filter(|term| term.substance == substance).any(|term| of(&term.given))
    };
    let starts = given(|given| matches!(given, Given::StartsWithin(_) | Given::OfferedWithin(_)));
    let own = offer.guarantee(substance).value();
    let for_citizens = offer.criteria.audience.contains(&Audience::Citizen);
    let nameless = offer.criteria.anonymity.of(substance).is_some_and(|rule| rule != AnonymityRule::No);
    let tells_of_names = treatment(offer) == Treatment::AnonymousDrug || substance == Substance::Alcohol;
    let of_treatment = offer.kind == Kind::Treatment && nameless && tells_of_names;
    let code = substance.code();
    if own == Some(&Coverage::Covered) && for_citizens && !starts {
        Some((
            "guarantee",
            format!("the rules do not give a start within the limit ({code}): see [guarantee]"),
        ))
    } else if own == Some(&Coverage::NotCovered) && starts {
        Some(("guarantee", format!("the rules give a start within the limit ({code}): see [guarantee]")))
    } else if offer.kind == Kind::Counselling && nameless && given(|given| *given == Given::NoAnonymousTalks)
    {
        Some((
            "anonymity",
            format!("the rules give no talks without a name ({code}): see [anonymous_counselling]"),
        ))
    } else if of_treatment && !given(|given| *given == Given::AnonymousTreatment) {
        let group = if substance == Substance::Drugs {
            "anonymous_drug_treatment"
        } else {
            "anonymous_alcohol_treatment"
        };
        Some(("anonymity", format!("the rules give no anonymous treatment ({code}): see [{group}]")))
    } else {
        None
    }
}
