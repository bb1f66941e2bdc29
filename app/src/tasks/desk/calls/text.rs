//! Calls that citizens have asked for.

use crate::phrase::{Phrase, phrase};
use domain::{GiveBackReason, Lang};

pub const NO_CALLS: Phrase =
    phrase("Ingen har bedt om et opkald lige nu.", "Nobody has asked for a call just now.");
pub const CALLS_LEAD: Phrase = phrase(
    "Kun den, der har taget opkaldet, kan se nummer og navn. En leder kan lægge det tilbage i køen. Det hele bliver slettet, når du er færdig, efter tre forsøg eller efter 7 dage.",
    "Only the person who has taken the call can see the number and name. A lead can put it back in the queue. Everything is deleted when you are done, after three tries, or after 7 days.",
);
pub const CLAIM: Phrase = phrase("Tag opkaldet", "Take the call");
pub const GIVE_BACK: Phrase = phrase("Læg opkaldet tilbage", "Put the call back");
pub const GIVE_BACK_SHORT: Phrase = phrase("Læg tilbage", "Put back");
pub const TRIED: Phrase = phrase("Ingen svarede", "Nobody answered");
pub const CALLED: Phrase = phrase("Færdig: slet nummeret", "Done: delete the number");
pub const CALLED_SURE: Phrase = phrase(
    "Har I talt sammen? Så sletter vi nummeret. Det kan ikke fortrydes.",
    "Have you talked? Then we delete the number. That cannot be undone.",
);
pub const CALLED_YES: Phrase = phrase("Ja, slet nummeret", "Yes, delete the number");
pub const TAKEN_BY: Phrase = phrase("Taget af", "Taken by");
pub const MESSAGE_YES: Phrase =
    phrase("Borgeren vil gerne have en besked", "The citizen would like a message");
pub const MESSAGE_NO: Phrase =
    phrase("Borgeren vil ikke have en besked", "The citizen does not want a message");
pub const ALL_UNITS: Phrase = phrase("Alle opkald", "All calls");
pub const TO_CASE: Phrase = phrase("Sagen om behandling ({})", "The case about treatment ({})");
pub const NO_NAME: Phrase = phrase("Borgeren har ikke skrevet et navn", "The citizen has given no name");
pub const CALL_NOW: Phrase = phrase("Kan ringes op nu", "Can be called now");
pub const CALL_LATER: Phrase = phrase("Senere", "Later");
pub const CALL_OVER: Phrase = phrase("Tiden er gået", "The time has passed");
pub const CALL_OVER_WHY: Phrase = phrase(
    "De blev ikke ringet op i den tid, de valgte. Ring ikke på andre tider: en anden kan tage telefonen. De kan bede om et nyt opkald, og nummeret bliver slettet af sig selv.",
    "They were not called at the time they chose. Do not call at other times: somebody else may answer. They can ask for another call, and the number is deleted by itself.",
);
pub const WITH_COLLEAGUES: Phrase = phrase("Taget af kolleger", "Taken by colleagues");
pub const MINE: Phrase = phrase("Dine opkald", "Your calls");
pub const OUTSIDE_WINDOW: Phrase = phrase(
    "Det er uden for det tidsrum, borgeren valgte. Ring ikke nu: en anden kan tage telefonen.",
    "This is outside the time the citizen chose. Do not call now: somebody else may answer.",
);
pub const LAST_TRY: Phrase = phrase(
    "Det er tredje forsøg. Når du noterer det, sletter vi nummeret og opkaldet. Det kan ikke fortrydes.",
    "This is the third try. When you note it, we delete the number and the call. That cannot be undone.",
);
pub const LAST_TRY_YES: Phrase =
    phrase("Ja, ingen svarede: slet nummeret", "Yes, no answer: delete the number");
pub const CHOOSE_REASON: Phrase =
    phrase("Vælg, hvorfor du lægger opkaldet tilbage.", "Choose why you put the call back.");
pub const CHOOSE: Phrase = phrase("Vælg", "Choose");
pub const REASON: Phrase = phrase("Hvorfor?", "Why?");
pub const TAKEN: Phrase =
    phrase("Opkaldet er dit. Nummeret står øverst.", "The call is yours. The number is at the top.");
pub const GIVEN_BACK: Phrase = phrase("Opkaldet ligger i køen igen.", "The call is in the queue again.");
pub const TRY_NOTED: Phrase = phrase("Forsøget er noteret.", "The try is noted.");
pub const TRIED_LAST: Phrase =
    phrase("Nummeret er slettet efter tre forsøg.", "The number has been deleted after three tries.");
pub const MADE: Phrase =
    phrase("Opkaldet er slut, og nummeret er slettet.", "The call is done, and the number is deleted.");

#[must_use]
pub fn reason(reason: GiveBackReason) -> Phrase {
    match reason {
        GiveBackReason::NoTime => phrase("Jeg når det ikke", "I have no time"),
        GiveBackReason::ForColleague => {
            phrase("En kollega ved mere om det", "A colleague knows more about it")
        }
        GiveBackReason::Language => {
            phrase("Borgeren taler et andet sprog", "The citizen speaks another language")
        }
        GiveBackReason::Mistake => phrase("Jeg tog det ved en fejl", "I took it by mistake"),
    }
}

/// The place of a call in the queue, so that two can be told apart.
#[must_use]
pub fn number(place: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Nr. {place}"),
        Lang::En => format!("No. {place}"),
    }
}

/// Since when somebody waits to be called.
#[must_use]
pub fn asked_on(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Bad om det {day}"),
        Lang::En => format!("Asked {day}"),
    }
}

#[must_use]
pub fn tries(tries: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Forsøg: {tries} af 3"),
        Lang::En => format!("Tries: {tries} of 3"),
    }
}
