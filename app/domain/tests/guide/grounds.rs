//! Compares what an outcome cites with the decisions made afresh for the same answers.

use domain::{
    AgeRange, Answers, Assessment, Audience, Channel, Choice, Entitlement, Fit, Form, Instant, Kind,
    LegalBasis, Offer, Question, Standard, Subject, Substance, Treatment,
    decide::{
        ContactBy, ContactEvent, Decision, GuaranteeClock, TreatmentConsent, guarantee_clock,
        treatment_consent,
    },
};
use std::collections::{BTreeSet, HashSet};

pub struct Grounds<'a> {
    pub standard: &'a Standard,
    /// Offer, substances and ages that have been compared.
    pub seen: HashSet<String>,
}

impl Grounds<'_> {
    /// Every fitting offer cites the decisions on the guarantee and on consent, and nothing else.
    pub fn check(&mut self, answers: &Answers, outcome: &[Assessment]) {
        if answers.get(Question::Who) != Some(Choice::Who(Audience::Citizen)) {
            return;
        }
        let age = answers.get(Question::Age);
        for verdict in outcome.iter().filter(|verdict| verdict.fit != Fit::No) {
            let key = format!("{} {:?} {age:?}", verdict.offer, answers.substances());
            if self.seen.insert(key.clone()) {
                let offer = &self.standard.offers[verdict.offer];
                for subject in [Subject::Start, Subject::Consent] {
                    let expected = self.collect_places(offer, answers, subject);
                    assert_eq!(cited(offer, answers, subject), expected, "{} {subject:?} {key}", offer.slug);
                }
            }
        }
    }

    fn collect_places(&self, offer: &Offer, answers: &Answers, subject: Subject) -> BTreeSet<String> {
        let told = match answers.get(Question::Age) {
            Some(Choice::Ages(ages)) => ages,
            _ => AgeRange::ANY,
        };
        let within = offer.criteria.ages.unwrap_or(AgeRange::ANY);
        let ages: Vec<u8> = (0..=120).filter(|&age| told.contains(age) && within.contains(age)).collect();
        let used = |one: &&Substance| answers.substances().is_none_or(|told| told.includes(**one));
        let mut places = BTreeSet::new();
        for &substance in offer.criteria.substances.iter().filter(used) {
            for &age in &ages {
                match subject {
                    Subject::Consent => places.extend(self.consent(offer, substance, age)),
                    _ => places.extend(self.start(offer, substance, age)),
                }
            }
        }
        places
    }

    fn start(&self, offer: &Offer, substance: Substance, age: u8) -> Vec<String> {
        let own = match substance {
            Substance::Alcohol => &offer.guarantee_alcohol,
            Substance::Drugs => &offer.guarantee_drugs,
        };
        let is_treatment =
            own.value().map_or(offer.kind == Kind::Treatment, |own| own.code() != "NOT_TREATMENT");
        if !is_treatment {
            return Vec::new();
        }
        let contact = ContactEvent {
            contact_at: Instant::parse("2026-10-20T10:00:00+02:00").expect("a moment"),
            channel: Channel::InPerson,
            contact_by: ContactBy::Citizen,
            wish_for_treatment: true,
        };
        let case = GuaranteeClock {
            age,
            substance,
            treatment: kind_of_treatment(offer),
            offered_by_municipality: true,
            free_choice_used: false,
            serious_social_and_behavioural_problems: false,
            contacts: vec![contact],
            treatment_started_at: None,
            evaluated_at: None,
        };
        places(&guarantee_clock(&self.standard.rules, &case).expect("a decision"))
    }

    fn consent(&self, offer: &Offer, substance: Substance, age: u8) -> Vec<String> {
        if offer.kind != Kind::Treatment || age >= 18 {
            return Vec::new();
        }
        let case = TreatmentConsent { age, substance, custody_holder_consents: true, youth_consents: false };
        places(&treatment_consent(&self.standard.rules, &case))
    }
}

fn kind_of_treatment(offer: &Offer) -> Treatment {
    let basis: Vec<LegalBasis> = offer.legal_basis.value().cloned().unwrap_or_default();
    let has = |form| offer.criteria.forms.contains(&form);
    match offer.kind {
        _ if basis == [LegalBasis::Sel101a] => Treatment::AnonymousDrug,
        _ if has(Form::Inpatient) => Treatment::Inpatient,
        _ if has(Form::DayTreatment) => Treatment::DayTreatment,
        Kind::Medical if basis == [LegalBasis::Sul142] => Treatment::Substitution,
        Kind::Medical => Treatment::Medical,
        _ => Treatment::Outpatient,
    }
}

fn places<T>(decision: &Decision<'_, T>) -> Vec<String> {
    decision.citations.iter().flat_map(|source| source.sections.iter().chain(&source.law)).cloned().collect()
}

/// What the outcome shows beside the offer's own sections.
fn cited(offer: &Offer, answers: &Answers, subject: Subject) -> BTreeSet<String> {
    let terms: Vec<Entitlement> = offer.entitlements.iter().map(|grounded| grounded.entitlement).collect();
    Entitlement::summarize(&terms, &offer.criteria, answers)
        .into_iter()
        .filter(|told| told.given.subject() == subject)
        .flat_map(|told| told.entitlements)
        .flat_map(|place| offer.entitlements[place].places())
        .cloned()
        .collect()
}
