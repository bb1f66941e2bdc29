//! A municipality's front page.

use crate::phrase::{Phrase, phrase, promise};
use domain::{GuaranteeEnd, Lang, Substance};

/// The heading; `only` where the standard is about one substance.
#[must_use]
pub const fn help_title(only: Option<Substance>) -> Phrase {
    match only {
        None => phrase("Hjælp med alkohol eller stoffer", "Help with alcohol or drugs"),
        Some(Substance::Alcohol) => phrase("Hjælp med alkohol", "Help with alcohol"),
        Some(Substance::Drugs) => phrase("Hjælp med stoffer", "Help with drugs"),
    }
}
/// Where one can book here.
pub const NAMELESS: Phrase = promise(
    "Du behøver ikke sige, hvem du er, for at aftale en samtale her.",
    "You do not have to say who you are to book a conversation here.",
);
/// Where nobody has opened times to book.
pub const ABOUT: Phrase = phrase(
    "Se, hvilken hjælp du kan få i din kommune. Du skal ikke sige, hvem du er, for at læse her.",
    "See what help there is in your municipality. You do not have to say who you are to read here.",
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
    "It takes a couple of minutes. You are not asked who you are.",
);

#[must_use]
pub const fn guarantee_title(end: GuaranteeEnd) -> Phrase {
    match end {
        GuaranteeEnd::TreatmentStarted => promise("Du venter højst {} dage", "You wait {} days at most"),
        GuaranteeEnd::TreatmentOffered => {
            promise("Du får et tilbud inden for {} dage", "You get an offer within {} days")
        }
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

/// What is promised of treatment; `only` where it is promised for one substance.
#[must_use]
pub const fn guarantee(end: GuaranteeEnd, only: Option<Substance>) -> Phrase {
    match (end, only) {
        (GuaranteeEnd::TreatmentStarted, None) => promise(
            "Beder du om behandling, skal den begynde senest {} dage efter.",
            "If you ask for treatment, it must begin no later than {} days afterwards.",
        ),
        (GuaranteeEnd::TreatmentStarted, Some(Substance::Alcohol)) => promise(
            "Beder du om behandling for alkohol, skal den begynde senest {} dage efter.",
            "If you ask for treatment for alcohol, it must begin no later than {} days afterwards.",
        ),
        (GuaranteeEnd::TreatmentStarted, Some(Substance::Drugs)) => promise(
            "Beder du om behandling for stoffer, skal den begynde senest {} dage efter.",
            "If you ask for treatment for drugs, it must begin no later than {} days afterwards.",
        ),
        (GuaranteeEnd::TreatmentOffered, None) => promise(
            "Beder du om behandling, skal du have den tilbudt senest {} dage efter.",
            "If you ask for treatment, it must be offered to you no later than {} days afterwards.",
        ),
        (GuaranteeEnd::TreatmentOffered, Some(Substance::Alcohol)) => promise(
            "Beder du om behandling for alkohol, skal du have den tilbudt senest {} dage efter.",
            "If you ask for treatment for alcohol, it must be offered to you no later than {} days afterwards.",
        ),
        (GuaranteeEnd::TreatmentOffered, Some(Substance::Drugs)) => promise(
            "Beder du om behandling for stoffer, skal du have den tilbudt senest {} dage efter.",
            "If you ask for treatment for drugs, it must be offered to you no later than {} days afterwards.",
        ),
    }
}

pub const DAY_ZERO: Phrase = phrase("Dagen, hvor du spørger, er dag 0.", "The day you ask is day 0.");

pub const OWN_OFFERS: Phrase =
    phrase("Det gælder kommunens egne tilbud.", "This is for the municipality's own offers.");
pub const CHOSEN_NO_CLAIM: Phrase = phrase(
    "Vælger du selv et andet sted, har du ikke krav på det.",
    "If you choose another place yourself, you have no claim to it.",
);
pub const CHOSEN_WAIVABLE: Phrase = phrase(
    "Vælger du selv et andet sted, kan det tage længere tid.",
    "If you choose another place yourself, it may take longer.",
);
pub const YOUNG_CONDITIONAL: Phrase = phrase(
    "Under 18 år gælder det for stoffer kun ved alvorlige problemer.",
    "Under 18 it holds for drugs only where there are serious problems.",
);
pub const GUARANTEE_LIMITS: Phrase = phrase(
    "Reglen gælder ikke alle tilbud. Det står ved hvert tilbud.",
    "The rule does not cover all offers. Each offer says so.",
);
