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
pub const CLOSE_CAP_REACHED: Phrase = phrase(
    "Du har fået det antal samtaler, som kommunens regler giver dig, der er tæt på en anden. Ring til centret: de kan give flere eller sige, hvad der så kan ske.",
    "You have had the number of talks that the municipality's rules give who is close to somebody. Call the centre: they can grant more, or say what can happen next.",
);
pub const STAFF_DECIDE_MORE: Phrase = phrase(
    "Du har fået det antal samtaler, som reglerne nævner. Om der kan være flere, afgør centret: de skal sige ja til tiden.",
    "You have had the number of talks that the rules name. Whether there can be more is for the centre to decide: they must confirm the time.",
);
const ONE_TALK: Phrase = promise("Du kan få en samtale.", "You can get one talk.");
const UP_TO: Phrase = promise("Du kan få op til {} samtaler.", "You can get up to {} talks.");
const NO_NUMBER: Phrase =
    phrase("Der står ikke, hvor mange samtaler du kan få.", "It does not say how many talks you can get.");

/// Whom one is close to, as a choice says it.
#[must_use]
pub fn describe_close(close: &CloseTo, lang: Lang) -> String {
    let age = common::aged(close.ages, lang);
    let uses = match (close.substance, lang) {
        (None, _) => "",
        (Some(Substance::Alcohol), Lang::Da) => ", drikker",
        (Some(Substance::Alcohol), Lang::En) => ", drinks",
        (Some(Substance::Drugs), Lang::Da) => ", tager stoffer",
        (Some(Substance::Drugs), Lang::En) => ", uses drugs",
    };
    let treated = match (close.enrolled, lang) {
        (None, _) => "",
        (Some(true), Lang::Da) => " og er i behandling",
        (Some(true), Lang::En) => " and is in treatment",
        (Some(false), Lang::Da) => " og er ikke i behandling",
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
        Some(1) => ONE_TALK.get(lang).to_owned(),
        Some(most) => UP_TO.with(&most.to_string(), lang),
        None => NO_NUMBER.get(lang).to_owned(),
    }
}
