//! A municipality's front page.

use crate::phrase::{Phrase, phrase};
use domain::{Lang, Substance};

/// The heading; `only` where the standard is about one substance.
#[must_use]
pub const fn help_title(only: Option<Substance>) -> Phrase {
    match only {
        None => phrase("Hjælp med alkohol eller stoffer", "Help with alcohol or drugs"),
        Some(Substance::Alcohol) => phrase("Hjælp med alkohol", "Help with alcohol"),
        Some(Substance::Drugs) => phrase("Hjælp med stoffer", "Help with drugs"),
    }
}
pub const NAMELESS: Phrase = phrase(
    "Du behøver ikke sige, hvem du er, for at aftale en samtale her.",
    "You do not have to say who you are to book a conversation here.",
);
pub const DOORS: Phrase = phrase("Find den hjælp, der passer", "Find the help that fits");
pub const BEGUN: Phrase = phrase("Er du allerede i gang?", "Have you already begun?");
pub const DOOR_SELF: Phrase = phrase("Jeg har brug for hjælp", "I need help");
pub const DOOR_SELF_TEXT: Phrase =
    phrase("Find det tilbud, der passer til dig", "Find the offer that fits you");
pub const DOOR_RELATIVE: Phrase = phrase("Jeg er pårørende", "I am worried about someone");
pub const DOOR_RELATIVE_TEXT: Phrase =
    phrase("Til en partner, en forælder, et barn eller en ven", "A partner, a parent, a child or a friend");
pub const DOOR_YOUNG: Phrase = phrase("Jeg er ung", "I am young");
pub const DOOR_YOUNG_TEXT: Phrase = phrase("Om dig selv eller din familie", "About you or your family");
pub const DOOR_WORK: Phrase = phrase("Jeg møder det i mit arbejde", "I meet it in my work");
pub const DOOR_WORK_TEXT: Phrase = phrase(
    "På en skole, hos en læge eller på en arbejdsplads",
    "At a school, at a doctor's or in a workplace",
);
pub const DOORS_TIME: Phrase = phrase(
    "Det tager et par minutter. Du skal ikke sige, hvem du er.",
    "It takes a couple of minutes. You do not have to say who you are.",
);

#[must_use]
pub fn guarantee_title(days: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Du venter højst {days} dage"),
        Lang::En => format!("You wait {days} days at most"),
    }
}

#[must_use]
pub fn guarantee_path(days: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            format!("En sti af sten, fra dagen, hvor du beder om behandling, til dag {days}.")
        }
        Lang::En => {
            format!("A path of stones, from the day you ask for treatment to day {days}.")
        }
    }
}

/// What is promised; `only` where the standard is about one substance.
#[must_use]
pub fn guarantee(days: u16, only: Option<Substance>, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            let about = match only {
                None => "",
                Some(Substance::Alcohol) => " for alkohol",
                Some(Substance::Drugs) => " for stoffer",
            };
            format!(
                "Beder du om behandling{about}, skal den begynde senest {days} dage efter. Dagen, hvor du spørger, er dag 0."
            )
        }
        Lang::En => {
            let about = match only {
                None => "",
                Some(Substance::Alcohol) => " for alcohol",
                Some(Substance::Drugs) => " for drugs",
            };
            format!(
                "If you ask for treatment{about}, it must begin no later than {days} days afterwards. The day you ask is day 0."
            )
        }
    }
}

pub const GUARANTEE_LIMITS: Phrase = phrase(
    "Reglen gælder ikke alle tilbud. Det står ved hvert tilbud.",
    "The rule does not cover all offers. Each offer says so.",
);
