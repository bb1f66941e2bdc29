//! Talks about somebody else: whom one is close to, and how many there are.

use crate::{
    phrase::{Phrase, phrase, promise},
    ui::text as common,
};
use domain::{
    Lang, Substance,
    decide::{CloseTo, TalksOfRelative},
};

pub const CLOSE_TO: Phrase = phrase("Hvem er det, du er tæt på?", "Who are you close to?");
pub const CLOSE_TO_HINT: Phrase = phrase(
    "Det afgør, hvor mange samtaler kommunens regler giver dig. Vi gemmer ikke svaret.",
    "It decides how many talks the municipality's rules give you. We do not store the answer.",
);
pub const NOT_KNOWN: Phrase = phrase("Det ved jeg ikke", "I do not know");
pub const NOT_KNOWN_HINT: Phrase = phrase("Så finder I ud af det sammen.", "Then you find out together.");
pub const CLOSE_CAP_REACHED: Phrase = phrase(
    "Du har aftalt eller haft det antal samtaler, som kommunens regler giver dig, der er tæt på en anden. Kontakt centret: de kan aftale flere med dig eller sige, hvad der så kan ske.",
    "You have booked or had the number of talks that the municipality's rules give somebody in your situation. Contact the centre: they can agree on more with you, or say what can happen next.",
);
pub const STAFF_DECIDE_MORE: Phrase = phrase(
    "Du har aftalt eller haft det antal samtaler, som reglerne nævner. Om der kan være flere, afgør centret: de skal sige ja til tiden.",
    "You have booked or had the number of talks that the rules name. Whether there can be more is for the centre to decide: they must confirm the time.",
);
const ONE_TALK: Phrase = promise("Du kan få en samtale.", "You can get one talk.");
const UP_TO: Phrase = promise("Du kan få op til {} samtaler.", "You can get up to {} talks.");
const PROGRAMME_FOR: Phrase = phrase(
    "Det er for dig, der er fyldt {} år og har kontakt med den anden.",
    "This is for you if you are {} or older and in contact with the other person.",
);
const NO_NUMBER: Phrase =
    phrase("Der står ikke, hvor mange samtaler du kan få.", "It does not say how many talks you can get.");

/// Whom one is close to, as a choice says it.
#[must_use]
pub fn describe_close(close: &CloseTo, lang: Lang) -> String {
    let age = common::aged(close.ages, lang);
    // Before the last of the conditions stands "and".
    let uses = match (close.substance, lang) {
        (None, _) => None,
        (Some(Substance::Alcohol), Lang::Da) => Some("drikker"),
        (Some(Substance::Alcohol), Lang::En) => Some("drinks"),
        (Some(Substance::Drugs), Lang::Da) => Some("tager stoffer"),
        (Some(Substance::Drugs), Lang::En) => Some("uses drugs"),
    };
    let and = match (close.enrolled, lang) {
        (None, Lang::Da) => " og ",
        (None, Lang::En) => " and ",
        (Some(_), _) => ", ",
    };
    let uses = uses.map(|uses| format!("{and}{uses}")).unwrap_or_default();
    let treated = match (close.enrolled, lang) {
        (None, _) => "",
        (Some(true), Lang::Da) => " og er i behandling",
        (Some(true), Lang::En) => " and is in treatment",
        (Some(false), Lang::Da) => " og ikke er i behandling",
        (Some(false), Lang::En) => " and is not in treatment",
    };
    match lang {
        Lang::Da => format!("En, der er {age}{uses}{treated}"),
        Lang::En => format!("Somebody who is {age}{uses}{treated}"),
    }
}

/// How many talks there are.
#[must_use]
pub fn describe_number(talks: TalksOfRelative, lang: Lang) -> String {
    match talks.most {
        Some(most) if talks.first > 0 => describe_programme(talks, most, lang),
        Some(1) => ONE_TALK.get(lang).to_owned(),
        Some(most) => UP_TO.with(&most.to_string(), lang),
        None => NO_NUMBER.get(lang).to_owned(),
    }
}

/// The talks of a programme, with those before it and whom it is for.
fn describe_programme(talks: TalksOfRelative, most: u16, lang: Lang) -> String {
    let (first, then) = (talks.first, most - talks.first);
    let number = match (first, lang) {
        (1, Lang::Da) => format!("Du kan få 1 samtale først og så {then}."),
        (1, Lang::En) => format!("You can get 1 talk first and then {then}."),
        (_, Lang::Da) => format!("Du kan få {first} samtaler først og så {then}."),
        (_, Lang::En) => format!("You can get {first} talks first and then {then}."),
    };
    let whom = talks.from_age.map(|age| PROGRAMME_FOR.with(&age.to_string(), lang));
    whom.map_or_else(|| number.clone(), |whom| format!("{number} {whom}"))
}
