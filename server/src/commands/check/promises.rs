//! What a file promises, in plain Danish and each with its source: for the person responsible to read.

use app::{
    tasks::{contact::text as contact, municipality::views::describe_guarantee, offers::text as offers},
    ui::{dates, entitlements, facts::places, text as common},
};
use domain::{
    AgeRange, Deadline, DeadlineQuestion, EntitlementSummary, Given, Lang, Source, Standard, Substance,
    decide::{GroundedEntitlement, counselling_entitlements, find_waiting, list_deadlines},
};
use itertools::Itertools;

/// A promise: what it is about, the sentence, and where it stands.
struct Promise {
    about: String,
    sentence: String,
    places: String,
}

/// All that the pages of a municipality promise, a line each.
#[must_use]
pub fn list(standard: &Standard) -> String {
    let all = [
        waiting(standard),
        of_contact(standard),
        of_advice(standard),
        of_offers(standard),
        of_time_limits(standard),
    ];
    let lines = all.into_iter().flatten().map(|promise| {
        let Promise { about, sentence, places } = promise;
        format!("  {about}: {sentence} ({places})\n")
    });
    lines.unique().collect()
}

fn waiting(standard: &Standard) -> Vec<Promise> {
    let decision = find_waiting(&standard.rules);
    let sentence = describe_guarantee(standard, Lang::Da);
    let promise = sentence.map(|sentence| Promise {
        about: "Forsiden".to_owned(),
        sentence,
        places: places(decision.citations.iter().copied()),
    });
    promise.into_iter().collect()
}

fn of_contact(standard: &Standard) -> Vec<Promise> {
    let rules = &standard.rules.contact;
    let promise = |sentence: &str, source: &Source| Promise {
        about: "Kontakt".to_owned(),
        sentence: sentence.to_owned(),
        places: places([source]),
    };
    let channels = rules.channels.stated().into_iter().flat_map(|stated| {
        stated.value.iter().map(|&channel| promise(contact::channel(channel).get(Lang::Da), &stated.source))
    });
    let referral = rules.referral_needed.stated().filter(|stated| !stated.value);
    let anonymous = rules.anonymous_contact.stated().filter(|stated| stated.value);
    channels
        .chain(referral.map(|stated| promise(contact::NO_REFERRAL.get(Lang::Da), &stated.source)))
        .chain(anonymous.map(|stated| promise(contact::ANONYMOUS.get(Lang::Da), &stated.source)))
        .collect()
}

fn of_advice(standard: &Standard) -> Vec<Promise> {
    counselling_entitlements(&standard.rules)
        .iter()
        .filter_map(|term| promise_of("Råd på nettet", term, None))
        .collect()
}

fn of_offers(standard: &Standard) -> Vec<Promise> {
    let of_one = |offer: &domain::Offer| {
        let about = format!("Tilbuddet ”{}”", offer.title.get(Lang::Da));
        let several = offer.criteria.substances.len() > 1;
        let terms = offer
            .entitlements
            .iter()
            .filter_map(|term| promise_of(&about, term, several.then_some(term.entitlement.substance)));
        let nameless =
            [(Substance::Alcohol, &offer.anonymity_alcohol), (Substance::Drugs, &offer.anonymity_drugs)]
                .into_iter()
                .filter_map(|(substance, fact)| Some((substance, fact.stated()?)))
                .filter(|(substance, stated)| {
                    stated.value != domain::AnonymityRule::No && offer.criteria.substances.contains(substance)
                })
                .map(|(substance, stated)| Promise {
                    about: about.clone(),
                    sentence: format!(
                        "{}: {}",
                        common::substance(substance).get(Lang::Da),
                        offers::anonymity(stated.value).get(Lang::Da)
                    ),
                    places: places([&stated.source]),
                });
        terms.chain(nameless).collect::<Vec<_>>()
    };
    standard.offers.iter().flat_map(of_one).collect()
}

/// A decision as a promise; none where it leaves the question open, or asks for something.
fn promise_of(about: &str, term: &GroundedEntitlement, substance: Option<Substance>) -> Option<Promise> {
    let entitlement = term.entitlement;
    let told = EntitlementSummary {
        entitlements: vec![0],
        given: entitlement.given,
        only_for: substance,
        only_ages: (entitlement.ages != AgeRange::ANY).then_some(entitlement.ages),
    };
    let nameless = (entitlement.given == Given::AnonymousTreatment)
        .then(|| offers::ANONYMOUS.get(Lang::Da).to_owned() + ".");
    let sentence = entitlements::summarize(&told, Lang::Da).or(nameless);
    let sentence = sentence.filter(|_| entitlement.given.is_promise())?;
    Some(Promise { about: about.to_owned(), sentence, places: places(&term.sources) })
}

fn of_time_limits(standard: &Standard) -> Vec<Promise> {
    let table = list_deadlines(&standard.rules);
    let limits = table.iter().filter_map(|(deadline, decision)| {
        let Deadline { question, substance, ages, days } = *deadline;
        let days = days?;
        let whom =
            format!("{}, {}", common::substance(substance).get(Lang::Da), common::ages(ages, Lang::Da));
        let about = match question {
            DeadlineQuestion::Start => "Beregneren, behandlingens start",
            DeadlineQuestion::Complaint => "Klage over en afgørelse",
        };
        Some(Promise {
            about: about.to_owned(),
            sentence: format!("{whom}: sidste dag er {} efter.", dates::days(days, Lang::Da)),
            places: places(decision.citations.iter().copied()),
        })
    });
    limits.collect()
}
