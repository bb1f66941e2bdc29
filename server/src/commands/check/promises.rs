//! What a file promises, in plain Danish and each with its source: for the person responsible to read.

use app::{
    tasks::{
        contact::{text as contact, views::with_note},
        deadline::text::reasons as deadline_text,
        municipality::views::describe_waiting,
        offers::text as offers,
        rules::{text as rules, text::Topic},
    },
    ui::{dates, entitlements, facts::places, text as common},
};
use domain::{
    AgeRange, Deadline, EntitlementSummary, Given, Lang, Rule, Source, Standard, Substance,
    decide::{
        DeadlineQuestion, Decision, GroundedEntitlement, Waiting, counselling_entitlements, list_deadlines,
        list_waiting,
    },
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
        of_own_words(standard),
    ];
    let lines = all.into_iter().flatten().map(|promise| {
        let Promise { about, sentence, places } = promise;
        format!("  {about}: {sentence} ({places})\n")
    });
    lines.unique().collect()
}

fn waiting(standard: &Standard) -> Vec<Promise> {
    let promise = |decision: &Decision<'_, Waiting>| Promise {
        about: "Forsiden".to_owned(),
        sentence: describe_waiting(decision.outcome, Lang::Da),
        places: places(decision.citations.iter().copied()),
    };
    list_waiting(standard).iter().map(promise).collect()
}

fn of_contact(standard: &Standard) -> Vec<Promise> {
    let rules = &standard.rules.contact;
    let promise = |sentence: String, source: &Source| Promise {
        about: "Kontakt".to_owned(),
        sentence,
        places: places([source]),
    };
    let channels = rules.channels.stated().into_iter().flat_map(|stated| {
        stated
            .value
            .iter()
            .map(|&channel| promise(contact::channel(channel).get(Lang::Da).to_owned(), &stated.source))
    });
    let referral = rules.referral_needed.stated().filter(|stated| !stated.value);
    let anonymous = rules.anonymous_contact.stated().filter(|stated| stated.value);
    channels
        .chain(
            referral.map(|stated| promise(with_note(contact::NO_REFERRAL, stated, Lang::Da), &stated.source)),
        )
        .chain(
            anonymous.map(|stated| promise(with_note(contact::ANONYMOUS, stated, Lang::Da), &stated.source)),
        )
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

/// What the file itself says in words that the pages print: of time, of payment, and of each offer.
fn of_own_words(standard: &Standard) -> Vec<Promise> {
    let is_told = |rule: &Rule<'_>| {
        rule.group == "payment"
            || [("contact", "response_time"), ("contact", "first_talk_days"), ("relatives", "cost")]
                .contains(&(rule.group, rule.key))
    };
    let all = standard.list_rules();
    let of_rules = all.iter().filter(|rule| is_told(rule)).filter_map(|rule| {
        let (topic, stated) = (Topic::of(rule.group)?, rule.stated.as_ref()?);
        Some(Promise {
            about: format!("{}, ”{}”", topic.title_of(standard, Lang::Da), topic.label_of(rule, Lang::Da)),
            sentence: rules::value(rule, stated.value, Lang::Da),
            places: places([stated.source]),
        })
    });
    let of_offers = standard.offers.iter().flat_map(|offer| {
        let facts = [
            (offers::PRICE, &offer.price),
            (offers::HOW_OFTEN, &offer.how_often),
            (offers::HOW_LONG, &offer.how_long),
        ];
        facts.into_iter().filter_map(|(question, fact)| {
            let stated = fact.stated()?;
            Some(Promise {
                about: format!("Tilbuddet ”{}”, {}", offer.title.get(Lang::Da), question.get(Lang::Da)),
                sentence: stated.value.get(Lang::Da).to_owned(),
                places: places([&stated.source]),
            })
        })
    });
    of_rules.chain(of_offers).collect()
}

fn of_time_limits(standard: &Standard) -> Vec<Promise> {
    let table = list_deadlines(standard);
    let limits = table.iter().filter_map(|(deadline, decision)| {
        let Deadline { which, substance, ages, days } = deadline;
        let (substance, ages, days) = (*substance, *ages, (*days)?);
        let whom =
            format!("{}, {}", common::substance(substance).get(Lang::Da), common::ages(ages, Lang::Da));
        let about = deadline_text::question(DeadlineQuestion::from_code(which)?).get(Lang::Da);
        Some(Promise {
            about: format!("Beregneren: {about}"),
            sentence: format!("{whom}: sidste dag er {} efter.", dates::days(days, Lang::Da)),
            places: places(decision.citations.iter().copied()),
        })
    });
    limits.collect()
}
