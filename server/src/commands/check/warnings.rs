//! What may be wrong in a file that can be read.

use domain::{Audience, Circumstance, Kind, LegalBasis, Offer, Standard, Substance};
use std::collections::BTreeSet;

/// What somebody should look at, a line each. It keeps no file from being used.
#[must_use]
pub fn list(standard: &Standard) -> Vec<String> {
    let mut warnings = unknown_findings(standard);
    warnings.extend(unused_number(standard));
    for offer in &standard.offers {
        let own = [no_ages(offer), no_forms(offer), no_request(offer), too_young(standard, offer)]
            .into_iter()
            .flatten()
            .chain(ruled_out(standard, offer));
        warnings.extend(own.map(|warning| format!("offer {}: {warning}", offer.slug)));
    }
    warnings
}

fn unknown_findings(standard: &Standard) -> Vec<String> {
    let known: BTreeSet<u8> = standard.findings.iter().map(|finding| finding.number).collect();
    let used = standard.findings_used();
    let unknown = used.iter().filter(|number| !known.contains(number));
    unknown
        .map(|number| {
            format!("finding {number} is read by somebody, but there is no [[finding]] of that number")
        })
        .collect()
}

/// A number of talks for relatives of which nothing is made, since nobody has said whom it is for.
fn unused_number(standard: &Standard) -> Option<String> {
    let is_unused = |substance: &Substance| {
        let relatives = &standard.rules_for(*substance).relatives;
        relatives.adults_individual_max.stated().is_some() && relatives.divided_by_user_age.stated().is_none()
    };
    Substance::ALL.iter().any(is_unused).then(|| {
        "relatives.adults_individual_max is a number, but divided_by_user_age is silent, so no number is promised: \
         write false where the standard gives one number whoever it is about"
            .to_owned()
    })
}

fn no_ages(offer: &Offer) -> Option<String> {
    let criteria = &offer.criteria;
    let for_citizens = criteria.audience.contains(&Audience::Citizen);
    let is_missing = offer.kind == Kind::Treatment && for_citizens && criteria.ages.is_none();
    is_missing
        .then(|| "has no `ages`, so it is shown at every age: is no age named in the standard?".to_owned())
}

fn no_forms(offer: &Offer) -> Option<String> {
    offer.criteria.forms.is_empty().then(|| "has no `forms`: how is the help given?".to_owned())
}

/// Talks of a programme are only counted where it is known which of the rules on relatives decides about it.
fn no_request(offer: &Offer) -> Option<String> {
    (offer.talks.is_some() && offer.request.is_none())
        .then(|| "has `talks` but no `relatives_request`, so that nothing is made of the number".to_owned())
}

/// An offer for ages for which the rules say that there is none.
fn too_young(standard: &Standard, offer: &Offer) -> Option<String> {
    let criteria = &offer.criteria;
    let from = criteria.ages?.from;
    let is_101a = offer.legal_basis.value().is_some_and(|list| list.as_slice() == [LegalBasis::Sel101a]);
    let youngest = criteria.substances.iter().filter_map(|&substance| {
        let rules = standard.rules_for(substance);
        let by_intake = match substance {
            Substance::Alcohol => &rules.intake.youngest_age_alcohol,
            Substance::Drugs => &rules.intake.youngest_age_drugs,
        };
        let of_101a = rules.anonymous_drug_treatment.ages.value().filter(|_| is_101a).map(|ages| ages.from);
        let treats = offer.kind == Kind::Treatment;
        of_101a.or_else(|| by_intake.value().copied().filter(|_| treats))
    });
    let youngest = youngest.min()?;
    (from < youngest).then(|| format!("is for those from {from}, but the rules begin at {youngest}"))
}

/// What the offer asks for and the rules rule out.
fn ruled_out(standard: &Standard, offer: &Offer) -> Vec<String> {
    let (drugs, relatives) = (&standard.rules.anonymous_drug_treatment, &standard.rules.relatives);
    let criteria = &offer.criteria;
    let requires = |one| criteria.requires.contains(&one);
    let excludes = |one| criteria.excludes.contains(&one);
    let yes = |fact: &domain::Fact<bool>| fact.value() == Some(&true);
    let is_101a = offer.legal_basis.value().is_some_and(|list| list.as_slice() == [LegalBasis::Sel101a]);
    let conflicts = [
        (
            is_101a && requires(Circumstance::NeedsMedicine) && yes(&drugs.no_medicine_required),
            "requires NEEDS_MEDICINE, but anonymous_drug_treatment.no_medicine_required rules it out",
        ),
        (
            is_101a && excludes(Circumstance::Housing) && yes(&drugs.housing_required),
            "excludes HOUSING, but anonymous_drug_treatment.housing_required asks for it",
        ),
        (
            is_101a && excludes(Circumstance::WorkOrEducation) && yes(&drugs.work_or_education_required),
            "excludes WORK_OR_EDUCATION, but anonymous_drug_treatment.work_or_education_required asks for it",
        ),
        (
            is_101a && requires(Circumstance::OtherSocialProblems),
            "requires OTHER_SOCIAL_PROBLEMS, but SEL §101a is for people without them",
        ),
        (
            offer.request.is_some()
                && requires(Circumstance::UserInTreatment)
                && relatives.user_must_be_enrolled.value() == Some(&false)
                && relatives.divided_by_user_age.value() != Some(&true),
            "requires USER_IN_TREATMENT, but relatives.user_must_be_enrolled says that it is not needed",
        ),
    ];
    conflicts.into_iter().filter(|(holds, _)| *holds).map(|(_, warning)| warning.to_owned()).collect()
}
