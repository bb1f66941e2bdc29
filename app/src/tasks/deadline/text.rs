//! The calculator: until when treatment must begin, and until when one can complain.

#[cfg(feature = "ssr")]
pub mod reasons;
pub mod timing;

#[cfg(feature = "ssr")]
use crate::phrase::promise;
use crate::{
    phrase::{Phrase, phrase},
    ui::text as common,
};
use domain::Lang;

pub const TITLE: Phrase = common::DEADLINE;
pub const INTRO: Phrase = phrase(
    "Skriv en dag, så beregner vi din frist efter kommunens regler. Det tager under et minut.",
    "Give a day, and we work out your time limit by the municipality's rules. It takes less than a minute.",
);
pub const PRIVATE: Phrase = phrase(
    "Det, du skriver, står ikke i adressen, og vi gemmer det ikke.",
    "What you write is not put in the address, and we do not store it.",
);
/// Where the phone does the counting.
pub const PRIVATE_ON_PHONE: Phrase = phrase(
    "Det, du skriver, bliver på din egen telefon eller computer. Vi får det ikke at se.",
    "What you write stays on your own phone or computer. We do not get to see it.",
);
pub const WHICH: Phrase = phrase("Hvad vil du vide?", "What would you like to know?");
pub const SUBSTANCE: Phrase =
    phrase("Handler det om alkohol eller stoffer?", "Is it about alcohol or drugs?");
pub const AGE: Phrase = phrase("Hvor gammel er du?", "How old are you?");
pub const AGE_HINT: Phrase = phrase("I hele år", "In whole years");
pub const DAY_TITLE: Phrase = phrase("Hvilken dag?", "Which day?");
pub const DAY_HINT_START: Phrase = phrase(
    "Den dag, du sagde, at du gerne vil i behandling.",
    "The day you said that you would like treatment.",
);
pub const DAY_HINT_RECEIVED: Phrase =
    phrase("Ved en klage: den dag, du fik afgørelsen.", "For a complaint: the day you got the decision.");
pub const DAY_HINT_MADE: Phrase = phrase(
    "Ved en klage: den dag, afgørelsen blev truffet. Den står i brevet.",
    "For a complaint: the day the decision was made. It is in the letter.",
);
pub const DAY: Phrase = phrase("Dag", "Day");
pub const MONTH: Phrase = phrase("Måned", "Month");
pub const YEAR: Phrase = phrase("År", "Year");
pub const SHOW: Phrase = phrase("Beregn fristen", "Work it out");
pub const ANSWER: Phrase = phrase("Svaret", "The answer");
pub const NO_DATE: Phrase = phrase("Vi kan ikke finde en frist", "We cannot find a time limit");
pub const WHAT_NOW: Phrase = phrase("Det kan du gøre nu", "What you can do now");

pub const CHOOSE_WHICH: Phrase = phrase("Vælg, hvad du vil vide.", "Choose what you would like to know.");
pub const CHOOSE_SUBSTANCE: Phrase = phrase("Vælg alkohol eller stoffer.", "Choose alcohol or drugs.");
pub const WRITE_AGE: Phrase =
    phrase("Skriv din alder som et tal fra 0 til 120.", "Give your age as a number from 0 to 120.");
pub const WRITE_DAY: Phrase =
    phrase("Skriv en dag, der findes, for eksempel 5 3 2026.", "Give a day that exists, such as 5 3 2026.");

/// What must have happened by the last day: the words before it and after.
#[cfg(feature = "ssr")]
#[must_use]
pub fn limit(reason: domain::decide::DeadlineReason, rules: &domain::Rules, lang: Lang) -> [String; 2] {
    split(limit_sentence(reason, rules), lang)
}

/// The words before a day and after.
#[cfg(feature = "ssr")]
#[must_use]
pub fn split(sentence: Phrase, lang: Lang) -> [String; 2] {
    let sentence = sentence.get(lang);
    let (before, after) = sentence.split_once("{}").unwrap_or((sentence, ""));
    [before, after].map(str::to_owned)
}

#[cfg(feature = "ssr")]
fn limit_sentence(reason: domain::decide::DeadlineReason, rules: &domain::Rules) -> Phrase {
    use domain::decide::{ClockReason, DeadlineReason};
    let offer_only = rules.guarantee.ends_with.value() == Some(&domain::GuaranteeEnd::TreatmentOffered);
    let must_arrive = rules.complaints.must_be_received_in_time.value() == Some(&true);
    match reason {
        DeadlineReason::Clock(ClockReason::GuaranteeNotExcepted) => promise(
            "Tæller man fristen fra den dag, er den sidste dag {}. Hele den dag tæller med.",
            "Counting the time limit from that day, the last day is {}. The whole of that day counts.",
        ),
        DeadlineReason::Clock(_) if offer_only => promise(
            "Du skal have tilbudt behandling senest {}. Hele den dag tæller med.",
            "You must be offered treatment by {}. The whole of that day counts.",
        ),
        DeadlineReason::Clock(_) => promise(
            "Din behandling skal begynde senest {}. Hele den dag tæller med.",
            "Your treatment must begin by {}. The whole of that day counts.",
        ),
        DeadlineReason::Complaint(_) if must_arrive => promise(
            "Din klage skal være nået frem senest {}. Hele den dag tæller med.",
            "Your complaint must arrive by {}. The whole of that day counts.",
        ),
        DeadlineReason::Complaint(_) => promise(
            "Klag senest {}. Hele den dag tæller med.",
            "Complain by {}. The whole of that day counts.",
        ),
    }
}

#[must_use]
pub fn recipient(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Send først klagen til: {name}."),
        Lang::En => format!("Send the complaint first to: {name}."),
    }
}
